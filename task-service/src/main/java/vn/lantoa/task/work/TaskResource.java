package vn.lantoa.task.work;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.Scope;
import vn.lantoa.events.TaskState;
import vn.lantoa.kit.http.Direction;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;

/** Lists of tasks, one task, and its history. */
@Path("/api/v1/tasks")
@MachineScope(read = Scope.TASKS_READ)
@Tag(name = "Nhiệm vụ")
class TaskResource extends TaskAnswerResource {

    @Schema(name = "TaskHistory")
    record History(List<TaskView.Line> items, @Nullable String next) {}

    /** The filters of a list, as they stand in its address. */
    public static class Filters {
        @RestQuery
        @Parameter(
                description = "State; may be given several times",
                schema = @Schema(type = SchemaType.ARRAY, implementation = TaskState.class))
        @Nullable
        List<String> state;

        @RestQuery
        @Parameter(description = "Lead unit; may be given several times")
        @Nullable
        List<String> unit;

        @RestQuery
        @Parameter(description = "Person to whom it is delegated")
        @Nullable
        String assignee;

        @RestQuery
        @Nullable
        String planId;

        @RestQuery
        @Parameter(description = "The recurring task whose occurrences are wanted; \"none\" leaves occurrences out")
        @Nullable
        String parent;

        @RestQuery
        @Parameter(schema = @Schema(implementation = AssignMode.class))
        @Nullable
        String mode;

        @RestQuery
        @Parameter(description = "Earliest last day, YYYY-MM-DD")
        @Nullable
        String dueFrom;

        @RestQuery
        @Parameter(description = "Latest last day, YYYY-MM-DD")
        @Nullable
        String dueTo;

        @RestQuery
        @Parameter(description = "true: only what is late")
        @Nullable
        String overdue;
    }

    private final Tasks tasks;
    private final TaskDetails details;
    private final TaskPages pages;
    private final FilterWords words;
    private final Caller caller;

    TaskResource(TaskViews views, Tasks tasks, TaskDetails details, TaskPages pages, FilterWords words, Caller caller) {
        super(views);
        this.tasks = tasks;
        this.details = details;
        this.pages = pages;
        this.words = words;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary =
                    "Tasks that concern the caller's organization, soonest first, those without a deadline last; sort=-dueOn turns it round")
    public Page<TaskSummary> list(
            @jakarta.ws.rs.BeanParam Filters filters,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("dueOn") @Pattern(regexp = "-?dueOn") String sort,
            @Context UriInfo address) {
        var filter = words.read(address.getQueryParameters());
        caller.memberships();
        return pages.page(
                caller.organizationId(),
                filter,
                Direction.of(sort),
                limit,
                cursor,
                FilterWords.next("/api/v1/tasks", address.getQueryParameters()));
    }

    @GET
    @Path("count")
    @Operation(summary = "How many there are, by state, and how many are late; takes the filters of the list")
    public TaskPages.Counts count(@jakarta.ws.rs.BeanParam Filters filters, @Context UriInfo address) {
        var filter = words.read(address.getQueryParameters());
        caller.memberships();
        return pages.count(caller.organizationId(), filter);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A task with its deadline, coordinating units, evidence, history and what the caller may do")
    @APIResponse(
            responseCode = "200",
            description = "The task; its ETag goes into If-Match of a change",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskView.class)))
    public Response get(@RestPath UUID id) {
        return task(id);
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "Who did what, when and why, with the value before and after; oldest first")
    public History history(@RestPath UUID id) {
        return new History(details.history(tasks.visible(id, actor())), null);
    }
}
