package vn.lantoa.plan.lint;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a plan is judged by. The id is API and never changes; the texts are for people. In them {0} stands for what it is about, in
 * the document's words.
 */
public enum LintRule {
    CONFLICTING_CITATION_DATE(
            Severity.WARNING,
            "Cùng một văn bản được dẫn với các ngày khác nhau, trong đó có “{0}”.",
            "Đối chiếu với bản gốc của văn bản được dẫn và sửa cho thống nhất.",
            "The same document is cited with different dates, one of them in “{0}”.",
            "Look the document up and give its date alike everywhere."),
    INCONSISTENT_SYMBOL(
            Severity.WARNING,
            "Ký hiệu văn bản viết không thống nhất hoặc không đúng thể thức: “{0}”.",
            "Viết số, ký hiệu đúng như trên văn bản được dẫn (Nghị định 30/2020/NĐ-CP, Điều 8; văn bản của Đảng theo Hướng dẫn 05-HD/VPTW).",
            "The symbol of a document is written in different ways, or not in its form: “{0}”.",
            "Write number and symbol as they stand on the document that is cited."),
    ABOLISHED_TIER(
            Severity.WARNING,
            "Còn nhắc đến cấp huyện, cấp hành chính không còn từ ngày 01/7/2025: “{0}”.",
            "Thay bằng cấp tỉnh hoặc cấp xã đang làm việc này, hoặc ghi rõ đó là đơn vị trước sắp xếp.",
            "The district level is named, which ended on 1 July 2025: “{0}”.",
            "Name the province or the commune that does it now, or say that the former unit is meant."),
    DUPLICATE_SECTION_NUMBER(
            Severity.WARNING,
            "Một số mục được dùng hai lần trong cùng một phần, tại “{0}”.",
            "Đánh lại số các mục của phần này.",
            "A section number stands twice in one part, at “{0}”.",
            "Number the sections of this part anew."),
    START_BEFORE_ISSUE(
            Severity.WARNING,
            "Thời gian thực hiện bắt đầu trước khi văn bản được ban hành: “{0}”.",
            "Kiểm tra lại ngày bắt đầu; sau khi ban hành, kế hoạch có hiệu lực từ ngày ban hành.",
            "The plan is to begin before it is issued: “{0}”.",
            "Check the first day; once issued, the plan begins with the day of issue."),
    PAGE_WITHOUT_TEXT(
            Severity.WARNING,
            "Có trang không có lớp chữ nên chưa được đọc.",
            "Nhập lại tệp có lớp chữ (tệp Word, hoặc PDF xuất từ Word).",
            "A page has no text and was not read.",
            "Import a file with text: a Word file, or a PDF made from one."),
    REPORT_SKIPS_TIER(
            Severity.WARNING,
            "Cấp xã báo cáo thẳng cấp trung ương: “{0}”.",
            "Xác nhận nơi nhận báo cáo; thường là Ủy ban nhân dân tỉnh, thành phố hoặc sở.",
            "A commune is to report straight to the central level: “{0}”.",
            "Confirm who receives the report; as a rule it is the province or one of its departments."),
    IMPORTED_BEFORE(
            Severity.WARNING,
            "Tệp này đã được nhập trước đây.",
            "Kiểm tra kế hoạch đã nhập để tránh giao trùng nhiệm vụ.",
            "This file was imported before.",
            "Look at the plan that was made of it, so that no task is given twice."),
    SUBJECT_MISSING(
            Severity.ERROR,
            "Kế hoạch chưa có trích yếu.",
            "Trả lời câu hỏi về trích yếu.",
            "The plan has no subject.",
            "Answer the question about the subject."),
    TASK_WITHOUT_LEAD(
            Severity.ERROR,
            "Nhiệm vụ chưa có đơn vị chủ trì: “{0}”.",
            "Chọn một đơn vị chủ trì trước khi trình.",
            "A task has no lead unit: “{0}”.",
            "Choose one lead unit before the plan is submitted."),
    TASK_WITHOUT_SCHEDULE(
            Severity.ERROR,
            "Nhiệm vụ chưa có thời gian thực hiện: “{0}”.",
            "Nhập thời hạn, hoặc ghi “Thường xuyên”.",
            "A task has no schedule: “{0}”.",
            "Give a deadline, or “Thường xuyên” for a lasting one."),
    DATE_BEFORE_START(
            Severity.WARNING,
            "Có ngày đến hạn trước khi kế hoạch bắt đầu: “{0}”.",
            "Kiểm tra lại năm của ngày này; ngày đã qua có thể chép từ kế hoạch cũ.",
            "Something is due before the plan begins: “{0}”.",
            "Check the year of this date; it may come from an older plan."),
    INDICATOR_WITHOUT_DENOMINATOR(
            Severity.WARNING,
            "Chỉ tiêu tính bằng tỷ lệ nhưng không nêu mẫu số (tính trên tổng số nào): “{0}”.",
            "Ghi rõ tỷ lệ tính trên tổng số nào, để số liệu các đơn vị so sánh được.",
            "A ratio does not say of what total: “{0}”.",
            "State the denominator, so that figures of different units can be compared."),
    INDICATOR_WITHOUT_TARGET(
            Severity.INFO,
            "Chỉ tiêu không có mức phải đạt: “{0}”.",
            "Bổ sung mức phải đạt của từng năm, hoặc bỏ chỉ tiêu.",
            "An indicator has no target: “{0}”.",
            "Add what is to be reached in each year, or take it out."),
    REPORT_WITHOUT_DATES(
            Severity.WARNING,
            "Báo cáo định kỳ không có ngày gửi: “{0}”.",
            "Trả lời câu hỏi về ngày gửi báo cáo, hoặc xác nhận không theo dõi.",
            "A periodic report has no day: “{0}”.",
            "Answer the question for its days, or dismiss it."),
    UNIT_UNCLEAR(
            Severity.INFO,
            "Chưa rõ “{0}” là đơn vị nào.",
            "Trả lời câu hỏi về tên đơn vị này trước khi giao việc.",
            "It is not clear which units “{0}” means.",
            "Answer the question for this name before work is given out."),
    NO_ARCHIVE_LINE(
            Severity.WARNING,
            "Phần “Nơi nhận” không có dòng “Lưu: VT, …”.",
            "Thêm dòng lưu ở cuối phần nơi nhận (Nghị định 30/2020/NĐ-CP, Phụ lục I).",
            "The recipients have no archive line (“Lưu: VT, …”).",
            "Add it as the last line of the recipients (Decree 30/2020/NĐ-CP, Annex I)."),
    NO_RECIPIENTS(
            Severity.INFO,
            "Văn bản không có phần “Nơi nhận”.",
            "Bổ sung nơi nhận, dòng cuối là “Lưu: VT, …”.",
            "The document names no recipients.",
            "Add them; the last line is “Lưu: VT, …”.");

    private final Severity severity;
    private final String vietnamese;
    private final String vietnameseAdvice;
    private final String english;
    private final String englishAdvice;

    LintRule(Severity severity, String vietnamese, String vietnameseAdvice, String english, String englishAdvice) {
        this.severity = severity;
        this.vietnamese = vietnamese;
        this.vietnameseAdvice = vietnameseAdvice;
        this.english = english;
        this.englishAdvice = englishAdvice;
    }

    /** As in answers: {@code task-without-lead}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<LintRule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }

    public Severity severity() {
        return severity;
    }

    /** What is odd. */
    public String message(Locale language, String about) {
        return MessageFormat.format(isEnglish(language) ? english : vietnamese, about);
    }

    /** What to do about it. */
    public String advice(Locale language) {
        return isEnglish(language) ? englishAdvice : vietnameseAdvice;
    }

    private static boolean isEnglish(Locale language) {
        return language.getLanguage().equals("en");
    }
}
