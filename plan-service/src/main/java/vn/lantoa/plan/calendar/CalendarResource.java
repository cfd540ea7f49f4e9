package vn.lantoa.plan.calendar;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.workingdays.CalendarDay;

@Path("/api/v1/calendars")
@MachineScope(read = Scope.DIRECTORY_READ)
@Tag(name = "Calendars", description = "Holidays, swapped days and make-up days by which deadlines are counted")
class CalendarResource {

    /**
     * @param version state of all tables that hold for the organization; computed dates carry it
     * @param tentative true while the year's decision is not out
     */
    @Schema(name = "Calendar")
    record CalendarView(int year, String version, boolean tentative, List<DayView> days) {}

    @Schema(name = "CalendarDay")
    record DayView(LocalDate date, CalendarDay.Kind kind, String name, String decision) {

        static DayView of(CalendarDay day) {
            return new DayView(day.date(), day.kind(), day.name(), day.decision());
        }
    }

    private final Calendars calendars;
    private final YearTables tables;
    private final Caller caller;

    CalendarResource(Calendars calendars, YearTables tables, Caller caller) {
        this.calendars = calendars;
        this.tables = tables;
        this.caller = caller;
    }

    @GET
    @Path("{year}")
    @Operation(summary = "The days of a year that differ from their weekday, for the acting organization")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CalendarView.class)))
    public Response get(@RestPath int year, @Context Request request) {
        var organizationId = caller.memberships().getFirst().organizationId();
        var calendar = calendars.of(organizationId);
        if (year < 1 || year > 9999 || !calendar.covers(Year.of(year))) {
            throw new Problem.NotFound("calendar.not-found", String.valueOf(year));
        }
        var days = calendar.specialDays().stream()
                .filter(day -> day.date().getYear() == year)
                .map(DayView::of)
                .toList();
        var tag = new EntityTag(year + "-" + calendar.version());
        var unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null && unchanged.build().getStatus() == 304) {
            return unchanged.build(); // an If-Match has no meaning here: nothing is changed
        }
        return Response.ok(new CalendarView(year, calendar.version(), isTentative(year), days))
                .tag(tag)
                .build();
    }

    private boolean isTentative(int year) {
        return tables.all().stream().anyMatch(table -> table.year() == year && table.tentative());
    }
}
