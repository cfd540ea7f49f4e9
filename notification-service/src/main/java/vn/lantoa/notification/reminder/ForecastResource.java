package vn.lantoa.notification.reminder;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.directory.Member;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.identity.Caller;

/** What will be sent to whom. */
@Path("/api/v1/notifications/forecast")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "reminders")
class ForecastResource {

    private static final String LIST = "forecast";

    /** @param next address of the following page; null at the end */
    record Forecast(
            LocalDate from,
            LocalDate until,
            List<Planned> items,
            @Nullable String next) {}

    /** @param rung working days before (negative) or after (positive) the end */
    record Planned(
            LocalDate firesOn,
            int rung,
            Duty.Type subjectType,
            UUID subjectId,
            String name,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate lastSafeDay,
            @Nullable String calendarVersion,
            List<Recipient> recipients) {}

    /** @param email whether an e-mail goes out too; without an address there is the inbox only */
    record Recipient(UUID personId, String name, boolean email) {

        static Recipient of(Member member) {
            return new Recipient(member.personId(), member.displayName(), member.email() != null);
        }
    }

    private final Caller caller;
    private final Reminders reminders;
    private final Duties duties;
    private final Addressees addressees;
    private final Clock clock;

    ForecastResource(Caller caller, Reminders reminders, Duties duties, Addressees addressees, Clock clock) {
        this.caller = caller;
        this.reminders = reminders;
        this.duties = duties;
        this.addressees = addressees;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary =
                    "The reminders planned for the next days, soonest first, with their recipients as of now; of one task or duty to report when subjectId is given")
    public Forecast forecast(
            @RestQuery @DefaultValue("14") @Min(1) @Max(400) int days,
            @RestQuery @Nullable UUID subjectId,
            @RestQuery @DefaultValue("200") @Min(1) @Max(200) int limit,
            @RestQuery @Nullable String cursor) {
        caller.require(Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.SPECIALIST, Role.ADMIN);
        var list = Cursor.listOf(LIST, days, subjectId);
        var today = LocalDate.now(clock);
        var until = today.plusDays(days);
        var planned = Page.cut(
                reminders.plannedUntil(caller.organizationId(), until, subjectId, lastSeen(list, cursor), limit + 1),
                limit,
                last -> "/api/v1/notifications/forecast?days=" + days + "&limit=" + limit
                        + (subjectId == null ? "" : "&subjectId=" + subjectId)
                        + "&cursor="
                        + Cursor.of(list, last.firesOn(), last.subject().id(), last.rung()));
        return new Forecast(today, until, withRecipients(planned.items()), planned.next());
    }

    private static Reminders.@Nullable Place lastSeen(String list, @Nullable String cursor) {
        var keys = Cursor.read(list, cursor, 3);
        return keys.isEmpty()
                ? null
                : new Reminders.Place(Cursor.date(keys.get(0)), Cursor.id(keys.get(1)), Cursor.number(keys.get(2)));
    }

    private List<Planned> withRecipients(List<Reminders.Due> planned) {
        Map<Duty.Subject, Duty> bySubject =
                duties
                        .all(planned.stream()
                                .map(Reminders.Due::subject)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Duty::subject, Function.identity()));
        var recipientsOf = new HashMap<Addressees.Group, List<Recipient>>();
        return planned.stream()
                .map(it -> {
                    var duty = bySubject.get(it.subject());
                    return planned(
                            it, duty, recipientsOf.computeIfAbsent(Addressees.Group.of(duty, it.rung()), this::people));
                })
                .toList();
    }

    private List<Recipient> people(Addressees.Group group) {
        return addressees.of(group).stream().map(Recipient::of).toList();
    }

    private static Planned planned(Reminders.Due due, Duty duty, List<Recipient> recipients) {
        return new Planned(
                due.firesOn(),
                due.rung(),
                duty.subject().type(),
                duty.subject().id(),
                duty.name(),
                duty.lastDay(),
                duty.lastSafeDay(),
                duty.calendarVersion(),
                recipients);
    }
}
