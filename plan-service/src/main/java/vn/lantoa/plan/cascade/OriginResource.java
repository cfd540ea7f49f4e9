package vn.lantoa.plan.cascade;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.Organization;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.plan.cascade.Branches.Item;
import vn.lantoa.plan.plan.StandingPlans;

/** Of which plan above a plan was made, and where it goes its own way. */
@Path("/api/v1/plans/{id}/origin")
@Tag(name = "Plans")
class OriginResource {

    /**
     * @param originPlanId the plan above; its content is the level above's own
     * @param originEdition version of the plan above to which this one was last held
     * @param deviations the organization's own choices (ghi đè tại địa phương), item by item
     */
    @Schema(name = "PlanOrigin")
    record View(
            UUID originPlanId,
            UUID originOrganizationId,
            @Nullable String originOrganization,
            int originEdition,
            List<Deviation> deviations) {}

    private final Branches branches;
    private final StandingPlans plans;
    private final Directory directory;
    private final Caller caller;

    OriginResource(Branches branches, StandingPlans plans, Directory directory, Caller caller) {
        this.branches = branches;
        this.plans = plans;
        this.directory = directory;
        this.caller = caller;
    }

    @GET
    @MachineScope(read = Scope.PLANS_READ)
    @Operation(summary = "Of which plan above it was made, with the organization's own choices marked")
    public View get(@RestPath UUID id) {
        var own = caller.memberships().getFirst().organizationId();
        var plan = plans.get(own, id);
        var branch = branches.ofPlan(own, id).orElseThrow(() -> new Problem.NotFound("plan.not-handed-down"));
        var handedDown =
                branches.items(branch.id()).stream().filter(Item::chosen).toList();
        return new View(
                branch.originPlanId(),
                branch.originOrganizationId(),
                directory
                        .organization(branch.originOrganizationId())
                        .map(Organization::name)
                        .orElse(null),
                branch.originEdition(),
                Deviation.of(handedDown, plan.items()));
    }
}
