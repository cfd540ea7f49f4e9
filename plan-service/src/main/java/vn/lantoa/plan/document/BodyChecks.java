package vn.lantoa.plan.document;

import java.util.List;
import java.util.regex.Pattern;
import vn.lantoa.plan.document.DocxSheet.Para;

/** The text between subject and recipients: legal bases, headings, paragraphs, tables. */
final class BodyChecks {

    private static final Pattern BASIS =
            Pattern.compile("^(?:Căn cứ|Thực hiện|Triển khai|Để thực hiện|Theo)\\b.*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SECTION = Pattern.compile("^([IVX]+)(?:\\. |- ?)\\S.*");
    private static final List<String> ROMAN = List.of(
            "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI");

    private static final int TWIPS = 20;
    private static final double SINGLE = 240;
    /** One centimetre, or half an inch. */
    private static final List<Integer> FIRST_LINES = List.of(567, 720);

    private static final int TOLERANCE = 20;
    private static final int NO_PARAGRAPH = -1;

    private final PaperParts parts;
    private final PaperRules rules;
    private final LookChecks looks;
    private final LayoutFindings findings;

    BodyChecks(PaperParts parts, PaperRules rules, LookChecks looks, LayoutFindings findings) {
        this.parts = parts;
        this.rules = rules;
        this.looks = looks;
        this.findings = findings;
    }

    void check() {
        boolean introduced = parts.letter();
        boolean addressees = false;
        int sections = 0;
        int after = NO_PARAGRAPH;
        for (var it : parts.body()) {
            if (it.isInTable()) {
                table(it);
                after = NO_PARAGRAPH;
                continue;
            }
            if (it.isBlank()) {
                continue;
            }
            var words = it.words();
            addressees = words.startsWith("Kính gửi") || (addressees && words.startsWith("-"));
            var section = SECTION.matcher(words);
            if (addressees) {
                looks.check(Element.ADDRESSEE, it);
            } else if (section.matches()) {
                introduced = true;
                looks.check(Element.SECTION, it);
                order(section.group(1), sections++, words);
                paragraph(it, after);
            } else if (!introduced && BASIS.matcher(words).matches()) {
                looks.check(Element.BASIS, it);
                paragraph(it, after);
            } else {
                introduced = true;
                looks.check(Element.BODY, it);
                paragraph(it, after);
            }
            after = it.after();
        }
        end();
    }

    private void table(Para it) {
        if (!it.isBlank()) {
            looks.check(it.row() == 0 && it.isBold() ? Element.TABLE_HEAD : Element.TABLE_TEXT, it);
        }
    }

    private void order(String numeral, int before, String words) {
        if (before < ROMAN.size() && !numeral.equals(ROMAN.get(before))) {
            findings.at(
                    "section.order",
                    Element.SECTION,
                    words,
                    "mục " + ROMAN.get(before),
                    "section " + ROMAN.get(before),
                    numeral,
                    source(Element.SECTION));
        }
    }

    private void paragraph(Para it, int afterPrevious) {
        if (!it.align().equals("center")
                && FIRST_LINES.stream().noneMatch(wanted -> Math.abs(it.firstLine() - wanted) <= TOLERANCE)) {
            findings.at(
                    "body.indent",
                    Element.BODY,
                    it.words(),
                    "lùi đầu dòng 1 cm hoặc 1,27 cm",
                    "first line indented by 1 or 1.27 cm",
                    "%.2f cm".formatted(it.firstLine() / 567.0),
                    source(Element.BODY));
        }
        int gap = it.before() + Math.max(0, afterPrevious);
        if (afterPrevious != NO_PARAGRAPH && gap < PaperRules.PARAGRAPH_GAP * TWIPS) {
            findings.at(
                    "body.spacing",
                    Element.BODY,
                    it.words(),
                    "cách đoạn trên tối thiểu 6 pt",
                    "at least 6 pt from the paragraph above",
                    "%.1f pt".formatted(gap / (double) TWIPS),
                    source(Element.BODY));
        }
        double size = it.runs().getFirst().size();
        double lines = it.exactLine() ? it.line() / (TWIPS * size * 1.15) : it.line() / SINGLE;
        if (lines < 0.98 || lines > 1.52) {
            findings.at(
                    "body.line-spacing",
                    Element.BODY,
                    it.words(),
                    "dòng đơn đến 1,5 dòng",
                    "single to 1.5 lines",
                    "%.2f".formatted(lines),
                    source(Element.BODY));
        }
    }

    /** The sign of the end, as the forms of Annex III have it. */
    private void end() {
        var last = parts.body().reversed().stream()
                .filter(it -> !it.isBlank() && !it.isInTable())
                .findFirst();
        if (!rules.isParty() && last.isPresent() && !last.get().words().endsWith("./.")) {
            findings.at(
                    "body.end",
                    Element.BODY,
                    last.get().words(),
                    "kết thúc bằng “./.”",
                    "“./.” at the end",
                    "không có / none",
                    "Nghị định 30/2020/NĐ-CP, Phụ lục III, các mẫu văn bản");
        }
    }

    private String source(Element element) {
        return rules.look(element).source();
    }
}
