package vn.lantoa.plan.intake;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words of the document made readable (converter marks gone, runs of spaces collapsed, split lines joined) that still
 * know, character by character, where they stand.
 */
final class Passage {
    static final Passage NONE = new Passage("", new int[0]);

    private final String text;
    private final int[] at;
    private @Nullable String folded;

    private Passage(String text, int[] at) {
        this.text = text;
        this.at = at;
    }

    /** The readable form of {@code document[start, end)}. */
    static Passage of(String document, int start, int end) {
        var kept = new StringBuilder(end - start);
        var positions = new int[end - start];
        boolean bullet = isStarBullet(document, start, end);
        for (int i = start; i < end; i++) {
            char c = document.charAt(i);
            if (isMark(document, start, end, i, bullet)) {
                continue;
            }
            bullet &= c != '*';
            boolean space = c == ' ' || c == '\t' || c == '\n';
            if (space && (kept.isEmpty() || kept.charAt(kept.length() - 1) == ' ')) {
                continue;
            }
            positions[kept.length()] = i;
            kept.append(space ? ' ' : c);
        }
        return new Passage(kept.toString(), Arrays.copyOf(positions, kept.length())).trim();
    }

    /** "* item": a star used as a bullet, not as emphasis. */
    private static boolean isStarBullet(String document, int start, int end) {
        int i = start;
        while (i < end && document.charAt(i) == ' ') {
            i++;
        }
        return i + 1 < end && document.charAt(i) == '*' && document.charAt(i + 1) == ' ';
    }

    private static boolean isMark(String document, int start, int end, int i, boolean bullet) {
        return switch (document.charAt(i)) {
            case '*' -> !bullet;
            case '#' -> onlyMarksBefore(document, start, i);
            case '`' -> true;
            case '\\' -> i + 1 < end && "*_#.-()[]~>".indexOf(document.charAt(i + 1)) >= 0;
            case '>' -> onlyMarksBefore(document, start, i);
            default -> false;
        };
    }

    private static boolean onlyMarksBefore(String document, int start, int i) {
        for (int k = i - 1; k >= start; k--) {
            if ("#>* ".indexOf(document.charAt(k)) < 0) {
                return false;
            }
        }
        return true;
    }

    String text() {
        return text;
    }

    String folded() {
        var known = folded;
        if (known == null) {
            known = Folding.fold(text);
            folded = known;
        }
        return known;
    }

    int length() {
        return text.length();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    int start() {
        return at[0];
    }

    int end() {
        return at[at.length - 1] + 1;
    }

    Passage from(int from) {
        return part(from, text.length());
    }

    /** The part, without spaces at its ends. */
    Passage part(int from, int to) {
        int begin = Math.max(0, from);
        int end = Math.min(to, text.length());
        while (begin < end && text.charAt(begin) == ' ') {
            begin++;
        }
        while (end > begin && text.charAt(end - 1) == ' ') {
            end--;
        }
        return begin >= end ? NONE : new Passage(text.substring(begin, end), Arrays.copyOfRange(at, begin, end));
    }

    Passage trim() {
        return part(0, text.length());
    }

    /** Without punctuation that ends or separates: {@code . ; : , /} and the closing mark "./." */
    Passage bare() {
        int begin = 0;
        int end = text.length();
        while (end > begin && ".;:,/ -".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        while (begin < end && ".;:, ".indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        return part(begin, end);
    }

    /** All of them, with one space between each two. */
    static Passage join(List<Passage> parts) {
        var filled = parts.stream().filter(part -> !part.isEmpty()).toList();
        int length = filled.stream().mapToInt(part -> part.length() + 1).sum() - 1;
        if (length <= 0) {
            return NONE;
        }
        var text = new StringBuilder(length);
        var positions = new int[length];
        for (var part : filled) {
            if (!text.isEmpty()) {
                positions[text.length()] = positions[text.length() - 1];
                text.append(' ');
            }
            System.arraycopy(part.at, 0, positions, text.length(), part.at.length);
            text.append(part.text);
        }
        return new Passage(text.toString(), positions);
    }

    /** Both, with one space between. */
    Passage then(Passage next) {
        if (isEmpty() || next.isEmpty()) {
            return isEmpty() ? next : this;
        }
        var positions = Arrays.copyOf(at, at.length + 1 + next.at.length);
        positions[at.length] = end() - 1;
        System.arraycopy(next.at, 0, positions, at.length + 1, next.at.length);
        return new Passage(text + " " + next.text, positions);
    }

    Source source(DocumentText document) {
        if (isEmpty()) {
            return document.source(0, 0);
        }
        int first = at[0];
        int last = at[0];
        for (int position : at) { // words of two columns need not stand in reading order
            first = Math.min(first, position);
            last = Math.max(last, position);
        }
        return document.source(first, last + 1);
    }

    Phrase phrase(DocumentText document, double confidence) {
        return new Phrase(text, source(document), confidence);
    }

    @Override
    public String toString() {
        return text;
    }
}
