package vn.lantoa.plan.calendar;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;

@Path("/api/v1/calendars/{year}")
@MachineScope(read = Scope.DIRECTORY_READ)
@Tag(name = "Calendars", description = "Holidays, swapped days and make-up days by which deadlines are counted")
class CalendarResource {

    /**
     * A table as it would follow from the law, for a person to complete and record. Nothing of it is in force.
     *
     * @param computed always true: nobody decided it
     * @param tentative always true: the decision of the year may move days and swap others
     * @param lunarNewYear first day of the first lunar month, from which the days of Tết are counted
     */
    @Schema(name = "CalendarDraft")
    record DraftView(
            int year,
            boolean computed,
            boolean tentative,
            LocalDate lunarNewYear,
            List<TableViews.TableDayView> days) {}

    private final CalendarViews views;
    private final TableViews tableViews;
    private final TableVersions versions;
    private final Calendars calendars;
    private final Caller caller;

    CalendarResource(
            CalendarViews views, TableViews tableViews, TableVersions versions, Calendars calendars, Caller caller) {
        this.views = views;
        this.tableViews = tableViews;
        this.versions = versions;
        this.calendars = calendars;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getCalendar",
            summary = "The days of a year that differ from their weekday, for the acting organization",
            description =
                    "The organization's own table, else that of the nearest organization above which has one, else the whole"
                            + " country's. Each day says in which of them it stands.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CalendarViews.CalendarView.class)))
    public Response get(@RestPath int year) {
        var now = views.shown(acting(), year);
        return Response.ok(now.view())
                .header(HttpHeaders.ETAG, now.tag().quoted())
                .build();
    }

    @GET
    @Path("versions")
    @Operation(
            operationId = "listCalendarVersions",
            summary = "All states of the tables that concern the acting organization in a year, the newest first",
            description =
                    "Its own, those of the organizations above, and the whole country's: who recorded them when, why and by which"
                            + " document, and what changed.")
    public Page<TableViews.VersionView> versions(
            @RestPath int year,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        var list = Cursor.listOf("calendar-versions", acting(), year);
        var keys = Cursor.read(list, cursor, 2);
        var page = Page.cut(
                versions.steps(
                        calendars.owners(acting()),
                        year,
                        keys.isEmpty() ? null : Cursor.moment(keys.getFirst()),
                        keys.isEmpty() ? null : Cursor.id(keys.getLast()),
                        limit + 1),
                limit,
                last -> "/api/v1/calendars/" + year + "/versions?limit=" + limit + "&cursor="
                        + Cursor.of(
                                list,
                                last.version().recordedAt(),
                                last.version().id()));
        return new Page<>(tableViews.versions(page.items(), acting()), page.next());
    }

    @GET
    @Path("draft")
    @Operation(
            operationId = "draftCalendar",
            summary = "A draft of a year's table, computed from the law and the lunar calendar",
            description =
                    "Bộ luật Lao động 2019, Điều 111 khoản 3 and Điều 112. Nothing is in force before a person records it: the yearly"
                            + " decision may move the days of Tết and swap others.")
    public DraftView draft(@RestPath int year) {
        if (year < DraftTable.FIRST_YEAR || year > DraftTable.LAST_YEAR) {
            throw new Problem.NotFound(
                    "calendar.no-draft", String.valueOf(DraftTable.FIRST_YEAR), String.valueOf(DraftTable.LAST_YEAR));
        }
        return new DraftView(
                year,
                true,
                true,
                LunarCalendar.newYear(year),
                DraftTable.of(year).stream().map(TableViews.TableDayView::of).toList());
    }

    private UUID acting() {
        return caller.memberships().getFirst().organizationId();
    }
}
