package vn.lantoa.plan.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.lantoa.plan.document.DocxSheet.Para;

/** The upper part of the first page: national name or title of the Party, issuer, number, place and date, kind and subject. */
final class HeadChecks {

    private static final Pattern NUMBER = Pattern.compile("^Số\\b.*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern STATE_NUMBER = Pattern.compile(
            "^Số: ?(\\d*)\\p{Ll}? ?/ ?(?:\\p{Lu}[\\p{L}\\d]*|…)(?:-(?:[\\p{Lu}\\d][\\p{L}\\d.&]*|…))*$");
    private static final Pattern PARTY_NUMBER =
            Pattern.compile("^Số ?(\\d*)\\p{Ll}? ?-\\p{Lu}[\\p{L}]*/(?:[\\p{Lu}\\d][\\p{L}\\d.&-]*|…)$");
    private static final Pattern DATE = Pattern.compile(".*\\bngày\\b.*\\btháng\\b.*\\bnăm\\b.*");
    private static final Pattern FULL_DATE =
            Pattern.compile("^\\S.*, ngày ?(\\d{1,2}|[.…]*) ?tháng ?(\\d{1,2}|[.…]*) ?năm ?(\\d{4}|[.…]*)$");

    /** Rules are measured against the words above them; programs differ in how they set letters. */
    private static final double TOLERANCE = 0.12;

    private final PaperParts parts;
    private final PaperRules rules;
    private final LookChecks looks;
    private final LayoutFindings findings;

    HeadChecks(PaperParts parts, PaperRules rules, LookChecks looks, LayoutFindings findings) {
        this.parts = parts;
        this.rules = rules;
        this.looks = looks;
        this.findings = findings;
    }

    void check() {
        if (rules.isParty()) {
            side(title(Element.PARTY_TITLE, Letterhead.PARTY), Element.PARTY_TITLE);
        } else {
            side(title(Element.NATION, Letterhead.NATION), Element.NATION);
            motto();
        }
        issuer();
        number();
        placeAndDate();
        if (parts.letter()) {
            letterSubject();
        } else {
            type();
        }
    }

    private Optional<Para> title(Element element, String words) {
        var found = parts.head().stream()
                .filter(it -> LayoutLint.key(it).equals(words))
                .findFirst();
        if (found.isEmpty()) {
            findings.missing(element, rules.look(element).source());
        } else {
            looks.check(element, found.get());
            if (element == Element.PARTY_TITLE) {
                fullRule(element, found.get());
            }
        }
        return found;
    }

    private void motto() {
        var found = parts.head().stream()
                .filter(it -> LayoutLint.key(it).startsWith("ĐỘC LẬP"))
                .findFirst();
        var source = rules.look(Element.MOTTO).source();
        if (found.isEmpty()) {
            findings.missing(Element.MOTTO, source);
            return;
        }
        var motto = found.get();
        looks.check(Element.MOTTO, motto);
        if (!motto.words().equals(Letterhead.MOTTO)) {
            findings.at(
                    "motto.text",
                    Element.MOTTO,
                    motto.words(),
                    Letterhead.MOTTO,
                    Letterhead.MOTTO,
                    motto.words(),
                    source);
        }
        fullRule(Element.MOTTO, motto);
    }

    private void side(Optional<Para> found, Element element) {
        found.filter(it -> !it.isRight())
                .ifPresent(it -> findings.add(
                        element.id() + ".side",
                        element,
                        "ở nửa phải đầu trang",
                        "at the upper right",
                        "vị trí khác / elsewhere",
                        rules.look(element).source()));
    }

    // --- issuer

    private void issuer() {
        var left = parts.head().stream().filter(Para::isLeft).toList();
        var names = left.stream()
                .takeWhile(it -> !NUMBER.matcher(it.words()).matches())
                .filter(it -> !it.isBlank() && !it.words().equals("*"))
                .toList();
        var source = rules.look(Element.ISSUER).source();
        if (names.isEmpty()) {
            findings.missing(Element.ISSUER, source);
            return;
        }
        int firstBold = 0;
        while (firstBold < names.size() && !names.get(firstBold).isBold()) {
            firstBold++;
        }
        int issuer = firstBold == names.size() ? names.size() - 1 : firstBold;
        names.subList(0, issuer).forEach(it -> looks.check(Element.PARENT_BODY, it));
        names.subList(issuer, names.size()).forEach(it -> looks.check(Element.ISSUER, it));
        if (rules.isParty()) {
            star(left);
        } else {
            shortRule(Element.ISSUER, names.getLast());
        }
    }

    private void star(List<Para> left) {
        var star = left.stream().filter(it -> it.words().equals("*")).findFirst();
        star.ifPresentOrElse(
                it -> looks.check(Element.STAR, it),
                () -> findings.missing(Element.STAR, rules.look(Element.STAR).source()));
    }

    // --- rules

    private void fullRule(Element element, Para above) {
        rule(element, above, 1 - TOLERANCE, 1 + TOLERANCE, "bằng độ dài dòng chữ", "as long as the line above");
    }

    private void shortRule(Element element, Para above) {
        rule(
                element,
                above,
                (1 - TOLERANCE) / 3,
                (1 + TOLERANCE) / 2,
                "bằng 1/3 đến 1/2 độ dài dòng chữ",
                "a third to a half of the line above");
    }

