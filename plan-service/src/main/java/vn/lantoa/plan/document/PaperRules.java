package vn.lantoa.plan.document;

import static vn.lantoa.plan.document.Element.*;
import static vn.lantoa.plan.document.Look.Align.CENTER;
import static vn.lantoa.plan.document.Look.Align.JUSTIFY;
import static vn.lantoa.plan.document.Look.Align.LEFT;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One set of rules for the layout of documents, as data: the writers read what to write from it, the lint what is allowed.
 *
 * <p>{@link #STATE} is Annex I of Decree 30/2020/NĐ-CP. {@link #PARTY} is Guidance 05-HD/VPTW of 12/01/2026, as far as it is known to
 * keep what its predecessor 36-HD/VPTW said; where the two may differ the lint is left wide.
 */
enum PaperRules {
    STATE(
            new Page(20, 20, 30, 15, annex("I.1-I.3")),
            List.of(
                    look(NATION, 12, 12, 13, true, false, true, CENTER, annex("II.1")),
                    look(MOTTO, 13, 13, 14, true, false, false, CENTER, annex("II.1")),
                    look(PARENT_BODY, 12, 12, 13, false, false, true, CENTER, annex("II.2")),
                    look(ISSUER, 12, 12, 13, true, false, true, CENTER, annex("II.2")),
                    look(NUMBER, 13, 13, 13, false, false, false, CENTER, annex("II.3")),
                    look(PLACE_DATE, 13, 13, 14, false, true, false, CENTER, annex("II.4")),
                    look(LETTER_SUBJECT, 12, 12, 13, false, false, false, CENTER, annex("II.5")),
                    look(TYPE, 14, 13, 14, true, false, true, CENTER, annex("II.5")),
                    look(SUBJECT, 14, 13, 14, true, false, false, CENTER, annex("II.5")),
                    look(ADDRESSEE, 14, 13, 14, false, false, false, LEFT, annex("II.9")),
                    look(BASIS, 14, 13, 14, false, true, false, JUSTIFY, annex("II.6")),
                    look(SECTION, 14, 13, 14, true, false, false, JUSTIFY, annex("II.6")),
                    look(SUBSECTION, 14, 13, 14, true, false, false, JUSTIFY, annex("II.6")),
                    look(BODY, 14, 13, 14, null, null, false, JUSTIFY, annex("II.6")),
                    look(TABLE_HEAD, 13, 11, 14, true, null, false, CENTER, annex("II.6")),
                    look(TABLE_TEXT, 13, 11, 14, null, null, false, LEFT, annex("II.6")),
                    look(AUTHORITY, 14, 13, 14, true, false, true, CENTER, annex("II.7")),
                    look(POSITION, 14, 13, 14, true, false, true, CENTER, annex("II.7")),
                    look(SIGNER, 14, 13, 14, true, false, false, CENTER, annex("II.7")),
                    look(RECIPIENTS, 12, 12, 12, true, true, false, LEFT, annex("II.9")),
                    look(RECIPIENT, 11, 11, 11, false, false, false, LEFT, annex("II.9")),
                    look(Element.PAGE_NUMBER, 13, 13, 14, false, false, false, CENTER, annex("I.7")))),
    PARTY(
            new Page(20, 20, 30, 15, party("khổ giấy, định lề trang")),
            List.of(
                    look(PARTY_TITLE, 15, 14, 15, true, false, true, CENTER, party("tiêu đề")),
                    look(PARENT_BODY, 14, 13, 14, false, false, true, CENTER, party("tên cơ quan ban hành")),
                    look(ISSUER, 14, 13, 14, true, false, true, CENTER, party("tên cơ quan ban hành")),
                    look(STAR, 14, 12, 15, null, false, false, CENTER, party("tên cơ quan ban hành")),
                    look(NUMBER, 14, 13, 14, false, false, false, CENTER, party("số và ký hiệu")),
                    look(PLACE_DATE, 14, 13, 14, false, true, false, CENTER, party("địa danh, ngày tháng năm")),
                    look(LETTER_SUBJECT, 12, 12, 13, false, true, false, CENTER, party("trích yếu nội dung")),
                    look(TYPE, 16, 14, 16, true, false, true, CENTER, party("tên loại văn bản")),
                    look(SUBJECT, 14, 14, 15, true, false, false, CENTER, party("trích yếu nội dung")),
                    look(ADDRESSEE, 14, 14, 15, false, null, false, LEFT, party("nơi nhận")),
                    look(BASIS, 14, 14, 15, false, null, false, JUSTIFY, party("nội dung văn bản")),
                    look(SECTION, 14, 14, 15, true, false, false, JUSTIFY, party("nội dung văn bản")),
                    look(SUBSECTION, 14, 14, 15, true, false, false, JUSTIFY, party("nội dung văn bản")),
                    look(BODY, 14, 14, 15, null, null, false, JUSTIFY, party("nội dung văn bản")),
                    look(TABLE_HEAD, 13, 11, 15, true, null, false, CENTER, party("nội dung văn bản")),
                    look(TABLE_TEXT, 13, 11, 15, null, null, false, LEFT, party("nội dung văn bản")),
                    look(AUTHORITY, 14, 13, 14, true, false, true, CENTER, party("quyền hạn, chức vụ, họ tên")),
                    look(POSITION, 14, 13, 14, null, false, true, CENTER, party("quyền hạn, chức vụ, họ tên")),
                    look(SIGNER, 14, 13, 14, true, false, false, CENTER, party("quyền hạn, chức vụ, họ tên")),
                    underlined(look(RECIPIENTS, 14, 12, 14, false, false, false, LEFT, party("nơi nhận"))),
                    look(RECIPIENT, 12, 11, 12, false, false, false, LEFT, party("nơi nhận")),
                    look(Element.PAGE_NUMBER, 14, 13, 14, false, false, false, CENTER, party("số trang"))));

    static final String FONT = "Times New Roman";

    /** From the upper edge of the sheet to the page number, in millimetres: within the upper margin. */
    static final double PAGE_NUMBER_MM = 10;

    /** Half an inch, as the annex allows (1 or 1.27 cm). */
    static final double FIRST_LINE_MM = 12.7;

    /** Between paragraphs, in points: the least that the annex allows. */
    static final double PARAGRAPH_GAP = 6;

    /**
     * Margins as we write them, in millimetres; allowed are 20-25 above and below, 30-35 left, 15-20 right.
     *
     * @param source where the rule stands
     */
    record Page(double top, double bottom, double left, double right, String source) {

        static final double WIDTH_MM = 210;
        static final double HEIGHT_MM = 297;

        double textWidthPoints() {
            return points(WIDTH_MM - left - right);
        }
    }

    private final Page page;
    private final Map<Element, Look> looks = new EnumMap<>(Element.class);

    PaperRules(Page page, List<Look> looks) {
        this.page = page;
        looks.forEach(look -> this.looks.put(look.element(), look));
    }

    static double points(double millimetres) {
        return millimetres * 72 / 25.4;
    }

    Page page() {
        return page;
    }

    boolean isParty() {
        return this == PARTY;
    }

    boolean rules(Element element) {
        return looks.containsKey(element);
    }

    Look look(Element element) {
        var look = looks.get(element);
        if (look == null) {
            throw new IllegalArgumentException(this + " has no " + element);
        }
        return look;
    }

    List<Look> looks() {
        return Arrays.stream(Element.values())
                .filter(looks::containsKey)
                .map(looks::get)
                .toList();
    }

    private static Look look(
            Element element,
            double size,
            double minSize,
            double maxSize,
            @Nullable Boolean bold,
            @Nullable Boolean italic,
            boolean caps,
            Look.Align align,
            String source) {
        return new Look(element, size, minSize, maxSize, bold, italic, false, caps, align, source);
    }

    private static Look underlined(Look it) {
        return new Look(
                it.element(),
                it.size(),
                it.minSize(),
                it.maxSize(),
                it.bold(),
                it.italic(),
                true,
                it.caps(),
                it.align(),
                it.source());
    }

    private static String annex(String place) {
        return "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục " + place;
    }

    private static String party(String part) {
        return "Hướng dẫn 05-HD/VPTW ngày 12/01/2026, thể thức: " + part;
    }
}
