package vn.lantoa.plan.document;

import java.util.Locale;
import vn.lantoa.plan.document.DocxSheet.Para;
import vn.lantoa.plan.document.DocxSheet.Section;

/** The sheet: its size, which way it lies, its margins, and the number of the page. */
final class PageChecks {

    static final String GENERAL = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.";

    /** Word keeps lengths in twentieths of a point, and rounds what people enter. */
    private static final double TOLERANCE_MM = 0.4;

    private static final double TWIPS_PER_MM = 20 * 72 / 25.4;

    private final DocxSheet sheet;
    private final PaperRules rules;
    private final LayoutFindings findings;

    PageChecks(DocxSheet sheet, PaperRules rules, LayoutFindings findings) {
        this.sheet = sheet;
        this.rules = rules;
        this.findings = findings;
    }

    void check() {
        for (var section : sheet.sections()) {
            size(section);
            var source = rules.page().source();
            margin("margin.top", "Lề trên", "Top margin", section.top(), 20, 25, source);
            margin("margin.bottom", "Lề dưới", "Bottom margin", section.bottom(), 20, 25, source);
            margin("margin.left", "Lề trái", "Left margin", section.left(), 30, 35, source);
            margin("margin.right", "Lề phải", "Right margin", section.right(), 15, 20, source);
        }
        if (!sheet.sections().isEmpty()) {
            number(sheet.sections().getFirst());
        }
    }

    private void size(Section section) {
        double shortSide = millimetres(Math.min(section.width(), section.height()));
        double longSide = millimetres(Math.max(section.width(), section.height()));
        if (Math.abs(shortSide - PaperRules.Page.WIDTH_MM) > 1 || Math.abs(longSide - PaperRules.Page.HEIGHT_MM) > 1) {
            findings.add(
                    "page.size",
                    "Khổ giấy",
                    "Paper size",
                    "A4 (210 mm x 297 mm)",
                    "A4 (210 mm x 297 mm)",
                    "%s x %s mm".formatted(plain(shortSide), plain(longSide)),
                    GENERAL + "1");
        }
        if (section.width() > section.height()) {
            findings.add(
                    "page.orientation",
                    "Chiều trang",
                    "Orientation",
                    "theo chiều dài khổ A4",
                    "portrait",
                    "chiều ngang / landscape",
                    GENERAL + "2");
        }
    }

    private void margin(String rule, String name, String nameEn, int twips, double least, double most, String source) {
        double found = millimetres(twips);
        if (found < least - TOLERANCE_MM || found > most + TOLERANCE_MM) {
            var range = "%s-%s mm".formatted(plain(least), plain(most));
            findings.add(rule, name, nameEn, range, range, plain(found) + " mm", source);
        }
    }

    private void number(Section section) {
        var source = rules.look(Element.PAGE_NUMBER).source();
        var shown = sheet.header().stream().filter(Para::pageField).findFirst();
        if (shown.isEmpty()) {
            boolean below = sheet.footer().stream().anyMatch(Para::pageField);
            findings.add(
                    below ? "page-number.position" : "page-number.missing",
                    Element.PAGE_NUMBER,
                    "ở giữa lề trên, từ trang 2",
                    "centred in the top margin, from page 2",
                    below ? "ở lề dưới / in the bottom margin" : "không có / none",
                    source);
            return;
        }
        new LookChecks(rules, findings).check(Element.PAGE_NUMBER, shown.get());
        boolean onFirst =
                !section.firstPageApart() || sheet.firstHeader().stream().anyMatch(Para::pageField);
        if (onFirst) {
            findings.add(
                    "page-number.first-page",
                    Element.PAGE_NUMBER,
                    "không hiển thị ở trang thứ nhất",
                    "not shown on the first page",
                    "có ở trang 1 / shown on page 1",
                    source);
        }
        var start = section.numberStart();
        if (start != null && start != 1) {
            findings.add(
                    "page-number.start",
                    Element.PAGE_NUMBER,
                    "đánh từ số 1",
                    "counted from 1",
                    String.valueOf(start),
                    source);
        }
        if (section.header() >= section.top()) {
            findings.add(
                    "page-number.position",
                    Element.PAGE_NUMBER,
                    "trong phần lề trên",
                    "within the top margin",
                    plain(millimetres(section.header())) + " mm",
                    source);
        }
    }

    private static double millimetres(int twips) {
        return twips / TWIPS_PER_MM;
    }

    private static String plain(double millimetres) {
        return String.format(Locale.ROOT, "%.1f", millimetres).replaceFirst("\\.0$", "");
    }
}