    private void rule(Element element, Para above, double least, double most, String expected, String expectedEn) {
        var source = rules.look(element).source();
        var all = element == Element.SUBJECT ? parts.subject() : parts.head();
        int at = all.indexOf(above);
        var below = at + 1 < all.size() ? all.get(at + 1) : null;
        if (above.border() || above.drawing()) {
            return;
        }
        if (below == null || !below.isRule()) {
            findings.at(
                    element.id() + ".rule",
                    element,
                    above.words(),
                    "có đường kẻ ngang bên dưới",
                    "a rule below it",
                    "không có / none",
                    source);
            return;
        }
        if (!below.border() || below.width() <= 0) {
            return; // a drawn shape: it is there, and its length is its own affair
        }
        var run = above.runs().getFirst();
        double words =
                Math.min(Typeface.of(run.bold(), run.italic()).width(above.words(), run.size()), above.width() / 20.0);
        double length = (below.width() - below.left() - below.right()) / 20.0;
        if (length < words * least || length > words * most) {
            findings.at(
                    element.id() + ".rule-length",
                    element,
                    above.words(),
                    "đường kẻ " + expected,
                    "a rule " + expectedEn,
                    "%.0f%%".formatted(length / words * 100),
                    source);
        }
    }

    // --- number and date

    private void number() {
        var source = rules.look(Element.NUMBER).source();
        var found = parts.head().stream()
                .filter(it -> NUMBER.matcher(it.words()).matches())
                .findFirst();
        if (found.isEmpty()) {
            findings.missing(Element.NUMBER, source);
            return;
        }
        var line = found.get();
        looks.check(Element.NUMBER, line);
        var words = line.words();
        var form = (rules.isParty() ? PARTY_NUMBER : STATE_NUMBER).matcher(words);
        var example = rules.isParty() ? "Số 12-KH/ĐU" : "Số: 12/KH-UBND";
        if (!form.matches()) {
            findings.at(
                    "number.format",
                    Element.NUMBER,
                    words,
                    "theo mẫu “" + example + "”",
                    "the form “" + example + "”",
                    "“" + words + "”",
                    source);
        } else if (form.group(1).length() == 1) {
            findings.at(
                    "number.padding",
                    Element.NUMBER,
                    words,
                    "thêm số 0 phía trước số nhỏ hơn 10",
                    "a zero before numbers below 10",
                    form.group(1),
                    source);
        }
    }

    private void placeAndDate() {
        var source = rules.look(Element.PLACE_DATE).source();
        var found = parts.head().stream()
                .filter(it -> DATE.matcher(it.words()).matches())
                .findFirst();
        if (found.isEmpty()) {
            findings.missing(Element.PLACE_DATE, source);
            return;
        }
        var line = found.get();
        looks.check(Element.PLACE_DATE, line);
        side(found, Element.PLACE_DATE);
        var words = line.words();
        var form = FULL_DATE.matcher(words);
        if (!form.matches()) {
            findings.at(
                    "place-date.format",
                    Element.PLACE_DATE,
                    words,
                    "theo mẫu “Mây Hạ, ngày 05 tháng 01 năm 2026”",
                    "the form “Mây Hạ, ngày 05 tháng 01 năm 2026”",
                    "“" + words + "”",
                    source);
        } else if (isShort(form.group(1))
                || form.group(2).equals("1")
                || form.group(2).equals("2")) {
            findings.at(
                    "place-date.padding",
                    Element.PLACE_DATE,
                    words,
                    "thêm số 0 trước ngày nhỏ hơn 10 và tháng 1, 2",
                    "a zero before days below 10 and months 1 and 2",
                    "“" + words + "”",
                    source);
        }
    }

    private static boolean isShort(String day) {
        return day.matches("\\d");
    }

    // --- kind and subject

    private void letterSubject() {
        var found =
                parts.head().stream().filter(it -> it.words().startsWith("V/v")).findFirst();
        found.ifPresentOrElse(it -> looks.check(Element.LETTER_SUBJECT, it), () -> {
            if (!rules.isParty()) {
                findings.missing(
                        Element.LETTER_SUBJECT,
                        rules.look(Element.LETTER_SUBJECT).source());
            }
        });
        if (parts.body().stream().noneMatch(it -> it.words().startsWith("Kính gửi"))) {
            findings.missing(Element.ADDRESSEE, rules.look(Element.ADDRESSEE).source());
        }
    }

    private void type() {
        var type = parts.type();
        if (type == null) {
            findings.missing(Element.TYPE, rules.look(Element.TYPE).source());
            return;
        }
        looks.check(Element.TYPE, type);
        if (parts.typeAfterBody()) {
            findings.add(
                    "type.order",
                    Element.TYPE,
                    "ngay dưới phần đầu văn bản",
                    "right below the letterhead",
                    "sau phần khác / after another part",
                    rules.look(Element.TYPE).source());
        }
        var source = rules.look(Element.SUBJECT).source();
        var lines = parts.subject().stream()
                .filter(it -> !it.isBlank() && !it.words().matches("-+"))
                .toList();
        if (lines.isEmpty()) {
            findings.missing(Element.SUBJECT, source);
            return;
        }
        lines.forEach(it -> looks.check(Element.SUBJECT, it));
        if (rules.isParty()) {
            boolean marked = Stream.concat(
                            parts.subject().stream(), parts.body().stream().limit(1))
                    .anyMatch(it -> it.isRule() || it.words().matches("-+"));
            if (!marked) {
                findings.at(
                        "subject.rule",
                        Element.SUBJECT,
                        lines.getLast().words(),
                        "dấu “-----” bên dưới",
                        "“-----” below it",
                        "không có / none",
                        source);
            }
        } else {
            shortRule(Element.SUBJECT, lines.getLast());
        }
    }
}
