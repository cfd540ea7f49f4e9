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

/** What a requested body does with a request: no acceptance test, no lateness score. */
@Path("/api/v1/tasks/{id}")
@Tag(name = "Nhiệm vụ")
@IfMatchRequired(TaskViews.class)
class RequestResource extends TaskAnswerResource {

    @Schema(name = "Answer")
    record Answer(@NotBlank @Size(max = LONGEST_TEXT) String answer) {}

    private final AcknowledgeRequest acknowledgeRequest;
    private final RespondToRequest respondToRequest;

    RequestResource(TaskViews views, AcknowledgeRequest acknowledgeRequest, RespondToRequest respondToRequest) {
        super(views);
        this.acknowledgeRequest = acknowledgeRequest;
        this.respondToRequest = respondToRequest;
    }

    @POST
    @Path("acknowledge")
    @Operation(summary = "Tiếp nhận đề nghị: the requested body confirms that the request arrived")
    @APIResponse(
            responseCode = "200",
            description = "The task as it stands afterwards",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskView.class)))
    public Response acknowledge(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        acknowledgeRequest.handle(new AcknowledgeRequest.Command(id, actor(), EntityTag.expected(ifMatch, id)));
        return task(id);
    }

    @POST
    @Path("respond")
    @Operation(summary = "Phản hồi kết quả: the requested body shares its result")
    @APIResponse(
            responseCode = "200",
            description = "The task as it stands afterwards",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskView.class)))
    public Response respond(
            @RestPath UUID id,
            @Valid @NotNull Answer body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        respondToRequest.handle(
                new RespondToRequest.Command(id, actor(), EntityTag.expected(ifMatch, id), body.answer()));
        return task(id);
    }
}
