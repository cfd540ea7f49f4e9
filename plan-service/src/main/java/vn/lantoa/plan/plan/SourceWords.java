package vn.lantoa.plan.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lantoa.plan.intake.DocumentType;
import vn.lantoa.plan.intake.ExtractedPlan;
import vn.lantoa.plan.intake.PartialDate;

/** What the items of a reading leave in the text they were read from: how a basis is introduced, and the closing sentence. */
final class SourceWords {

    private static final String USUAL_OPENER = "Căn cứ";
    private static final int CLOSING_CHARACTERS = 1_500;
    /** Looked for in the last part only: a plan ends with its closing, its recipients and its signer. */
    private static final int END_CHARACTERS = 12_000;

    private static final Pattern OPENER = Pattern.compile(
            "^\\W*(Căn cứ|Thực hiện|Triển khai thực hiện|Triển khai|Để thực hiện|Theo)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern CLOSING = Pattern.compile(
            "(?m)^\\s*((?:Trên đây là|Nhận được (?:văn bản|công văn|kế hoạch))\\b.*)$",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final String text;

    SourceWords(String text) {
        this.text = text;
    }

    /** As Decree 30/2020/NĐ-CP wants it: kind, number, date, issuer, title. */
    String legalBasis(ExtractedPlan.LegalBasis basis) {
        var parts = new ArrayList<String>();
        parts.add(opener(basis.source().start()));
        boolean law = basis.type() == DocumentType.LUAT || basis.type() == DocumentType.PHAP_LENH;
        if (law && basis.title() != null) {
            parts.add(basis.title());
        } else if (basis.type() != null) {
            parts.add(basis.type().vietnameseName());
        }
        var number = basis.number();
        if (number != null && !String.join(" ", parts).contains(number)) {
            parts.add("số " + number);
        }
        if (basis.date() != null) {
            parts.add(date(basis.date()));
        }
        if (basis.issuer() != null) {
            parts.add("của " + basis.issuer());
        }
        if (!law && basis.title() != null) {
            parts.add(basis.title());
        }
        return String.join(" ", parts);
    }

    /** Days below ten, and January and February, with a zero in front (Decree 30/2020/NĐ-CP, Annex I, part I, II.4). */
    private static String date(PartialDate date) {
        if (date.month() == null) {
            return "năm " + date.year();
        }
        var month = (date.month() < 3 ? "0" : "") + date.month();
        return date.day() == null
                ? "tháng %s năm %d".formatted(month, date.year())
                : "ngày %02d tháng %s năm %d".formatted(date.day(), month, date.year());
    }

    private String opener(int basisStart) {
        int end = Math.clamp(basisStart, 0, text.length());
        int line = text.lastIndexOf('\n', end - 1) + 1;
        var found = OPENER.matcher(text.substring(line, end));
        return found.find() ? found.group(1) : USUAL_OPENER;
    }

    @Nullable
    String closing() {
        var end = text.substring(Math.max(0, text.length() - END_CHARACTERS));
        var first = CLOSING.matcher(end);
        if (!first.find()) {
            return null;
        }
        var sentence = new StringBuilder();
        for (var line : List.of(end.substring(first.start(1)).split("\n", -1))) {
            if (line.isBlank() || line.startsWith("Nơi nhận") || sentence.length() > CLOSING_CHARACTERS) {
                break;
            }
            sentence.append(sentence.isEmpty() ? "" : " ").append(line.strip());
            if (line.strip().endsWith("./.")) {
                break;
            }
        }
        return sentence.toString();
    }
}
