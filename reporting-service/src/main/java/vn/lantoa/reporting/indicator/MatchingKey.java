package vn.lantoa.reporting.indicator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The key by which the same indicator in the plans of many communes is recognised: its name and unit without case, marks and
 * punctuation. "hoà" and "hòa", full-width signs and double blanks make no difference; different units never meet.
 */
public final class MatchingKey {

    private static final int LONGEST_READABLE = 80;

    private MatchingKey() {}

    public static String of(String name, String unit) {
        var readable = plain(name);
        if (readable.length() > LONGEST_READABLE) {
            readable = readable.substring(0, LONGEST_READABLE) + "-" + fingerprint(readable);
        }
        return readable + "~" + unit(unit);
    }

    private static String unit(String unit) {
        var stripped = unit.strip();
        return stripped.equals("%") || plain(stripped).equals("phan-tram") ? "pct" : plain(stripped);
    }

    private static String plain(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
        return decomposed.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }

    private static String fingerprint(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
