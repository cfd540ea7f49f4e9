package vn.lantoa.task.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

/** Moving a task to another unit. */
@Path("/api/v1/tasks/{id}/reassign")
@Tag(name = "Nhiệm vụ")
@IfMatchRequired(TaskViews.class)
class ReassignResource extends TaskAnswerResource {

    /** @param leadUnitId may be the unit that declined, when the leader insists */
    @Schema(name = "Reassignment")
    record Reassignment(
            @NotNull UUID leadUnitId,
            @NotBlank @Size(max = LONGEST_TEXT) String reason) {}

    private final ReassignTask reassignTask;

    ReassignResource(TaskViews views, ReassignTask reassignTask) {
        super(views);
        this.reassignTask = reassignTask;
    }

    @POST
    @Operation(
            summary =
                    "Điều chuyển: a leader moves the task to another unit, where it begins anew; also after a refusal")
    @APIResponse(
            responseCode = "200",
            description = "The task as it stands afterwards",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskView.class)))
    public Response reassign(
            @RestPath UUID id,
            @Valid @NotNull Reassignment body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        reassignTask.handle(new ReassignTask.Command(
                id, actor(), EntityTag.expected(ifMatch, id), body.leadUnitId(), body.reason()));
        return task(id);
    }
}
