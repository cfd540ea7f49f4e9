package vn.lantoa.plan.plan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;

@Path("/api/v1/plans/{id}/years/{year}")
@MachineScope(read = Scope.PLANS_READ)
@Tag(name = "Plans")
class PlanYearResource {

    private final Plans plans;
    private final PlanYearViews views;
    private final Caller caller;

    PlanYearResource(Plans plans, PlanYearViews views, Caller caller) {
        this.plans = plans;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getPlanYear",
            summary = "What the plan asks for in one year: its targets, tasks with their days, and reports due")
    public PlanYearView get(@RestPath UUID id, @RestPath @Min(2000) @Max(2100) int year) {
        return views.of(plans.get(caller.memberships().getFirst().organizationId(), id), year);
    }
}
