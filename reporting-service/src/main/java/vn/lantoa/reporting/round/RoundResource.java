package vn.lantoa.reporting.round;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;

@Path("/api/v1/report-rounds")
@MachineScope(read = Scope.REPORTS_READ)
@Tag(name = "Report rounds", description = "Who is asked for what by when, and who has answered")
class RoundResource {

    private static final String LIST = "report-rounds";

    /**
     * Either from an obligation of a commune's plan addressed to the acting organization (a duty of it, or its next one), or with
     * period, due day and indicators of its own. What is given wins over what the obligation tells.
     */
    record OpenRequest(
            @Nullable UUID obligationId,
            @Nullable UUID dutyId,
            @Nullable @Size(max = 300) String title,
            @Nullable LocalDate periodStart,
            @Nullable LocalDate periodEnd,
            @Nullable LocalDate dueOn,
            @Nullable @Valid @Size(max = 200) List<@NotNull WantedIndicator> indicators) {}

    record WantedIndicator(
            @NotBlank @Size(max = 500) String name,
            @NotBlank @Size(max = 50) String unit) {}

    private final Rounds rounds;
    private final RoundDraft draft;
    private final OpenRound openRound;
    private final Caller caller;

    RoundResource(Rounds rounds, RoundDraft draft, OpenRound openRound, Caller caller) {
        this.rounds = rounds;
        this.draft = draft;
        this.openRound = openRound;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Open a round: one report is asked of each commune below",
            description = "From `dutyId` or `obligationId`, or with period, due day and indicators. Role: COORDINATOR.")
    @APIResponse(responseCode = "201", description = "Opened")
    public RestResponse<RoundView> open(@Valid @NotNull OpenRequest request) {
        caller.require(Role.COORDINATOR);
        var wish = new RoundDraft.Wish(
                caller.organizationId(),
                caller.personId(),
                request.obligationId(),
                request.dutyId(),
                request.title() == null || request.title().isBlank() ? null : text(request.title()),
                request.periodStart(),
                request.periodEnd(),
                request.dueOn(),
                request.indicators() == null
                        ? List.of()
                        : request.indicators().stream()
                                .map(it -> RoundDraft.asked(text(it.name()), text(it.unit())))
                                .toList());
        var id = openRound.handle(draft.completed(wish));
        return RestResponse.ResponseBuilder.<RoundView>created(URI.create("/api/v1/report-rounds/" + id))
                .entity(get(id))
                .build();
    }

    @GET
    @Operation(summary = "Rounds that the acting organization collects or is asked in, the newest first")
    public Page<RoundView> list(
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        caller.memberships();
        var keys = Cursor.read(LIST, cursor, 1);
        var after = keys.isEmpty() ? null : Cursor.id(keys.getFirst());
        return Page.cut(
                rounds.list(caller.organizationId(), after, limit),
                limit,
                last -> "/api/v1/report-rounds?limit=" + limit + "&cursor=" + Cursor.of(LIST, last.id()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One round")
    public RoundView get(@RestPath UUID id) {
        caller.memberships();
        return rounds.find(caller.organizationId(), id).orElseThrow(() -> new Problem.NotFound("round.not-found"));
    }

    @GET
    @Path("{id}/matrix")
    @Operation(summary = "Who has sent, when, and who was late; for the organization that collects")
    public RoundView.Matrix matrix(@RestPath UUID id) {
        caller.memberships();
        return rounds.matrix(caller.organizationId(), id).orElseThrow(() -> new Problem.NotFound("round.not-found"));
    }

    private static String text(String given) {
        return Normalizer.normalize(given.strip(), Normalizer.Form.NFC);
    }
}
