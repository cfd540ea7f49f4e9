package vn.lantoa.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of an organization as of now; replaces what was known.
 *
 * @param alias its stable short name in addresses and tokens
 * @param administrativeCode code of Decision 19/2025/QĐ-TTg: 2 digits for a province, 5 for a commune, text
 * @param agencyCode code of Decision 20/2020/QĐ-TTg, for integrators
 * @param population inhabitants, for coverage; null for bodies without a territory
 * @param validFrom first day of its existence
 * @param validTo last day of its existence; null while it exists
 * @param timeline what it was, is and will be, period by period without overlap; null when one period says all
 * @param predecessorIds the organizations out of which it was made; null or empty for most
 * @param successorIds the organizations that went on with its work after its end; null or empty for most
 */
public record OrganizationRecorded(
        UUID organizationId,
        String alias,
        String name,
        OrganizationKind kind,
        OrganizationLevel level,
        @Nullable UUID parentId,
        @Nullable String administrativeCode,
        @Nullable String agencyCode,
        @Nullable Long population,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable List<Period> timeline,
        @Nullable List<UUID> predecessorIds,
        @Nullable List<UUID> successorIds)
        implements OrganizationEvent {

    /**
     * What held from one day to another.
     *
     * @param validTo last day; null while it is open
     */
    public record Period(
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String name,
            @Nullable UUID parentId,
            @Nullable String administrativeCode,
            @Nullable String agencyCode,
            @Nullable Long population) {}

    public OrganizationRecorded {
        timeline = timeline == null ? null : List.copyOf(timeline);
        predecessorIds = predecessorIds == null ? null : List.copyOf(predecessorIds);
        successorIds = successorIds == null ? null : List.copyOf(successorIds);
    }

    /** An organization that one period describes. */
    public OrganizationRecorded(
            UUID organizationId,
            String alias,
            String name,
            OrganizationKind kind,
            OrganizationLevel level,
            @Nullable UUID parentId,
            @Nullable String administrativeCode,
            @Nullable String agencyCode,
            @Nullable Long population,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {
        this(
                organizationId,
                alias,
                name,
                kind,
                level,
                parentId,
                administrativeCode,
                agencyCode,
                population,
                validFrom,
                validTo,
                null,
                null,
                null);
    }

    /** All periods, also where one says all. */
    public List<Period> periods() {
        return timeline == null || timeline.isEmpty()
                ? List.of(new Period(validFrom, validTo, name, parentId, administrativeCode, agencyCode, population))
                : timeline;
    }
}
