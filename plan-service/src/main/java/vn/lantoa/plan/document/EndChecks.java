package vn.lantoa.plan.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.lantoa.plan.document.DocxSheet.Para;

/** The end of the document: recipients on the left, who signs on the right. */
final class EndChecks {

    private static final Pattern STATE_MODE = Pattern.compile("^(TM|KT|TL|TUQ)\\. \\S.*");
    private static final Pattern PARTY_MODE = Pattern.compile("^(T/M|K/T|T/L|T/UQ) \\S.*");
    /** However somebody may write it. */
    private static final Pattern ANY_MODE =
            Pattern.compile("^(?:TM|KT|TL|TUQ|T/M|K/T|T/L|T/UQ)[. ].*", Pattern.CASE_INSENSITIVE);

    private static final Pattern ACTING = Pattern.compile("^Q\\. ?\\S.*");
    private static final Pattern ARCHIVE = Pattern.compile("^- ?Lưu:? ?\\S.*");
    private static final Pattern STATE_ARCHIVE = Pattern.compile("^- ?Lưu: (?:VT|Văn thư)\\b.*");

    private final PaperParts parts;
    private final PaperRules rules;
    private final LookChecks looks;
    private final LayoutFindings findings;

    EndChecks(PaperParts parts, PaperRules rules, LookChecks looks, LayoutFindings findings) {
        this.parts = parts;
        this.rules = rules;
        this.looks = looks;
        this.findings = findings;
    }

    void check() {
        recipients();
        signature();
    }

    private void recipients() {
        var source = rules.look(Element.RECIPIENTS).source();
        var all = parts.recipients();
        var heading = all.stream()
                .filter(it -> PaperParts.RECIPIENTS.matcher(it.words()).matches())
                .findFirst();
        if (heading.isEmpty()) {
            findings.missing(Element.RECIPIENTS, source);
            return;
        }
        looks.check(Element.RECIPIENTS, heading.get());
        if (!heading.get().isLeft()) {
            findings.add(
                    "recipients.side",
                    Element.RECIPIENTS,
                    "ở bên trái, ngang hàng với chức vụ người ký",
                    "on the left, beside the signature",
                    "vị trí khác / elsewhere",
                    source);
        }
        var lines = all.stream()
                .dropWhile(it -> !it.equals(heading.get()))
                .skip(1)
                .filter(it -> !ANY_MODE.matcher(it.words()).matches())
                .toList();
        lines.forEach(it -> looks.check(Element.RECIPIENT, it));
        archive(lines);
        marks(lines);
    }

    private void archive(List<Para> lines) {
        var archive = lines.stream()
                .filter(it -> ARCHIVE.matcher(it.words()).matches())
                .findFirst();
        var source = rules.look(Element.RECIPIENT).source();
        boolean kept = archive.isPresent()
                && (rules.isParty()
                        || STATE_ARCHIVE.matcher(archive.get().words()).matches());
        if (!kept) {
            findings.add(
                    "recipients.archive",
                    Element.RECIPIENTS,
                    rules.isParty() ? "dòng “Lưu …” ở cuối" : "dòng cuối “Lưu: VT, <đơn vị soạn thảo>.”",
                    rules.isParty() ? "a last line “Lưu …”" : "a last line “Lưu: VT, <drafting unit>.”",
                    archive.map(it -> "“" + it.words() + "”").orElse("không có / none"),
                    source);
        } else if (!lines.getLast().equals(archive.get())) {
            findings.add(
                    "recipients.order",
                    Element.RECIPIENTS,
                    "dòng “Lưu” đứng cuối danh sách",
                    "the line “Lưu” last",
                    "“" + lines.getLast().words() + "”",
                    source);
        }
    }

