package vn.lantoa.plan.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a plan was issued outside of this system, before it was entered.
 *
 * @param registration its number and date; the date is the last that the document leaves possible where it gives none
 * @param dated false when the document gives no date
 * @param signingMode as in the document; null when it does not show one
 * @param leaderId the leader who signed, in whose name the tasks are given
 */
record IssuedOnPaper(
        Registration registration, boolean dated, @Nullable String signingMode, UUID leaderId) {

    Map<String, String> details() {
        var details = new HashMap<>(registration.details());
        details.put("leader", leaderId.toString());
        if (!dated) {
            details.put("dated", "false");
        }
        if (signingMode != null) {
            details.put("signingMode", signingMode);
        }
        return details;
    }
}
