package vn.lantoa.plan.plan;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The state of a plan as an entity tag. It begins with the version, which is what a change is checked against, and goes on with
 * a hash of what is shown: allowed actions differ by reader under one version.
 */
final class PlanVersion {

    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})(?:-[0-9a-f]+)?\"");
    private static final int HASH_BYTES = 8;

    /** Matches no plan: a tag that we have never given out. */
    private static final long NONE = -1;

    private PlanVersion() {}

    static String tag(long version, byte[] shown) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(shown);
            return "\"" + version + "-" + HexFormat.of().formatHex(digest, 0, HASH_BYTES) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static boolean isAmong(@Nullable String tags, String tag) {
        return tags != null
                && (tags.strip().equals(ANY)
                        || Arrays.stream(tags.split(",", -1))
                                .map(it -> it.strip().replaceFirst("^W/", ""))
                                .anyMatch(tag::equals));
    }

    /** The version that the header If-Match asks for, whoever was shown it; null when any will do. */
    static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals(ANY)) {
            return null;
        }
        var tag = TAG.matcher(ifMatch.strip());
        return tag.matches() ? Long.parseLong(tag.group(1)) : NONE;
    }
}
