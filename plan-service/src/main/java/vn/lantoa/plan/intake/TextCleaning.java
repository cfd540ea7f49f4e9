package vn.lantoa.plan.intake;

import java.text.Normalizer;

/** Brings text from any source to the one form readings are made on. */
final class TextCleaning {
    private TextCleaning() {}

    /** NFC, {@code \n} line ends, ordinary spaces, no zero-width or control characters. Form feeds end a line. */
    static String clean(String raw) {
        var out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            switch (c) {
                case '\r' -> {
                    if (i + 1 >= raw.length() || raw.charAt(i + 1) != '\n') {
                        out.append('\n');
                    }
                }
                case '\n', '\f', '\u000b', '\u2028', '\u2029', '\u0085' -> out.append('\n');
                case '\u00a0', '\u2007', '\u202f', '\u2002', '\u2003', '\u2009' -> out.append(' ');
                case '\t' -> out.append('\t');
                case '\uf0b7', '\uf02d', '\uf0a7', '\uf0fc', '\uf076', '\uf0d8' ->
                    out.append('-'); // bullets of symbol fonts
                case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u200f' -> {}
                default -> {
                    if (Character.isSurrogate(c)) {
                        i = appendPair(raw, i, out);
                    } else if (!Character.isISOControl(c) && c != '\ufffe' && c != '\uffff') {
                        out.append(c);
                    }
                }
            }
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    private static int appendPair(String raw, int i, StringBuilder out) {
        if (Character.isHighSurrogate(raw.charAt(i))
                && i + 1 < raw.length()
                && Character.isLowSurrogate(raw.charAt(i + 1))) {
            out.append(raw, i, i + 2);
            return i + 1;
        }
        return i; // half a pair is not a character
    }
}
