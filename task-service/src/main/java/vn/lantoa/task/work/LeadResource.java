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
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.IfMatchRequired;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.kit.runtime.Ids;

/** What the lead unit does with its task. */
@Path("/api/v1/tasks/{id}")
@Tag(name = "Nhiệm vụ")
@IfMatchRequired(TaskViews.class)
class LeadResource extends TaskAnswerResource {

    @Schema(name = "Reason")
    record Reason(@NotBlank @Size(max = LONGEST_TEXT) String reason) {}

    @Schema(name = "Delegation")
    record Delegation(@NotNull UUID assigneeId) {}

    /** @param clientId made by the client, so that a repeated synchronization counts once; may be left out */
    @Schema(name = "Progress")
    record Progress(
            @NotBlank @Size(max = LONGEST_TEXT) String note,
            @Nullable UUID clientId) {}

    @Schema(name = "Result")
    record Result(@NotBlank @Size(max = LONGEST_TEXT) String summary) {}

    private final AcceptTask acceptTask;
    private final DeclineTask declineTask;
    private final DelegateTask delegateTask;
    private final UpdateTask updateTask;
    private final SubmitResult submitResult;

    LeadResource(
            TaskViews views,
            AcceptTask acceptTask,
            DeclineTask declineTask,
            DelegateTask delegateTask,
            UpdateTask updateTask,
            SubmitResult submitResult) {
        super(views);
        this.acceptTask = acceptTask;
        this.declineTask = declineTask;
        this.delegateTask = delegateTask;
        this.updateTask = updateTask;
        this.submitResult = submitResult;
    }

    @POST
    @Path("accept")
    @Operation(summary = "Tiếp nhận: the head of the lead unit takes the task on")
    @APIResponse(
            responseCode = "200",
            description = "The task as it stands afterwards",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskView.class)))
    public Response accept(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        acceptTask.handle(new AcceptTask.Command(id, actor(), EntityTag.expected(ifMatch, id)));
        return task(id);
    }

    @POST
    @Path("decline")
    @Operation(summary = "Từ chối: the head of the lead unit refuses, with a reason")
    @APIResponse(
            responseCode = "200",
            description = "The task as it stands afterwards",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskView.class)))
    public Response decline(
            @RestPath UUID id,
            @Valid @NotNull Reason body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        declineTask.handle(new DeclineTask.Command(id, actor(), EntityTag.expected(ifMatch, id), body.reason()));
        return task(id);
    }

    @POST
    @Path("delegate")
    @Operation(summary = "Phân công người: the head names a person of the unit")
    @APIResponse(
            responseCode = "200",
            description = "The task as it stands afterwards",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskView.class)))
    public Response delegate(
            @RestPath UUID id,
            @Valid @NotNull Delegation body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        delegateTask.handle(new DelegateTask.Command(id, actor(), EntityTag.expected(ifMatch, id), body.assigneeId()));
        return task(id);
    }

    @POST
    @Path("updates")
    @MachineScope(write = Scope.TASKS_WRITE)
    @Operation(summary = "Cập nhật tiến độ: how far the work is; the first update starts it")
    @APIResponse(
            responseCode = "200",
            description = "The task as it stands afterwards",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskView.class)))
    public Response update(
            @RestPath UUID id,
            @Valid @NotNull Progress body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        updateTask.handle(new UpdateTask.Command(
                id,
                actor(),
                EntityTag.expected(ifMatch, id),
                body.clientId() == null ? Ids.next() : body.clientId(),
                body.note()));
        return task(id);
    }

    @POST
    @Path("submit-result")
    @Operation(summary = "Báo cáo hoàn thành: the head hands the result in; evidence must be attached")
    @APIResponse(
            responseCode = "200",
            description = "The task as it stands afterwards",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskView.class)))
    public Response submit(
            @RestPath UUID id,
            @Valid @NotNull Result body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        submitResult.handle(new SubmitResult.Command(id, actor(), EntityTag.expected(ifMatch, id), body.summary()));
        return task(id);
    }
}
