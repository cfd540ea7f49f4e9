package vn.lantoa.plan.intake;

import java.text.Normalizer;

/**
 * Folds Vietnamese text to plain lower-case ASCII letters, one character for one, so that positions stay valid. Tone
 * placement ("hoà", "hòa"), scanning noise in diacritics and case all disappear.
 */
final class Folding {
    private static final char[] TABLE = table();

    private Folding() {}

    static String fold(CharSequence text) {
        var folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = TABLE[text.charAt(i)];
        }
        return new String(folded);
    }

    private static char[] table() {
        var table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            table[c] = foldOne((char) c);
        }
        return table;
    }

    private static char foldOne(char c) {
        return switch (c) {
            case 'đ', 'Đ', 'ð', 'Ð' -> 'd';
            case '–', '—', '‑', '−' -> '-';
            case '\u00a0', '\t' -> ' ';
            default ->
                Character.isLetter(c) && !Character.isSurrogate(c)
                        ? Character.toLowerCase(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                                .charAt(0))
                        : c;
        };
    }
}
