package vn.lantoa.plan.plan;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.Organization;
import vn.lantoa.kit.http.Problem;

/** Finds what a plan needs to know of its organization. */
@Singleton
class IssuingBodies {

    private final Directory directory;

    IssuingBodies(Directory directory) {
        this.directory = directory;
    }

    /** @throws Problem.NotFound when the organization does not exist today */
    IssuingBody get(UUID organizationId) {
        var organization = directory
                .organization(organizationId)
                .orElseThrow(() -> new Problem.NotFound("organization.not-found"));
        var parent = Optional.ofNullable(organization.parentId()).flatMap(directory::organization);
        return new IssuingBody(
                organization,
                directory.unitsOf(organizationId),
                parent.orElse(null),
                parent.map(Organization::organizationId).map(directory::unitsOf).orElse(List.of()));
    }
}
