package vn.lantoa.reporting.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.ReportState;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.IfMatchRequired;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.reporting.report.ReportAction.Side;

/** Every answer with one report carries its ETag; a change names it in If-Match, and is refused (412) when it is not the newest. */
@Path("/api/v1/reports")
@MachineScope(read = Scope.REPORTS_READ)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "One organization's report of a round")
@IfMatchRequired(CurrentReport.class)
class ReportResource {

    private static final String LIST = "reports";

    /** @param replaceNarrative true to replace also what a person has written */
    record PrefillRequest(@Nullable Boolean replaceNarrative) {}

    record EditRequest(
            @NotNull @Size(max = 500) List<@NotNull @Size(max = 4000) String> narrative,
            @Nullable @Size(max = 2000) String nilReason,
            @Nullable @Valid @Size(max = 500) List<@NotNull FigureChoice> figures) {}

    /** @param figureId null returns to the matching figure of the period */
    record FigureChoice(
            @NotBlank @Size(max = 200) String matchingKey,
            @Nullable UUID figureId) {}

    /** @param figureId the one figure in question; the whole report without it */
    record ReturnRequest(
            @NotBlank @Size(max = 2000) String reason,
            @Nullable UUID figureId) {}

    private final ReportReading reading;
    private final PrefillReport prefillReport;
    private final EditReport editReport;
    private final DecideReport decideReport;
    private final Caller caller;
    private final ObjectMapper json;

