package vn.lantoa.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of an organization as of now; replaces what was known.
 *
 * @param alias its stable short name in addresses and tokens
 * @param administrativeCode code of Decision 19/2025/QĐ-TTg: 2 digits for a province, 5 for a commune, text
 * @param agencyCode code of Decision 20/2020/QĐ-TTg, for integrators
 * @param population inhabitants, for coverage; null for bodies without a territory
 * @param validTo last day of its existence; null while it exists
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
        @Nullable LocalDate validTo)
        implements OrganizationEvent {}
