package vn.lantoa.kit.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A strong entity tag (RFC 9110, section 8.8.3): the same tag means the same bytes. The tag of a thing that has versions begins
 * with its version and a mark of the thing itself, which is what a change is checked against: what is shown differs by reader
 * and day under one version.
 *
 * @param value without its quotes
 */
public record EntityTag(String value) {

    private static final String ANY = "*";
    private static final int HASH_CHARACTERS = 32;
    private static final int MARK_CHARACTERS = 16;
    private static final Pattern VERSIONED = Pattern.compile("\"(\\d{1,18})-([0-9a-f]{16})(?:-[0-9a-f]{1,64})?\"");

    private static final Pattern SHOWN = Pattern.compile("\"(.+)-[0-9a-f]{" + MARK_CHARACTERS + "}\"");

    /** The tag of a whole answer. */
    public static EntityTag of(byte[] content) {
        return new EntityTag(hash(content, HASH_CHARACTERS));
    }

    /** The tag of an answer that is fully determined by these parts. */
    public static EntityTag ofParts(@Nullable Object... parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(part).append('\u001F');
        }
        return of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The tag of one version of one thing; the same version of another thing has another tag. */
    public static EntityTag ofVersion(UUID thing, long version) {
        return new EntityTag(version + "-" + mark(thing, version));
    }

    /** The tag of one version as this reader sees it; a change may name it like that of the version. */
    public EntityTag shownAs(byte[] content) {
        return new EntityTag(value + "-" + hash(content, MARK_CHARACTERS));
    }

    /** The tag of one state as this reader sees it on this day, when these parts determine the answer. */
    public EntityTag shownAsParts(@Nullable Object... parts) {
        return new EntityTag(value + "-" + ofParts(parts).value().substring(0, MARK_CHARACTERS));
    }

    /**
     * The version for which a change of the thing was made: the newest that the header names, since versions only grow.
     *
     * @param ifMatch the header If-Match; null or {@code *} when any version will do
     * @throws Problem.Stale when it names no version of this thing
     */
    public static @Nullable Long expected(@Nullable String ifMatch, UUID thing) {
        if (ifMatch == null || names(ifMatch).contains(ANY)) {
            return null;
        }
        return names(ifMatch).stream()
                .map(VERSIONED::matcher)
                .filter(tag -> tag.matches() && tag.group(2).equals(mark(thing, Long.parseLong(tag.group(1)))))
                .map(tag -> Long.valueOf(tag.group(1)))
                .max(Long::compare)
                .orElseThrow(() -> new Problem.Stale("resource.changed-meanwhile"));
    }

    public String quoted() {
        return '"' + value + '"';
    }

    /** True when the header (If-None-Match or If-Match) names this tag, or any ("*"). Weak tags never match an If-Match. */
    public boolean isNamedBy(@Nullable String header, boolean weakToo) {
        return header != null
                && names(header).stream()
                        .map(name -> weakToo && name.startsWith("W/") ? name.substring(2) : name)
                        .anyMatch(name -> name.equals(ANY) || name.equals(quoted()));
    }

    /**
     * For things without versions, whose tag is made of all they are; as whoever was shown them ({@link #shownAsParts}).
     *
     * @param ifMatch the header If-Match; null when any state will do
     * @throws Problem.Stale when it names another state
     */
    public void requireNamedBy(@Nullable String ifMatch) {
        if (ifMatch != null
                && !isNamedBy(ifMatch, false)
                && names(ifMatch).stream().noneMatch(this::isOfThisState)) {
            throw new Problem.Stale("resource.changed-meanwhile");
        }
    }

    private boolean isOfThisState(String name) {
        var shown = SHOWN.matcher(name);
        return shown.matches() && shown.group(1).equals(value);
    }

    private static List<String> names(String header) {
        return Arrays.stream(header.split(",", -1)).map(String::strip).toList();
    }

    private static String mark(UUID thing, long version) {
        return hash((thing + "\u001F" + version).getBytes(StandardCharsets.UTF_8), MARK_CHARACTERS);
    }

    private static String hash(byte[] content, int characters) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                    .substring(0, characters);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
