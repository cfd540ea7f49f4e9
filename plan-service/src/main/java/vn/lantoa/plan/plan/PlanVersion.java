package vn.lantoa.plan.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The state of a plan as an entity tag. */
final class PlanVersion {

    private static final String ANY = "*";

    /** Matches no plan: a tag that we have never given out. */
    private static final long NONE = -1;

    private PlanVersion() {}

    static String tag(Plan plan) {
        return "\"" + plan.version() + "\"";
    }

    static boolean isAmong(@Nullable String tags, String tag) {
        return tags != null
                && (tags.strip().equals(ANY)
                        || Arrays.stream(tags.split(",", -1))
                                .map(it -> it.strip().replaceFirst("^W/", ""))
                                .anyMatch(tag::equals));
    }

    /** The version that the header If-Match asks for; null when any will do. */
    static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals(ANY)) {
            return null;
        }
        try {
            return Long.parseLong(ifMatch.strip().replaceAll("^\"|\"$", ""));
        } catch (NumberFormatException unknownTag) {
            return NONE;
        }
    }
}
