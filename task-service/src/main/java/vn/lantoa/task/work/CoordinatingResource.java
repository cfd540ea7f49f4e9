package vn.lantoa.task.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
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
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.IfMatchRequired;

/** What coordinating units do: each has its own part. */
@Path("/api/v1/tasks/{id}")
@Tag(name = "Nhiệm vụ")
@IfMatchRequired(TaskViews.class)
class CoordinatingResource extends TaskAnswerResource {

    @Schema(name = "CoordinatingNote")
    record Note(@Nullable @Size(max = LONGEST_TEXT) String note) {}

    private final FinishCoordinatingDuty finishDuty;

    CoordinatingResource(TaskViews views, FinishCoordinatingDuty finishDuty) {
        super(views);
        this.finishDuty = finishDuty;
    }

    @POST
    @Path("coordinating/{unitId}/done")
    @Operation(summary = "The head of a coordinating unit says that its part is done; the body may be left out")
    @APIResponse(
            responseCode = "200",
            description = "The task as it stands afterwards",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskView.class)))
    public Response done(
            @RestPath UUID id,
            @RestPath UUID unitId,
            @Valid @Nullable Note body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        finishDuty.handle(new FinishCoordinatingDuty.Command(
                id, actor(), EntityTag.expected(ifMatch, id), unitId, body == null ? null : body.note()));
        return task(id);
    }
}
