package vn.lantoa.kit.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that was made.
 *
 * @param organizationId in whose audit it belongs
 * @param action name of the use case
 * @param version of the subject after the change; null when it has none
 * @param command everything that was asked for; only its hash is kept
 */
public record Performed(
        UUID organizationId,
        String action,
        String subjectType,
        List<UUID> subjectIds,
        @Nullable Long version,
        Object command) {

    public Performed {
        subjectIds = List.copyOf(subjectIds);
    }
}
