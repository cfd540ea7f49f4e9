package vn.lantoa.plan.edition;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.PlanPromulgated;

/** Knows plans that were issued before their versions were kept. */
public interface IssuedBefore {

    /** The first version of a plan, as it is told when a plan is issued. */
    record FirstVersion(PlanPromulgated told, OffsetDateTime at) {}

    /** Empty for a plan that is not issued, or that another organization has. */
    Optional<FirstVersion> find(UUID organizationId, UUID planId);
}
