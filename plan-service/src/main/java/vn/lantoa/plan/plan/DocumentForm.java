package vn.lantoa.plan.plan;

/**
 * Kinds of documents by which something is decided about a plan, or reported on it, by the short forms of Decree 30/2020/NĐ-CP,
 * Annex III, in letters without marks; with those that only Party bodies issue (Instruction 05-HD/VPTW).
 */
public enum DocumentForm {
    /** Nghị quyết. */
    NQ,
    /** Quyết định. */
    QD,
    /** Chỉ thị. */
    CT,
    /** Quy chế. */
    QC,
    /** Quy định. */
    QYD,
    /** Thông cáo. */
    TC,
    /** Thông báo. */
    TB,
    /** Hướng dẫn. */
    HD,
    /** Chương trình. */
    CTR,
    /** Kế hoạch. */
    KH,
    /** Phương án. */
    PA,
    /** Đề án. */
    DEA,
    /** Dự án. */
    DA,
    /** Báo cáo. */
    BC,
    /** Biên bản. */
    BB,
    /** Tờ trình. */
    TTR,
    /** Công văn; its symbol carries no type. */
    CV,
    /** Công điện. */
    CD,
    /** Giấy ủy quyền. */
    GUQ,
    /** Kết luận (Party). */
    KL,
    /** Thông tri (Party). */
    TT
}