    ReportResource(
            ReportReading reading,
            PrefillReport prefillReport,
            EditReport editReport,
            DecideReport decideReport,
            Caller caller,
            ObjectMapper json) {
        this.reading = reading;
        this.prefillReport = prefillReport;
        this.editReport = editReport;
        this.decideReport = decideReport;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @Operation(
            summary = "Reports of the acting organization, and those sent to it; the newest first",
            description = "Without narrative and figures. Answers 304 to If-None-Match with the newest ETag.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportPage.class)))
    public Response list(
            @RestQuery @Nullable UUID roundId,
            @RestQuery @Nullable ReportState state,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var list = Cursor.listOf(LIST, roundId, state);
        var keys = Cursor.read(list, cursor, 1);
        var after = keys.isEmpty() ? null : Cursor.id(keys.getFirst());
        var rows = reading.list(new ReportReading.Wanted(roundId, state, after, limit), Actor.of(caller));
        var page = Page.cut(
                rows,
                limit,
                last -> "/api/v1/reports?limit=" + limit
                        + (roundId == null ? "" : "&roundId=" + roundId)
                        + (state == null ? "" : "&state=" + state)
                        + "&cursor=" + Cursor.of(list, last.id()));
        return answer(page, ifNoneMatch);
    }

    /** For the API description only. */
    record ReportPage(List<ReportView> items, @Nullable String next) {}

    @GET
    @Path("{id}")
    @Operation(
            summary = "One report with its figures",
            description = "Seen by its organization, and by the receiving one once it is sent. 304 to If-None-Match.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportView.class)))
    public Response get(@RestPath UUID id, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return answer(reading.get(id, Actor.of(caller)), ifNoneMatch);
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "Who did what to the report, when and why")
    public Page<DecisionLog.Decision> history(@RestPath UUID id) {
        return new Page<>(reading.history(id, Actor.of(caller)), null);
    }

    @POST
    @Path("{id}/prefill")
    @MachineScope(write = Scope.REPORTS_WRITE)
    @Operation(
            summary = "Write the lines from figures and accepted work; begins the draft",
            description = "What a person has written stays unless `replaceNarrative` is true. Role: SPECIALIST.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportView.class)))
    public Response prefill(
            @RestPath UUID id,
            @Valid @Nullable PrefillRequest request,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var actor = Actor.of(caller);
        boolean replace = request != null && Boolean.TRUE.equals(request.replaceNarrative());
        prefillReport.handle(new PrefillReport.Command(id, actor, expected(id, actor, ifMatch), replace));
        return answer(reading.get(id, actor), null);
    }

    @PUT
    @Path("{id}")
    @MachineScope(write = Scope.REPORTS_WRITE)
    @Operation(
            summary = "Change the lines and the choice of figures",
            description = "Choices left out stay as they are. Role: SPECIALIST.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportView.class)))
    public Response edit(
            @RestPath UUID id,
            @Valid @NotNull EditRequest request,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var actor = Actor.of(caller);
        editReport.handle(new EditReport.Command(
                id,
                actor,
                expected(id, actor, ifMatch),
                request.narrative().stream()
                        .map(ReportResource::text)
                        .flatMap(String::lines)
                        .toList(),
                request.nilReason() == null || request.nilReason().isBlank() ? null : text(request.nilReason()),
                request.figures() == null
                        ? List.of()
                        : request.figures().stream()
                                .map(it -> new EditReport.Choice(it.matchingKey(), it.figureId()))
                                .toList()));
        return answer(reading.get(id, actor), null);
    }

    @POST
    @Path("{id}/submit")
    @Operation(summary = "Hand the draft to the organization's own leader", description = "Role: SPECIALIST.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportView.class)))
    public Response submit(@RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return decide(id, ReportAction.SUBMIT, ifMatch, null, null);
    }

    @POST
    @Path("{id}/approve")
    @Operation(summary = "Approve; freezes the figures of this version", description = "Role: LEADER.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportView.class)))
    public Response approve(@RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return decide(id, ReportAction.APPROVE, ifMatch, null, null);
    }

    @POST
    @Path("{id}/send")
    @Operation(
            summary = "Send to the level above; the time of the first sending counts",
            description = "Roles: CLERK, UNIT_HEAD, LEADER.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportView.class)))
    public Response send(@RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return decide(id, ReportAction.SEND, ifMatch, null, null);
    }

    @POST
    @Path("{id}/accept")
    @Operation(
            summary = "Take a report that was sent; its figures count in the roll-up from now on",
            description = "Role: COORDINATOR of the receiving organization.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportView.class)))
    public Response accept(@RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return decide(id, ReportAction.ACCEPT, ifMatch, null, null);
    }

    @POST
    @Path("{id}/return")
    @Operation(summary = "Send back with a reason", description = """
                    By the COORDINATOR of the receiving organization, of a report sent or accepted, where one figure can be named; \
                    or within the house by UNIT_HEAD or LEADER, instead of approving.""")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReportView.class)))
    public Response sendBack(
            @RestPath UUID id,
            @Valid @NotNull ReturnRequest request,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var report = reading.get(id, Actor.of(caller));
        boolean own = Reports.side(report.organizationId(), Actor.of(caller)) == Side.SENDER;
        return decide(
                id,
                own ? ReportAction.RETURN_TO_DRAFT : ReportAction.RETURN,
                ifMatch,
                text(request.reason()),
                own ? null : request.figureId());
    }

    private Response decide(
            UUID id, ReportAction action, @Nullable String ifMatch, @Nullable String reason, @Nullable UUID figureId) {
        var actor = Actor.of(caller);
        decideReport.handle(
                new DecideReport.Command(id, action, actor, expected(id, actor, ifMatch), reason, figureId));
        return answer(reading.get(id, actor), null);
    }

    /** The state that the request was made for, as far as it says so. */
    private @Nullable Long expected(UUID id, Actor actor, @Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        var now = reading.get(id, actor);
        if (!EntityTag.of(bytes(now)).isNamedBy(ifMatch, false)) {
            throw new Problem.Stale("resource.changed-meanwhile");
        }
        return now.rowVersion();
    }

    private Response answer(Object view, @Nullable String ifNoneMatch) {
        var bytes = bytes(view);
        var tag = EntityTag.of(bytes);
        if (tag.isNamedBy(ifNoneMatch, true)) {
            return Response.notModified()
                    .header(HttpHeaders.ETAG, tag.quoted())
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                    .build();
        }
        return Response.ok(bytes, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, tag.quoted())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private byte[] bytes(Object view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A view is always writable", impossible);
        }
    }

    private static String text(String given) {
        return Normalizer.normalize(given.strip(), Normalizer.Form.NFC);
    }
}
