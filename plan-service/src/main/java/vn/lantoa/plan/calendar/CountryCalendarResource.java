package vn.lantoa.plan.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
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
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.IfMatchRequired;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;

@Path("/api/v1/calendars/country/{year}")
@MachineScope(read = Scope.DIRECTORY_READ)
@Tag(name = "Calendars")
class CountryCalendarResource {

    private final RecordTable recordTable;
    private final PreviewTable previewTable;
    private final CalendarViews views;
    private final CalendarYears years;
    private final Caller caller;

    CountryCalendarResource(
            RecordTable recordTable,
            PreviewTable previewTable,
            CalendarViews views,
            CalendarYears years,
            Caller caller) {
        this.recordTable = recordTable;
        this.previewTable = previewTable;
        this.views = views;
        this.years = years;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getCountryCalendar", summary = "The table of the whole country of a year")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CalendarViews.CalendarView.class)))
    public Response get(@RestPath int year) {
        return shown(year);
    }

    @PUT
    @IfMatchRequired(value = CountryCalendarViews.class, id = "year")
    @Operation(
            operationId = "recordCountryCalendar",
            summary = "Record the table of the whole country, as the organization that keeps it",
            description = "It holds for every organization that has no table of its own and none above it.")
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
                CalendarRecorded.WHOLE_COUNTRY,
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
            operationId = "previewCountryCalendar",
            summary = "What recording this table of the whole country would change; nothing is kept")
    public TablePreviewView preview(@RestPath int year, @NotNull @Valid TableWish body) {
        caller.require(Role.ADMIN, Role.LEADER);
        years.requireChangeable(year);
        var table = body.table(year);
        table.requirePossible(body.asSent());
        return TablePreviewView.of(
                year, previewTable.preview(new PreviewTable.Command(acting(), CalendarRecorded.WHOLE_COUNTRY, table)));
    }

    private Response shown(int year) {
        var now = views.shownOfCountry(acting(), year);
        return Response.ok(now.view())
                .header(HttpHeaders.ETAG, now.tag().quoted())
                .build();
    }

    private UUID acting() {
        return caller.memberships().getFirst().organizationId();
    }
}
