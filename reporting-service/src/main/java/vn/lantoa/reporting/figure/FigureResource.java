package vn.lantoa.reporting.figure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
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
import vn.lantoa.effects.ReportPeriod;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;

@Path("/api/v1/figures")
@MachineScope(read = Scope.REPORTS_READ, write = Scope.REPORTS_WRITE)
@Tag(name = "Figures", description = "What was measured for an indicator in a period, where from, and what proves it")
class FigureResource {

    private static final String LIST = "figures";

    /** A ratio takes numerator and denominator, every other indicator a value. State defaults to REPORTED. */
    record FigureRequest(
            @NotNull UUID indicatorId,
            @NotNull LocalDate periodStart,
            @NotNull LocalDate periodEnd,
            @Nullable FigureState state,

            @Nullable @DecimalMin("0") @Digits(integer = 15, fraction = 4)
            BigDecimal numerator,

            @Nullable @DecimalMin("0") @Digits(integer = 15, fraction = 4)
            BigDecimal denominator,

            @Nullable @Digits(integer = 15, fraction = 4) BigDecimal value,
            @Nullable Boolean cumulative,
            @Nullable @Size(max = 500) String source,
            @Nullable @Size(max = 100) List<@NotNull UUID> evidenceIds,
            @Nullable @Size(max = 2000) String explanation) {

        FigureContent content() {
            return new FigureContent(
                    state == null ? FigureState.REPORTED : state,
                    numerator,
                    denominator,
                    value,
                    Boolean.TRUE.equals(cumulative),
                    text(source),
                    evidenceIds == null
                            ? List.of()
                            : evidenceIds.stream().distinct().toList(),
                    text(explanation));
        }

        ReportPeriod period() {
            if (periodEnd.isBefore(periodStart)) {
                throw new Problem.Invalid("request.invalid")
                        .errors(List.of(new Problem.Invalid.Error("/periodEnd", "period.ends-before-start")));
            }
            return new ReportPeriod(periodStart, periodEnd);
        }

        private static @Nullable String text(@Nullable String given) {
            return given == null || given.isBlank() ? null : Normalizer.normalize(given.strip(), Normalizer.Form.NFC);
        }
    }

    private final Figures figures;
    private final RecordFigure recordFigure;
    private final Caller caller;

    FigureResource(Figures figures, RecordFigure recordFigure, Caller caller) {
        this.figures = figures;
        this.recordFigure = recordFigure;
        this.caller = caller;
    }

    @PUT
    @Operation(
            summary = "Record the figure of an indicator in a period",
            description =
                    "The same indicator and period again changes the figure; its history is kept. Role: SPECIALIST.")
    @APIResponse(responseCode = "201", description = "Recorded for the first time")
    @APIResponse(responseCode = "200", description = "Changed, or the same as before")
    public RestResponse<FigureView> put(@Valid @NotNull FigureRequest request) {
        caller.require(Role.SPECIALIST);
        var outcome = recordFigure.handle(new RecordFigure.Command(
                caller.organizationId(),
                caller.personId(),
                request.indicatorId(),
                request.period(),
                request.content()));
        var view = get(outcome.figureId());
        return outcome.isNew()
                ? RestResponse.ResponseBuilder.<FigureView>created(URI.create("/api/v1/figures/" + outcome.figureId()))
                        .entity(view)
                        .build()
                : RestResponse.ok(view);
    }

    @GET
    @Operation(summary = "Figures of the acting organization, newest period first")
    public Page<FigureView> list(
            @RestQuery @Nullable UUID indicatorId,
            @RestQuery @Nullable LocalDate periodStart,
            @RestQuery @Nullable LocalDate periodEnd,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        caller.memberships();
        var list = Cursor.listOf(LIST, indicatorId, periodStart, periodEnd);
        var keys = Cursor.read(list, cursor, 2);
        var after = keys.isEmpty() ? null : new Figures.Place(Cursor.date(keys.get(0)), Cursor.id(keys.get(1)));
        var wanted = new Figures.Wanted(indicatorId, periodStart, periodEnd, after, limit);
        return Page.cut(
                figures.list(caller.organizationId(), wanted),
                limit,
                last -> "/api/v1/figures?limit=" + limit
                        + (indicatorId == null ? "" : "&indicatorId=" + indicatorId)
                        + (periodStart == null ? "" : "&periodStart=" + periodStart)
                        + (periodEnd == null ? "" : "&periodEnd=" + periodEnd)
                        + "&cursor=" + Cursor.of(list, last.periodEnd(), last.id()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One figure")
    public FigureView get(@RestPath UUID id) {
        caller.memberships();
        return figures.find(caller.organizationId(), id).orElseThrow(() -> new Problem.NotFound("figure.not-found"));
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "Every state of a figure, the newest first")
    public Page<FigureView.Past> history(@RestPath UUID id) {
        caller.memberships();
        var history = figures.history(caller.organizationId(), id);
        if (history.isEmpty()) {
            throw new Problem.NotFound("figure.not-found");
        }
        return new Page<>(history, null);
    }
}
