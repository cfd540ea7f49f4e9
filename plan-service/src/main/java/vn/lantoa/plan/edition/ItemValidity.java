package vn.lantoa.plan.edition;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * From when to when an item of a plan holds.
 *
 * @param fromVersion the version that brought it
 * @param untilVersion the version in which it is not any more; null while it stands
 * @param untilOn first day on which it does not hold any more
 */
@Schema(name = "PlanItemValidity")
record ItemValidity(
        UUID itemId,
        int fromVersion,
        LocalDate fromOn,
        @Nullable Integer untilVersion,
        @Nullable LocalDate untilOn) {}
