package vn.lantoa.task.assignment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.task.work.Actor;

/** Tasks outside of any plan. */
@Path("/api/v1/tasks")
@Tag(name = "Nhiệm vụ")
class AssignTaskResource {

    /**
     * @param dueOn last day in time; null for a task without a deadline
     * @param source what it comes from: "Chỉ đạo trực tiếp" unless said otherwise
     */
    @Schema(name = "NewTask")
    record NewTask(
            @NotBlank @Size(max = 2_000) String title,
            @NotNull UUID leadUnitId,
            @Nullable @Size(max = 50) List<@NotNull UUID> coordinatingUnitIds,
            @Nullable LocalDate dueOn,
            @Nullable @Size(max = 2_000) String product,
            @Nullable @Size(min = 1, max = 300) String source) {}

    private final AssignTask assignTask;
    private final Caller caller;

    AssignTaskResource(AssignTask assignTask, Caller caller) {
        this.assignTask = assignTask;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Giao nhiệm vụ: a leader gives a task outside of any plan to a unit of the organization")
    @APIResponse(
            responseCode = "201",
            description = "The task was given; Location names it",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = AssignTask.Given.class)))
    public Response assign(@Valid @NotNull NewTask body) {
        caller.require(Role.LEADER);
        var given = assignTask.handle(new AssignTask.Command(
                Actor.of(caller),
                body.title().strip(),
                body.leadUnitId(),
                body.coordinatingUnitIds() == null ? List.of() : body.coordinatingUnitIds(),
                body.dueOn(),
                body.product(),
                body.source() == null ? AssignTask.DIRECT_ORDER : body.source()));
        return Response.created(URI.create("/api/v1/tasks/" + given.id()))
                .header(
                        HttpHeaders.ETAG,
                        EntityTag.ofVersion(given.id(), given.version()).quoted())
                .entity(given)
                .build();
    }
}
