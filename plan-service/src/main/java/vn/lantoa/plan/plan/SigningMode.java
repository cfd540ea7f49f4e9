package vn.lantoa.plan.plan;

/** By what authority a document is signed (Decree 30/2020/NĐ-CP): thay mặt, ký thay, thừa lệnh, thừa ủy quyền, quyền. */
enum SigningMode {
    TM,
    KT,
    TL,
    TUQ,
    Q
}
