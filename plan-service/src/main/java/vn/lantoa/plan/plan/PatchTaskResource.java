package vn.lantoa.plan.plan;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.IfMatchRequired;
import vn.lantoa.kit.http.MergePatch;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;

/** Partial changes of a plan's parts. */
@Path("/api/v1/plans/{id}")
@MachineScope(write = Scope.PLANS_WRITE)
@Tag(name = "Plans")
@IfMatchRequired(PlanViews.class)
class PatchTaskResource {

    private final PatchTask patchTask;
    private final MergePatch mergePatch;
    private final Plans plans;
    private final PlanViews views;
    private final PlanPosts posts;
    private final Caller caller;

    PatchTaskResource(
            PatchTask patchTask, MergePatch mergePatch, Plans plans, PlanViews views, PlanPosts posts, Caller caller) {
        this.patchTask = patchTask;
        this.mergePatch = mergePatch;
        this.plans = plans;
        this.views = views;
        this.posts = posts;
        this.caller = caller;
    }

    @PATCH
    @Path("tasks/{itemId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "patchPlanTask",
            summary = "Correct parts of a task; members left out stay as they are, null takes one away")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = PlanChangeResource.TaskChange.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlanView.class)))
    public Response patch(
            @RestPath UUID id,
            @RestPath UUID itemId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte[] patch) {
        var change = posts.change(PlanAction.EDIT, id, ifMatch);
        patchTask.handle(new PatchTask.Command(change, itemId, now -> mergePatch
                .apply(PlanChangeResource.TaskChange.of(now), patch, PlanChangeResource.TaskChange.class)
                .choice()));
        var shown = views.view(plans.get(caller.organizationId(), id));
        return Response.ok(shown.view())
                .header(HttpHeaders.ETAG, shown.tag().quoted())
                .build();
    }
}
