package vn.lantoa.plan.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.IfMatchRequired;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;

@Path("/api/v1/plans/{id}")
@MachineScope(write = Scope.PLANS_WRITE)
@Tag(name = "Plans")
class PlanCopyResource {

    /** @param shiftYears by how many years dated schedules, target years and the stated period move; left out, they stay */
    @Schema(name = "PlanCopy")
    record Copy(
            @Nullable @Min(-YearShift.MOST) @Max(YearShift.MOST)
            Integer shiftYears) {}

    private final CopyPlan copyPlan;
    private final CopyTask copyTask;
    private final Plans plans;
    private final PlanViews views;
    private final Caller caller;

    PlanCopyResource(CopyPlan copyPlan, CopyTask copyTask, Plans plans, PlanViews views, Caller caller) {
        this.copyPlan = copyPlan;
        this.copyTask = copyTask;
        this.plans = plans;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @Path("copy")
    @Operation(
            summary =
                    "Make a new draft of a plan, whatever its state, with all its items; number, dates of issue and decisions"
                            + " are not copied, and nobody is told")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlanView.class)))
    public Response copyPlan(@RestPath UUID id, @Nullable @Valid Copy body) {
        caller.require(PlanAction.EDIT.roles());
        var years = body == null || body.shiftYears() == null ? 0 : body.shiftYears();
        var copy = copyPlan.handle(new CopyPlan.Command(
                new PlanChange(caller.organizationId(), id, null, caller.personId()), new YearShift(years)));
        return shown(Response.created(URI.create("/api/v1/plans/" + copy)), copy);
    }

    @POST
    @Path("tasks/{itemId}/copy")
    @IfMatchRequired(PlanViews.class)
    @Operation(summary = "Make a second task like this one, behind the last of the draft")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlanView.class)))
    public Response copyTask(
            @RestPath UUID id, @RestPath UUID itemId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        caller.require(PlanAction.EDIT.roles());
        copyTask.handle(new CopyTask.Command(
                new PlanChange(caller.organizationId(), id, EntityTag.expected(ifMatch, id), caller.personId()),
                itemId));
        return shown(Response.ok(), id);
    }

    private Response shown(Response.ResponseBuilder answer, UUID planId) {
        var shown = views.view(plans.get(caller.organizationId(), planId));
        return answer.header(HttpHeaders.ETAG, shown.tag().quoted())
                .entity(shown.view())
                .build();
    }
}
