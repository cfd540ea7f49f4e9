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
        @Nullable LocalDate validTo)
        implements OrganizationEvent {

    public UnitRecorded {
        aliases = List.copyOf(aliases);
        memberUnitIds = List.copyOf(memberUnitIds);
    }
}
