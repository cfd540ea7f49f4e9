package vn.lantoa.plan.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text as it is compared, without diacritics, case and punctuation, that still knows where each letter stood. The database decides
 * what is found ({@code search_folded}); this shows where.
 */
final class FoldedText {

    /** @param start of the first letter, {@code end} behind the last one, in the text as it is written */
    record Place(int start, int end) {}

    private static final Pattern SPACES = Pattern.compile(" +");

    private final StringBuilder folded = new StringBuilder();
    private final int[] origins;

    FoldedText(String text) {
        var places = new int[4 * text.length() + 1]; // one character is at most so many when it is taken apart
        for (int i = 0; i < text.length(); i++) {
            for (char c : apart(text.charAt(i)).toCharArray()) {
                if (Character.getType(c) != Character.NON_SPACING_MARK && Character.getType(c) != Character.FORMAT) {
                    if (folded.length() == places.length) {
                        throw new IllegalStateException("A character fell into more than four");
                    }
                    places[folded.length()] = i;
                    folded.append(c);
                }
            }
        }
        this.origins = places;
    }

    private static String apart(char c) {
        if (c < 128) {
            return String.valueOf(Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : ' ');
        }
        if (c == 'đ' || c == 'Đ') {
            return "d";
        }
        if (Character.isSurrogate(c)) {
            return " ";
        }
        var parts =
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var kept = new StringBuilder();
        for (int i = 0; i < Math.min(parts.length(), 4); i++) {
            char part = parts.charAt(i);
            boolean belongs = Character.isLetterOrDigit(part)
                    || Character.getType(part) == Character.NON_SPACING_MARK
                    || Character.getType(part) == Character.FORMAT;
            kept.append(belongs ? part : ' ');
        }
        return kept.toString();
    }

    /** The words, one space between them. */
    String words() {
        return SPACES.matcher(folded).replaceAll(" ").strip();
    }

    /** The first place where these words stand in a row, whole; the last of them may be the beginning of one. */
    Optional<Place> find(Pattern row) {
        var found = row.matcher(folded);
        return found.find()
                ? Optional.of(new Place(origins[found.start()], origins[found.end() - 1] + 1))
                : Optional.empty();
    }
}
