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

/** What the organization that gave a task does with its result. */
@Path("/api/v1/tasks/{id}")
@Tag(name = "Nhiệm vụ")
@IfMatchRequired(TaskViews.class)
class AcceptanceResource extends TaskAnswerResource {

    @Schema(name = "ReturnReason")
    record Reason(@NotBlank @Size(max = LONGEST_TEXT) String reason) {}

    private final AcceptResult acceptResult;
    private final ReturnResult returnResult;

    AcceptanceResource(TaskViews views, AcceptResult acceptResult, ReturnResult returnResult) {
        super(views);
        this.acceptResult = acceptResult;
        this.returnResult = returnResult;
    }

    @POST
    @Path("accept-result")
    @Operation(summary = "Nghiệm thu: a leader or coordinator accepts the result; complete on the day of submission")
    @APIResponse(
            responseCode = "200",
            description = "The task as it stands afterwards",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskView.class)))
    public Response accept(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        acceptResult.handle(new AcceptResult.Command(id, actor(), EntityTag.expected(ifMatch, id)));
        return task(id);
    }

    @POST
    @Path("return-result")
    @Operation(summary = "Trả lại: a leader or coordinator sends the result back, with a reason")
    @APIResponse(
            responseCode = "200",
            description = "The task as it stands afterwards",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskView.class)))
    public Response giveBack(
            @RestPath UUID id,
            @Valid @NotNull Reason body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        returnResult.handle(new ReturnResult.Command(id, actor(), EntityTag.expected(ifMatch, id), body.reason()));
        return task(id);
    }
}
