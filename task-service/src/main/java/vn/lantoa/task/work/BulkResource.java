package vn.lantoa.task.work;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Bulk;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.quota.MovesMuch;

/** Many tasks in one request. */
@Path("/api/v1/tasks/bulk")
@MovesMuch
@Tag(name = "Nhiệm vụ")
class BulkResource {

    @Schema(name = "BulkOfTasks")
    record Request(@NotNull @Size(min = 1, max = Bulk.MOST) List<@NotNull @Valid Item> items) {}

    /**
     * @param ifMatch the ETag of the task, or {@code *}
     * @param assigneeId for delegate
     * @param leadUnitId for reassign
     * @param reason for reassign
     */
    @Schema(name = "BulkTaskItem")
    record Item(
            @NotNull UUID id,
            @NotBlank @Size(max = 200) String ifMatch,

            @NotNull @Pattern(regexp = "accept|delegate|reassign")
            String action,

            @Nullable UUID assigneeId,
            @Nullable UUID leadUnitId,

            @Nullable @Size(min = 1, max = TaskAnswerResource.LONGEST_TEXT)
            String reason) {}

    private final AcceptTask acceptTask;
    private final DelegateTask delegateTask;
    private final ReassignTask reassignTask;
    private final Tasks tasks;
    private final TaskViews views;
    private final Bulk bulk;

    BulkResource(
            AcceptTask acceptTask,
            DelegateTask delegateTask,
            ReassignTask reassignTask,
            Tasks tasks,
            TaskViews views,
            Bulk bulk) {
        this.acceptTask = acceptTask;
        this.delegateTask = delegateTask;
        this.reassignTask = reassignTask;
        this.tasks = tasks;
        this.views = views;
        this.bulk = bulk;
    }

    @POST
    @Operation(
            operationId = "changeTasks",
            summary = "Accept, delegate or reassign up to 500 tasks; each has an answer of its own",
            description = "With atomic=true all or none: what was done is undone (424) at the first refusal.")
    @APIResponse(
            responseCode = "207",
            description = "An outcome per item, in the order of the request",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Bulk.Answer.class)))
    public Response change(
            @Valid @NotNull Request request,
            @RestQuery @DefaultValue("false") boolean atomic,
            @Context HttpHeaders headers) {
        var actor = views.actor();
        return bulk.run(request.items(), atomic, headers, item -> change(item, actor));
    }

    private Bulk.Done change(Item item, Actor actor) {
        var expected = EntityTag.expected(item.ifMatch(), item.id());
        switch (item.action()) {
            case "accept" -> acceptTask.handle(new AcceptTask.Command(item.id(), actor, expected));
            case "delegate" ->
                delegateTask.handle(
                        new DelegateTask.Command(item.id(), actor, expected, given("/assigneeId", item.assigneeId())));
            default ->
                reassignTask.handle(new ReassignTask.Command(
                        item.id(),
                        actor,
                        expected,
                        given("/leadUnitId", item.leadUnitId()),
                        given("/reason", item.reason())));
        }
        tasks.flush();
        return new Bulk.Done(
                item.id(),
                EntityTag.ofVersion(item.id(), tasks.visible(item.id(), actor).version()));
    }

    private static <T> T given(String pointer, @Nullable T value) {
        if (value == null) {
            throw new Problem.Invalid("request.invalid")
                    .errors(List.of(new Problem.Invalid.Error(pointer, "task.bulk-member-missing")));
        }
        return value;
    }
}
