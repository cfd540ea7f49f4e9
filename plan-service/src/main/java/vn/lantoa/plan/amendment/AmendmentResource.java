package vn.lantoa.plan.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.IfMatchRequired;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.quota.MovesMuch;
import vn.lantoa.plan.plan.PlanAmendments;
import vn.lantoa.plan.plan.PlanView;
import vn.lantoa.plan.plan.PlanViews;

@Path("/api/v1/plans/{id}")
@Tag(name = "Plans")
class AmendmentResource {

    private final AmendPlan amendPlan;
    private final PreviewAmendment previewAmendment;
    private final PlanAmendments plans;
    private final PlanViews views;
    private final Caller caller;

    AmendmentResource(
            AmendPlan amendPlan,
            PreviewAmendment previewAmendment,
            PlanAmendments plans,
            PlanViews views,
            Caller caller) {
        this.amendPlan = amendPlan;
        this.previewAmendment = previewAmendment;
        this.plans = plans;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @MovesMuch
    @Path("amendments/preview")
    @Operation(
            operationId = "previewAmendment",
            summary = "What an amendment would change for tasks, reports, reminders and people; nothing is changed")
    public AmendmentPreview preview(@RestPath UUID id, @NotNull @Valid AmendmentWish body) {
        caller.require(Role.LEADER, Role.UNIT_HEAD, Role.SPECIALIST, Role.COORDINATOR);
        return previewAmendment.preview(
                new PreviewAmendment.Command(caller.organizationId(), id, caller.personId(), body));
    }

    @POST
    @MovesMuch
    @Path("amend")
    @IfMatchRequired(PlanViews.class)
    @Operation(
            operationId = "amendPlan",
            summary = "Amend an issued plan by a new document (điều chỉnh, bổ sung); with the token of a preview"
                    + " exactly what it said is done")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlanView.class)))
    public Response amend(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid AmendmentWish body) {
        amendPlan.handle(new AmendPlan.Command(plans.change(id, ifMatch), body));
        var shown = views.view(caller.organizationId(), id);
        return Response.ok(shown.view())
                .header(HttpHeaders.ETAG, shown.tag().quoted())
                .build();
    }
}
