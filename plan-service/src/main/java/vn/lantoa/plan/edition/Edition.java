package vn.lantoa.plan.edition;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DecidingDocument;

/**
 * One version of an issued plan.
 *
 * @param version counts from 1, which is the plan as it was issued
 * @param inForceFrom its first day
 * @param document the one that amended the plan; null for the first version, whose document is the plan itself
 * @param decidedBy the leader who decided on it
 * @param decidedAt when it was entered here
 * @param hash SHA-256 over the content as it is stored, hex
 */
public record Edition(
        UUID planId,
        int version,
        LocalDate inForceFrom,
        @Nullable DecidingDocument document,
        UUID decidedBy,
        OffsetDateTime decidedAt,
        @Nullable String reason,
        PlanContent content,
        String hash) {}
