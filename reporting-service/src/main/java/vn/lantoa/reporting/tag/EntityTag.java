package vn.lantoa.reporting.tag;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A strong entity tag (RFC 9110, section 8.8.3): the same tag means the same bytes.
 *
 * @param value without its quotes
 */
public record EntityTag(String value) {

    private static final int HASH_CHARACTERS = 32;

    /** The tag of a whole answer. */
    public static EntityTag of(byte[] content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new EntityTag(HexFormat.of().formatHex(hash).substring(0, HASH_CHARACTERS));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** The tag of an answer that is fully determined by these parts. */
    public static EntityTag ofParts(Object... parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(part).append('\u001F');
        }
        return of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    public String quoted() {
        return '"' + value + '"';
    }

    /** True when the header (If-None-Match or If-Match) names this tag, or any ("*"). Weak tags never match an If-Match. */
    public boolean isNamedBy(@Nullable String header, boolean weakToo) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .map(name -> weakToo && name.startsWith("W/") ? name.substring(2) : name)
                        .anyMatch(name -> name.equals("*") || name.equals(quoted()));
    }
}
