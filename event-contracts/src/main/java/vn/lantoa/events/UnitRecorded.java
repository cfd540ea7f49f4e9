package vn.lantoa.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a unit as of now; replaces what was known.
 *
 * @param aliases other spellings under which documents name it
 * @param email official address of the unit, used when no head is known
 * @param representsOrganizationId the organization of its own that this unit stands for (the Front committee, for example):
 *     its members see and answer what is requested of the unit
 * @param memberUnitIds members of a group; empty for every other kind
 * @param timeline what it was, is and will be, period by period without overlap; null when one period says all
 * @param predecessorIds the units out of which it was made; null or empty for most
 * @param successorIds the units that went on with its work after its end; null or empty for most
 */
public record UnitRecorded(
        UUID organizationId,
        UUID unitId,
        String name,
        List<String> aliases,
        UnitKind kind,
        @Nullable String email,
        @Nullable UUID representsOrganizationId,
        List<UUID> memberUnitIds,
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
            List<String> aliases,
            @Nullable String email,
            @Nullable UUID representsOrganizationId,
            List<UUID> memberUnitIds) {

        public Period {
            aliases = List.copyOf(aliases);
            memberUnitIds = List.copyOf(memberUnitIds);
        }
    }

    public UnitRecorded {
        aliases = List.copyOf(aliases);
        memberUnitIds = List.copyOf(memberUnitIds);
        timeline = timeline == null ? null : List.copyOf(timeline);
        predecessorIds = predecessorIds == null ? null : List.copyOf(predecessorIds);
        successorIds = successorIds == null ? null : List.copyOf(successorIds);
    }

    /** A unit that one period describes. */
    public UnitRecorded(
            UUID organizationId,
            UUID unitId,
            String name,
            List<String> aliases,
            UnitKind kind,
            @Nullable String email,
            @Nullable UUID representsOrganizationId,
            List<UUID> memberUnitIds,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {
        this(
                organizationId,
                unitId,
                name,
                aliases,
                kind,
                email,
                representsOrganizationId,
                memberUnitIds,
                validFrom,
                validTo,
                null,
                null,
                null);
    }

    /** All periods, also where one says all. */
    public List<Period> periods() {
        return timeline == null || timeline.isEmpty()
                ? List.of(new Period(validFrom, validTo, name, aliases, email, representsOrganizationId, memberUnitIds))
                : timeline;
    }
}
