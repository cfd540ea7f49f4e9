package vn.lantoa.plan.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of documents met in plans: the 29 administrative types of Nghị định 30/2020/NĐ-CP, and the legislative and
 * party types that plans cite. {@code abbreviation} is the one used in symbols; an official letter has none.
 */
public enum DocumentType {
    NGHI_QUYET("Nghị quyết", "NQ"),
    QUYET_DINH("Quyết định", "QĐ"),
    CHI_THI("Chỉ thị", "CT"),
    QUY_CHE("Quy chế", "QC"),
    QUY_DINH("Quy định", "QyĐ"),
    THONG_CAO("Thông cáo", "TC"),
    THONG_BAO("Thông báo", "TB"),
    HUONG_DAN("Hướng dẫn", "HD"),
    CHUONG_TRINH("Chương trình", "CTr"),
    KE_HOACH("Kế hoạch", "KH"),
    PHUONG_AN("Phương án", "PA"),
    DE_AN("Đề án", "ĐA"),
    DU_AN("Dự án", "DA"),
    BAO_CAO("Báo cáo", "BC"),
    BIEN_BAN("Biên bản", "BB"),
    TO_TRINH("Tờ trình", "TTr"),
    HOP_DONG("Hợp đồng", "HĐ"),
    CONG_VAN("Công văn", null),
    CONG_DIEN("Công điện", "CĐ"),
    BAN_GHI_NHO("Bản ghi nhớ", "BGN"),
    BAN_THOA_THUAN("Bản thỏa thuận", "BTT"),
    GIAY_UY_QUYEN("Giấy ủy quyền", "GUQ"),
    GIAY_MOI("Giấy mời", "GM"),
    GIAY_GIOI_THIEU("Giấy giới thiệu", "GGT"),
    GIAY_NGHI_PHEP("Giấy nghỉ phép", "GNP"),
    PHIEU_GUI("Phiếu gửi", "PG"),
    PHIEU_CHUYEN("Phiếu chuyển", "PC"),
    PHIEU_BAO("Phiếu báo", "PB"),
    THU_CONG("Thư công", null),
    LUAT("Luật", "QH"),
    PHAP_LENH("Pháp lệnh", "UBTVQH"),
    NGHI_DINH("Nghị định", "NĐ"),
    THONG_TU("Thông tư", "TT"),
    KET_LUAN("Kết luận", "KL");

    private static final List<DocumentType> BY_NAME_LENGTH = Arrays.stream(values())
            .sorted((a, b) -> b.vietnameseName.length() - a.vietnameseName.length())
            .toList();

    private final String vietnameseName;
    private final @Nullable String abbreviation;

    DocumentType(String vietnameseName, @Nullable String abbreviation) {
        this.vietnameseName = vietnameseName;
        this.abbreviation = abbreviation;
    }

    public String vietnameseName() {
        return vietnameseName;
    }

    public @Nullable String abbreviation() {
        return abbreviation;
    }

    /** The type whose folded name (see {@link Folding}) opens these folded words. */
    static Optional<DocumentType> openingOf(String folded) {
        return BY_NAME_LENGTH.stream()
                .filter(type -> {
                    var name = Folding.fold(type.vietnameseName);
                    return folded.startsWith(name)
                            && (folded.length() == name.length()
                                    || !Character.isLetterOrDigit(folded.charAt(name.length())));
                })
                .findFirst();
    }

    static Optional<DocumentType> ofAbbreviation(String letters) {
        var folded = Folding.fold(letters);
        return Arrays.stream(values())
                .filter(type -> type.abbreviation != null
                        && Folding.fold(type.abbreviation).equals(folded))
                .findFirst();
    }
}
