package vn.lantoa.plan.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.IfMatchRequired;
import vn.lantoa.kit.http.OneLine;
import vn.lantoa.kit.identity.Caller;

@Path("/api/v1/calendars/{year}")
@Tag(name = "Calendars")
class CalendarChangeResource {

    /** @param decision the document that takes it back, where there is one */
    @Schema(name = "CalendarWithdrawal")
    record Withdrawal(
            @NotNull @OneLine @Size(max = 500) String reason,
            @Valid TableWish.@Nullable Decision decision) {}

    private final RecordTable recordTable;
    private final WithdrawTable withdrawTable;
    private final PreviewTable previewTable;
    private final CalendarViews views;
    private final CalendarYears years;
    private final Caller caller;

    CalendarChangeResource(
            RecordTable recordTable,
            WithdrawTable withdrawTable,
            PreviewTable previewTable,
            CalendarViews views,
            CalendarYears years,
            Caller caller) {
        this.recordTable = recordTable;
        this.withdrawTable = withdrawTable;
        this.previewTable = previewTable;
        this.views = views;
        this.years = years;
        this.caller = caller;
    }

    @PUT
    @IfMatchRequired(value = CalendarViews.class, id = "year")
    @Operation(
            operationId = "recordCalendar",
            summary = "Record the organization's own table of a year, for itself and all below it that have none",
            description =
                    "It replaces the table above as a whole. Every service computes open deadlines anew, within seconds.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CalendarViews.CalendarView.class)))
    public Response record(
            @RestPath int year,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid TableWish body) {
        caller.require(Role.ADMIN, Role.LEADER);
        years.requireChangeable(year);
        recordTable.handle(new RecordTable.Command(
                acting(),
                acting(),
                caller.personId(),
                caller.actsOnBehalfOf().orElse(null),
                body.table(year),
                body.asSent(),
                ifMatch,
                body.previewToken()));
        return shown(year);
    }

    @POST
    @Path("preview")
    @Operation(
            operationId = "previewCalendar",
            summary = "What recording this table would change; nothing is kept",
            description = "Recording the same body with the token does exactly this, or answers 412.")
    public TablePreviewView preview(@RestPath int year, @NotNull @Valid TableWish body) {
        caller.require(Role.ADMIN, Role.LEADER);
        years.requireChangeable(year);
        var table = body.table(year);
        table.requirePossible(body.asSent());
        return TablePreviewView.of(year, previewTable.preview(new PreviewTable.Command(acting(), acting(), table)));
    }

    @POST
    @Path("withdraw")
    @IfMatchRequired(value = CalendarViews.class, id = "year")
    @Operation(
            operationId = "withdrawCalendar",
            summary = "Take the organization's own table of a year back; the one above holds again")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CalendarViews.CalendarView.class)))
    public Response withdraw(
            @RestPath int year,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Withdrawal body) {
        caller.require(Role.ADMIN, Role.LEADER);
        years.requireChangeable(year);
        withdrawTable.handle(new WithdrawTable.Command(
                acting(),
                year,
                caller.personId(),
                caller.actsOnBehalfOf().orElse(null),
                ifMatch,
                body.reason().strip(),
                body.decision() == null ? null : body.decision().decision()));
        return shown(year);
    }

    private Response shown(int year) {
        var now = views.shown(acting(), year);
        return Response.ok(now.view())
                .header(HttpHeaders.ETAG, now.tag().quoted())
                .build();
    }

    private UUID acting() {
        return caller.memberships().getFirst().organizationId();
    }
}
