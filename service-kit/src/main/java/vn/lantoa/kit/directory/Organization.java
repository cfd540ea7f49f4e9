package vn.lantoa.kit.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;

/** An organization as the directory knows it today. */
public record Organization(
        UUID organizationId,
        String alias,
        String name,
        OrganizationKind kind,
        OrganizationLevel level,
        @Nullable UUID parentId,
        @Nullable String administrativeCode,
        @Nullable String agencyCode,
        @Nullable Long population) {}
