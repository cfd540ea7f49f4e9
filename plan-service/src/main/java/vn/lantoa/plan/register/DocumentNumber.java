package vn.lantoa.plan.register;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lantoa.plan.intake.DocumentType;

/**
 * Số, ký hiệu of a document in its parts. Reading forgives how it was typed ({@code Số: 57 / NQ-TW}) and keeps the words; writing follows the
 * grammar of the issuer.
 *
 * @param number null while it is blank ({@code /KH-UBND})
 * @param year of a normative act only ({@code 30/2020/NĐ-CP})
 * @param type the abbreviation as written; null for a letter (công văn), which has none
 * @param body the issuer, with the drafting unit behind a hyphen where it is named
 * @param raw as it was written
 */
public record DocumentNumber(
        Grammar grammar,
        @Nullable RegisterNumber number,
        @Nullable Integer year,
        @Nullable String type,
        String body,
        String raw) {

    private static final int LONGEST = 100;

    private static final Pattern LABEL =
            Pattern.compile("^\\s*số\\s*[:.]?\\s*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SPACE_AT_SEPARATOR = Pattern.compile("\\s*([/\\-])\\s*");
    private static final Pattern DASH = Pattern.compile("[‐‑‒–—]");
    private static final String LETTERS = "[\\p{L}\\p{N}&.]+";
    private static final Pattern PARTY = Pattern.compile(
            "(" + RegisterNumber.PATTERN + ")?-(" + LETTERS + ")/(" + LETTERS + "(?:-" + LETTERS + ")*)");
    private static final Pattern STATE = Pattern.compile(
            "(" + RegisterNumber.PATTERN + ")?(?:/((?:19|20)\\d{2}))?/(" + LETTERS + "(?:-" + LETTERS + ")*)");

    /** Bodies of the Party by the letters in their symbols; people write them with the separators of the State too. */
    private static final Set<String> PARTY_BODIES =
            Set.of("TW", "TU", "HU", "QU", "ĐU", "VPTW", "UBKTTW", "BTCTW", "BTGTW", "BTGDVTW", "BNCTW");

    /** @return empty when the words are no number and symbol */
    public static Optional<DocumentNumber> parse(String words) {
        if (words.length() > LONGEST) {
            return Optional.empty();
        }
        var composed = Normalizer.normalize(words, Normalizer.Form.NFC);
        var text = SPACE_AT_SEPARATOR
                .matcher(DASH.matcher(LABEL.matcher(composed).replaceFirst("")).replaceAll("-"))
                .replaceAll("$1")
                .strip();
        var party = PARTY.matcher(text);
        if (party.matches()) {
            return Optional.of(new DocumentNumber(
                    Grammar.PARTY, number(party.group(1)), null, party.group(2), party.group(3), words));
        }
        var state = STATE.matcher(text);
        if (!state.matches()) {
            return Optional.empty();
        }
        var symbol = state.group(3);
        int hyphen = symbol.indexOf('-');
        var type = hyphen < 0 || !isType(symbol.substring(0, hyphen)) ? null : symbol.substring(0, hyphen);
        var body = type == null ? symbol : symbol.substring(hyphen + 1);
        boolean ofTheParty = type != null && state.group(2) == null && PARTY_BODIES.contains(upper(body));
        return Optional.of(new DocumentNumber(
                ofTheParty ? Grammar.PARTY : Grammar.STATE,
                number(state.group(1)),
                state.group(2) == null ? null : Integer.valueOf(state.group(2)),
                type,
                body,
                words));
    }

    /** Number and symbol of a document as its issuer writes them; null while it has no symbol. */
    static @Nullable String written(Grammar grammar, RegisterNumber number, @Nullable String symbol) {
        return symbol == null
                ? null
                : number.printed() + (grammar == Grammar.PARTY ? "-" : "/") + symbolIn(grammar, symbol);
    }

    /** The symbol with the separator that the issuer's grammar wants: {@code KH-ĐU} of a Party body is {@code KH/ĐU}. */
    static String symbolIn(Grammar grammar, String symbol) {
        int hyphen = symbol.indexOf('-');
        if (grammar == Grammar.PARTY && hyphen > 0 && symbol.indexOf('/') < 0 && isType(symbol.substring(0, hyphen))) {
            return symbol.substring(0, hyphen) + "/" + symbol.substring(hyphen + 1);
        }
        return symbol;
    }

    /** Without the number: {@code KH-UBND}, {@code NQ/TW}. */
    public String symbol() {
        return switch (grammar) {
            case STATE -> type == null ? body : type + "-" + body;
            case PARTY -> Objects.requireNonNull(type) + "/" + body;
        };
    }

    /** The usual form: {@code 05/KH-UBND}, {@code 57-NQ/TW}; a blank number stays blank. */
    public String text() {
        var printed = number == null ? "" : number.printed();
        return switch (grammar) {
            case STATE -> printed + (year == null ? "" : "/" + year) + "/" + symbol();
            case PARTY -> printed + "-" + symbol();
        };
    }

    private static @Nullable RegisterNumber number(@Nullable String digits) {
        return digits == null ? null : RegisterNumber.of(digits);
    }

    private static boolean isType(String letters) {
        return Arrays.stream(DocumentType.values())
                .map(DocumentType::abbreviation)
                .anyMatch(it -> it != null && upper(it).equals(upper(letters)));
    }

    private static String upper(String letters) {
        return letters.toUpperCase(Locale.ROOT);
    }
}