    private void marks(List<Para> lines) {
        var between = rules.isParty() ? "," : ";";
        for (int i = 0; i < lines.size(); i++) {
            var words = lines.get(i).words();
            var end = i == lines.size() - 1 ? "." : between;
            boolean ended = words.endsWith(end) || (rules.isParty() && words.endsWith(";"));
            if (!words.startsWith("-") || !ended) {
                findings.at(
                        "recipient.form",
                        Element.RECIPIENT,
                        words,
                        "bắt đầu bằng “-”, kết thúc bằng “" + end + "”",
                        "“-” before it and “" + end + "” behind it",
                        "“" + words + "”",
                        rules.look(Element.RECIPIENT).source());
            }
        }
    }

    // --- signature

    private void signature() {
        var source = rules.look(Element.AUTHORITY).source();
        var form = rules.isParty() ? PARTY_MODE : STATE_MODE;
        Stream.concat(parts.body().stream(), parts.recipients().stream())
                .filter(it -> ANY_MODE.matcher(it.words()).matches() && it.isCapitals())
                .findFirst()
                .ifPresent(it -> elsewhere(it, source));
        parts.signature().stream()
                .filter(it -> ANY_MODE.matcher(it.words()).matches() && !it.isRight())
                .findFirst()
                .ifPresent(it -> elsewhere(it, source));
        var right = parts.signature();
        if (right.isEmpty()) {
            findings.missing(Element.POSITION, rules.look(Element.POSITION).source());
            return;
        }
        var modes = right.stream()
                .filter(it -> ANY_MODE.matcher(it.words()).matches())
                .toList();
        for (var it : modes) {
            looks.check(Element.AUTHORITY, it);
            if (!form.matcher(it.words()).matches()) {
                var example = rules.isParty() ? "T/M, K/T, T/L" : "TM., KT., TL., TUQ.";
                findings.at(
                        "authority.form",
                        Element.AUTHORITY,
                        it.words(),
                        "viết tắt " + example,
                        "one of " + example,
                        "“" + it.words() + "”",
                        source);
            }
        }
        order(right, modes, source);
        position(right, modes);
    }

    private void elsewhere(Para it, String source) {
        findings.at(
                "authority.side",
                Element.AUTHORITY,
                it.words(),
                "ở nửa phải, ngang hàng với “Nơi nhận”",
                "on the right, beside the recipients",
                "vị trí khác / elsewhere",
                source);
    }

    /** "TM." stands above "KT.": the body first, then who stands in for its head; both above the office. */
    private void order(List<Para> right, List<Para> modes, String source) {
        var letters = modes.stream()
                .map(it -> it.words().replaceAll("[./]", "").substring(0, 2))
                .toList();
        int body = letters.indexOf("TM");
        int deputy = letters.indexOf("KT");
        boolean first = right.subList(0, modes.size()).equals(modes);
        if ((body > deputy && deputy >= 0) || !first) {
            findings.add(
                    "authority.order",
                    Element.AUTHORITY,
                    "“TM.” trên “KT.”, trên chức vụ",
                    "“TM.” above “KT.”, both above the office",
                    String.join(" / ", right.stream().map(Para::words).toList()),
                    source);
        }
    }

    private void position(List<Para> right, List<Para> modes) {
        var rest = right.stream().filter(it -> !modes.contains(it)).toList();
        Optional<Para> name =
                rest.isEmpty() || rest.getLast().isCapitals() ? Optional.empty() : Optional.of(rest.getLast());
        name.ifPresent(it -> looks.check(Element.SIGNER, it));
        var offices = rest.stream()
                .filter(it -> name.isEmpty() || !it.equals(name.get()))
                .toList();
        offices.forEach(it -> looks.check(Element.POSITION, it));
        if (offices.isEmpty()) {
            findings.missing(Element.POSITION, rules.look(Element.POSITION).source());
        } else if (offices.stream().anyMatch(it -> ACTING.matcher(it.words()).matches() && !it.isRight())) {
            elsewhere(offices.getFirst(), rules.look(Element.POSITION).source());
        }
    }
}
