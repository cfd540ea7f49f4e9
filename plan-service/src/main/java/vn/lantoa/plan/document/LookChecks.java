package vn.lantoa.plan.document;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import vn.lantoa.plan.document.DocxSheet.Para;
import vn.lantoa.plan.document.DocxSheet.Run;

/** Whether a paragraph looks as its element must: font, colour, size, weight, slope, capitals, alignment. */
final class LookChecks {

    private static final Set<String> BLACK = Set.of("auto", "000000", "");

    private final PaperRules rules;
    private final LayoutFindings findings;

    LookChecks(PaperRules rules, LayoutFindings findings) {
        this.rules = rules;
        this.findings = findings;
    }

    void check(Element element, Para paragraph) {
        var look = rules.look(element);
        var runs = paragraph.runs().stream().filter(it -> !it.text().isBlank()).toList();
        font(element, paragraph, runs);
        if (any(runs, it -> it.size() < look.minSize() || it.size() > look.maxSize())) {
            findings.at(
                    element.id() + ".size",
                    element,
                    paragraph.words(),
                    "cỡ chữ " + range(look),
                    "size " + range(look),
                    found(runs, it -> plain(it.size())),
                    look.source());
        }
        var bold = look.bold();
        if (bold != null && any(runs, it -> it.bold() != bold)) {
            style(element, paragraph, "bold", bold ? "chữ đậm" : "chữ không đậm", bold ? "bold" : "not bold", look);
        }
        var italic = look.italic();
        if (italic != null && any(runs, it -> it.italic() != italic)) {
            style(
                    element,
                    paragraph,
                    "italic",
                    italic ? "chữ nghiêng" : "chữ đứng",
                    italic ? "italic" : "upright",
                    look);
        }
        if (look.underlined() && any(runs, it -> !it.underlined())) {
            style(element, paragraph, "underline", "gạch chân", "underlined", look);
        }
        if (look.caps() && !paragraph.isCapitals()) {
            style(element, paragraph, "caps", "chữ in hoa", "capital letters", look);
        }
        align(element, paragraph, look);
    }

    /** Only what a body leaves to its author: any weight and slope, but not any size or font. */
    private void font(Element element, Para paragraph, List<Run> runs) {
        if (any(runs, it -> !it.font().equals(PaperRules.FONT))) {
            findings.at(
                    "font.name",
                    element,
                    paragraph.words(),
                    "phông chữ " + PaperRules.FONT,
                    "font " + PaperRules.FONT,
                    found(runs, Run::font),
                    PageChecks.GENERAL + "4");
        }
        if (any(runs, it -> !BLACK.contains(it.color()))) {
            findings.at(
                    "font.color",
                    element,
                    paragraph.words(),
                    "màu đen",
                    "black",
                    found(runs, Run::color),
                    PageChecks.GENERAL + "4");
        }
    }

    private void align(Element element, Para paragraph, Look look) {
        boolean free = element == Element.TABLE_TEXT || element == Element.ADDRESSEE;
        if (!free && !paragraph.align().equals(look.align().word())) {
            findings.at(
                    element.id() + ".align",
                    element,
                    paragraph.words(),
                    look.align().vietnamese(),
                    "aligned " + look.align().word(),
                    paragraph.align(),
                    look.source());
        }
    }

    private void style(
            Element element, Para paragraph, String property, String expected, String expectedEn, Look look) {
        findings.at(
                element.id() + "." + property,
                element,
                paragraph.words(),
                expected,
                expectedEn,
                "khác / otherwise",
                look.source());
    }

    private static boolean any(List<Run> runs, Predicate<Run> wrong) {
        return runs.stream().anyMatch(wrong);
    }

    private static String found(List<Run> runs, java.util.function.Function<Run, String> property) {
        return String.join(", ", runs.stream().map(property).distinct().toList());
    }

    private static String range(Look look) {
        return look.minSize() == look.maxSize()
                ? plain(look.minSize())
                : plain(look.minSize()) + "-" + plain(look.maxSize());
    }

    private static String plain(double size) {
        return size == Math.rint(size) ? String.valueOf((long) size) : String.valueOf(size);
    }
}
