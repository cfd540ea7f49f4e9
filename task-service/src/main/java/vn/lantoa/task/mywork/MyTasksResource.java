package vn.lantoa.task.mywork;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.Direction;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.task.work.TaskFilter;
import vn.lantoa.task.work.TaskPages;
import vn.lantoa.task.work.TaskSummary;

/** What the caller has to see to: open tasks delegated to them, and of the units that they head. */
@Path("/api/v1/me/tasks")
@Tag(name = "Việc của tôi")
class MyTasksResource {

    private final TaskPages pages;
    private final Caller caller;

    MyTasksResource(TaskPages pages, Caller caller) {
        this.pages = pages;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Open tasks delegated to the caller, or of the units they head, soonest first")
    public Page<TaskSummary> mine(
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit,
            @RestQuery @Nullable String cursor) {
        var filter = TaskFilter.mine(
                caller.personId(), caller.unitsAs(Role.UNIT_HEAD), caller.is(Role.UNIT_HEAD, Role.LEADER));
        return pages.page(
                caller.organizationId(),
                filter,
                Direction.ASCENDING,
                limit,
                cursor,
                "/api/v1/me/tasks?limit=" + limit + "&");
    }
}
