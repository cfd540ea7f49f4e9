package vn.lantoa.plan.document;

/** The parts of an official document whose look is ruled, with the names that people know them by. */
enum Element {
    NATION("Quốc hiệu", "national name"),
    MOTTO("Tiêu ngữ", "motto"),
    PARTY_TITLE("Tiêu đề “Đảng Cộng sản Việt Nam”", "title of the Party"),
    PARENT_BODY("Tên cơ quan chủ quản", "superior body"),
    ISSUER("Tên cơ quan ban hành", "issuing body"),
    STAR("Dấu sao dưới tên cơ quan", "star under the issuing body"),
    NUMBER("Số, ký hiệu", "number and symbol"),
    PLACE_DATE("Địa danh và thời gian ban hành", "place and date"),
    LETTER_SUBJECT("Trích yếu công văn", "subject of a letter"),
    TYPE("Tên loại văn bản", "kind of document"),
    SUBJECT("Trích yếu nội dung", "subject"),
    ADDRESSEE("Kính gửi", "addressee"),
    BASIS("Căn cứ ban hành", "legal basis"),
    SECTION("Tiêu đề mục", "heading of a section"),
    SUBSECTION("Tiêu đề khoản", "heading of a subsection"),
    BODY("Nội dung văn bản", "body text"),
    TABLE_HEAD("Dòng đầu bảng", "head of a table"),
    TABLE_TEXT("Chữ trong bảng", "text of a table"),
    AUTHORITY("Quyền hạn của người ký", "authority of the signer"),
    POSITION("Chức vụ của người ký", "office of the signer"),
    SIGNER("Họ tên người ký", "name of the signer"),
    RECIPIENTS("Từ “Nơi nhận”", "word “Nơi nhận”"),
    RECIPIENT("Danh sách nơi nhận", "list of recipients"),
    PAGE_NUMBER("Số trang", "page number");

    private final String vietnamese;
    private final String english;

    Element(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    String vietnamese() {
        return vietnamese;
    }

    String english() {
        return english;
    }

    /** As findings name it: {@code place-date}. */
    String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Name of the paragraph style in a document that we write. */
    String style() {
        return "Lantoa" + name().charAt(0)
                + name().substring(1).toLowerCase(java.util.Locale.ROOT).replace("_", "");
    }
}
