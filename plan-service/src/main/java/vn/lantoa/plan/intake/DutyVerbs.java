package vn.lantoa.plan.intake;

import java.util.regex.Pattern;

/** The verbs a duty begins with; they tell where a unit's name ends. */
final class DutyVerbs {
    private static final Pattern VERB = Pattern.compile(
            "\\b(?:co trach nhiem|chiu trach nhiem|co nhiem vu|chu tri|chu dong|phoi hop|tham muu|xay dung|trien khai|thuc hien|"
                    + "huong dan|theo doi|don doc|kiem tra|tong hop|day manh|tang cuong|can cu|tren co so|bo tri|bao dam|dam bao|ra soat|tuyen truyen|"
                    + "van dong|phat huy|phan cong|tiep tuc|thuong xuyen|quan triet|chi dao|to chuc|cu the hoa|tich cuc|nghiem tuc|lap|ban hanh|cung cap|"
                    + "de xuat|la co quan|la don vi|la dau moi|giup|phan anh|duy tri|cap nhat|gui|bao cao|huy dong|ho tro|tham gia|kip thoi|dinh ky|"
                    + "hang nam|hang thang|hang quy|pho bien|dang tai|tiep nhan|giai quyet|xu ly|trinh|lam dau moi|thuoc|quan ly|moi|nang cao|lanh dao|giam sat|tu to chuc|"
                    + "khan truong|bien soan|soan thao|thu thap|tong ket|lap dat|cai dat|phat dong|phat song|ghi nhan|danh gia|khao sat|thong ke|thong bao|tiep thu|can doi|cu nguoi|phan bo|trang bi|mua sam|sua chua|nghien cuu|trien lam|giao ban|kien nghi|dong vien|khen thuong|chuan bi|thanh lap|cong khai|cong bo|luu giu|san xuat|bao ve|phong ngua|dieu tra|xac minh|thanh toan|quyet toan|tham dinh|hoan thanh|hoan thien|lua chon|doi moi|trong pham vi|theo chuc nang|cu can bo|dua|viet|mo|day|khai thac|ung dung)\\b");

    private DutyVerbs() {}

    /** Where the first verb stands, or -1. "các tổ chức", "dịch vụ tổng hợp" and "Ban Quản lý" are names. */
    static int first(Passage words) {
        var matcher = VERB.matcher(words.folded());
        while (matcher.find()) {
            if (isVerb(words, matcher.start(), matcher.group())) {
                return matcher.start();
            }
        }
        return -1;
    }

    private static boolean isVerb(Passage words, int at, String verb) {
        if (at == 0 || Character.isUpperCase(words.text().charAt(at))) {
            return at == 0 && !verb.equals("to chuc");
        }
        var before = words.folded().substring(0, at).stripTrailing();
        var after = words.folded().substring(at + verb.length()).stripLeading();
        return switch (verb) {
            case "to chuc" ->
                !before.matches(".*\\b(?:cac|nhung|moi|tung|ban|va|,|co quan,?|don vi,?)$")
                        && !after.startsWith("chinh tri")
                        && !after.startsWith("thanh vien")
                        && !after.startsWith("hoi");
            case "tong hop" -> !before.matches(".*\\b(?:dich vu|phong)$");
            case "lanh dao" -> !before.matches(".*\\b(?:cac|dong chi|va)$") && !before.endsWith(",");
            case "quan ly", "chi dao", "giam sat", "kiem tra", "huy dong" ->
                !before.matches(".*\\b(?:ban|phong|doi|uy ban|can bo|chi cuc)$");
            case "moi" -> !after.startsWith("truong") && before.matches(".*\\S.*") && !before.endsWith("doi");
            case "cung cap" -> true;
            case "thuoc", "day", "mo", "viet", "dua", "ung dung" ->
                !before.matches(".*(?:,|\\b(?:va|khoa hoc|nha|cong nghe))$");
            default -> true;
        };
    }
}
