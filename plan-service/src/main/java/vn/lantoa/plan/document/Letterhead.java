package vn.lantoa.plan.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.plan.document.Paper.Block;
import vn.lantoa.plan.document.Paper.Line;
import vn.lantoa.plan.document.Paper.Pair;
import vn.lantoa.plan.document.Paper.Rule;
import vn.lantoa.plan.intake.DocumentType;
import vn.lantoa.plan.plan.PlanDocumentContent;

/** The upper part of the first page: who issues, for the state or the Party; number, place and date. */
final class Letterhead {

    static final String NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
    static final String PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM";

    /** The annex wants a third to a half of the line above. */
    private static final double SHORT_RULE = 0.42;

    private static final String BLANK = "      ";
    private static final Pattern NAME_AND_TERRITORY =
            Pattern.compile("^(\\S.*?) ((?:XÃ|PHƯỜNG|ĐẶC KHU|THÀNH PHỐ|TỈNH) .+)$");
    private static final Pattern PEOPLES =
            Pattern.compile("^(?:ỦY BAN|HỘI ĐỒNG) NHÂN DÂN (?:XÃ|PHƯỜNG|ĐẶC KHU|THÀNH PHỐ|TỈNH) .+$");
    private static final Pattern PLACE = Pattern.compile(
            "^.*?\\b(?:xã|phường|đặc khu|thành phố|tỉnh) ",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern TERRITORY =
            Pattern.compile("^(?:xã|phường|đặc khu|thành phố|tỉnh) ", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final PlanDocumentContent content;
    private final PaperRules rules;

    Letterhead(PlanDocumentContent content, PaperRules rules) {
        this.content = content;
        this.rules = rules;
    }

    static PaperRules rulesFor(OrganizationKind kind) {
        return kind == OrganizationKind.PARTY_COMMITTEE || kind == OrganizationKind.PARTY_BOARD
                ? PaperRules.PARTY
                : PaperRules.STATE;
    }

    List<Pair> rows() {
        var left = new ArrayList<Block>();
        parent().ifPresent(it ->
                inLines(Element.PARENT_BODY, it).forEach(line -> left.add(new Line(Element.PARENT_BODY, line))));
        var issuer = inLines(Element.ISSUER, issuerInFull().toUpperCase(Locale.ROOT));
        issuer.forEach(it -> left.add(new Line(Element.ISSUER, it)));
        if (rules.isParty()) {
            left.add(new Line(Element.STAR, "*"));
        } else {
            left.add(shortRule(Element.ISSUER, issuer.getLast(), columnPoints(Paper.LEFT_COLUMN)));
        }
        var right = new ArrayList<Block>();
        if (rules.isParty()) {
            right.add(new Line(Element.PARTY_TITLE, PARTY));
            right.add(fullRule(Element.PARTY_TITLE, PARTY));
        } else {
            right.add(new Line(Element.NATION, NATION));
            right.add(new Line(Element.MOTTO, MOTTO));
            right.add(fullRule(Element.MOTTO, MOTTO));
        }
        var numbers = new ArrayList<Block>();
        numbers.add(new Line(Element.NUMBER, numberLine()));
        var subject = content.subject();
        if (isLetter() && subject != null) {
            numbers.add(new Line(
                    Element.LETTER_SUBJECT, rules.isParty() ? subject : "V/v " + subject.replaceFirst("^[Vv]/v ", "")));
        }
        return List.of(new Pair(left, right), new Pair(numbers, List.of(new Line(Element.PLACE_DATE, placeAndDate()))));
    }

    private boolean isLetter() {
        return content.type() == DocumentType.CONG_VAN;
    }

    /** A rule below a centred line. */
    Rule shortRule(Element element, String text, double available) {
        return new Rule(Math.min(width(element, text), available) * SHORT_RULE);
    }

    private Rule fullRule(Element element, String text) {
        return new Rule(width(element, text));
    }

    private double width(Element element, String text) {
        var look = rules.look(element);
        return Typeface.of(look).width(text, look.size());
    }

    private double columnPoints(double share) {
        return rules.page().textWidthPoints() * share;
    }

    /** A people's committee or council stands on one line, its territory on the next; others break there when they are too long. */
    private List<String> inLines(Element element, String name) {
        var parts = NAME_AND_TERRITORY.matcher(name);
        boolean broken = parts.matches()
                && (PEOPLES.matcher(name).matches() || width(element, name) > columnPoints(Paper.LEFT_COLUMN));
        return broken ? List.of(parts.group(1), parts.group(2)) : List.of(name);
    }

    /** Within a sentence: letterheads are in capitals, sentences are not. */
    String issuerInSentence() {
        var issuer = content.issuer();
        var stated = issuer.stated();
        return stated == null || stated.equals(stated.toUpperCase(Locale.ROOT))
                ? inFull(issuer.name(), issuer.kind())
                : issuerInFull();
    }

    /** "Ủy ban nhân dân xã Mây Hạ", also where the directory says "Xã Mây Hạ". */
    private String issuerInFull() {
        var issuer = content.issuer();
        return inFull(Objects.requireNonNullElse(issuer.stated(), issuer.name()), issuer.kind());
    }

    private static String inFull(String name, @Nullable OrganizationKind kind) {
        var full = name.replaceFirst("^UBND\\b", "Ủy ban nhân dân").replaceFirst("^HĐND\\b", "Hội đồng nhân dân");
        if (!TERRITORY.matcher(full).find()) {
            return full;
        }
        var territory = full.substring(0, 1).toLowerCase(Locale.ROOT) + full.substring(1);
        return switch (kind) {
            case PEOPLE_COMMITTEE -> "Ủy ban nhân dân " + territory;
            case PEOPLE_COUNCIL -> "Hội đồng nhân dân " + territory;
            case null, default -> full;
        };
    }

    /** People's committees and councils show no body above them; others show what they belong to. */
    private Optional<String> parent() {
        var issuer = content.issuer();
        boolean itself =
                PEOPLES.matcher(issuerInFull().toUpperCase(Locale.ROOT)).matches();
        if (itself) {
            return Optional.empty();
        }
        if (issuer.parentStated() != null) {
            return Optional.of(inFull(issuer.parentStated(), null).toUpperCase(Locale.ROOT));
        }
        boolean shown =
                switch (issuer.kind()) {
                    case DEPARTMENT, PUBLIC_UNIT -> true;
                    case PARTY_COMMITTEE, PARTY_BOARD -> issuer.parentKind() == OrganizationKind.PARTY_COMMITTEE;
                    default -> false;
                };
        return shown && issuer.parentName() != null
                ? Optional.of(inFull(issuer.parentName(), issuer.parentKind()).toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    /** A plan that has no number yet leaves room for it. */
    private String numberLine() {
        var printed = content.number() == null ? BLANK : content.number();
        var symbol = symbol();
        return rules.isParty() ? "Số " + printed + "-" + symbol : "Số: " + printed + "/" + symbol;
    }

    private String symbol() {
        var known = content.symbol();
        if (known != null && !known.isBlank()) {
            return known.strip().replaceFirst("^[-/]", "");
        }
        var type = content.type().abbreviation();
        var body =
                switch (content.issuer().kind()) {
                    case PEOPLE_COMMITTEE -> "UBND";
                    case PEOPLE_COUNCIL -> "HĐND";
                    case PARTY_COMMITTEE -> "ĐU";
                    case FATHERLAND_FRONT -> "MTTQ-BTT";
                    default -> "…";
                };
        if (rules.isParty()) {
            return (type == null ? "CV" : type) + "/" + body;
        }
        return type == null ? body : type + "-" + body;
    }

    private String placeAndDate() {
        var place = content.place();
        var where = place == null || place.isBlank()
                ? PLACE.matcher(content.issuer().name()).replaceFirst("")
                : place;
        var day = content.promulgatedOn();
        return day == null
                ? "%s, ngày%stháng%snăm%s".formatted(where, BLANK, BLANK, BLANK)
                : "%s, ngày %02d tháng %s%d năm %d"
                        .formatted(
                                where,
                                day.getDayOfMonth(),
                                day.getMonthValue() < 3 ? "0" : "",
                                day.getMonthValue(),
                                day.getYear());
    }
}
