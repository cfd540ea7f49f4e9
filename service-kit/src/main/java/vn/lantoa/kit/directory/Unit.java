package vn.lantoa.kit.directory;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.UnitKind;

/** A unit as the directory knows it today. */
public record Unit(
        UUID unitId,
        UUID organizationId,
        String name,
        List<String> aliases,
        UnitKind kind,
        @Nullable String email,
        @Nullable UUID representsOrganizationId,
        List<UUID> memberUnitIds) {}
