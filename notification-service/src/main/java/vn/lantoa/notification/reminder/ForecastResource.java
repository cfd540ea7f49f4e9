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
import vn.lantoa.kit.identity.Caller;

/** What will be sent to whom. */
@Path("/api/v1/notifications/forecast")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "reminders")
class ForecastResource {

    /** The most reminders that one forecast lists. */
    private static final int MOST = 500;

    record Forecast(LocalDate from, LocalDate until, List<Planned> items) {}

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
    @Operation(summary = "The reminders planned for the next days, with their recipients as of now")
    public Forecast forecast(@RestQuery @DefaultValue("14") @Min(1) @Max(400) int days) {
        caller.require(Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD, Role.SPECIALIST, Role.ADMIN);
        var today = LocalDate.now(clock);
        var until = today.plusDays(days);
        var planned = reminders.plannedUntil(caller.organizationId(), until, MOST);
        Map<Duty.Subject, Duty> bySubject =
                duties
                        .all(planned.stream()
                                .map(Reminders.Due::subject)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Duty::subject, Function.identity()));
        return new Forecast(
                today,
                until,
                planned.stream()
                        .map(it -> planned(it, bySubject.get(it.subject())))
                        .toList());
    }

    private Planned planned(Reminders.Due due, Duty duty) {
        return new Planned(
                due.firesOn(),
                due.rung(),
                duty.subject().type(),
                duty.subject().id(),
                duty.name(),
                duty.lastDay(),
                duty.lastSafeDay(),
                duty.calendarVersion(),
                addressees.of(duty, due.rung()).stream().map(Recipient::of).toList());
    }
}
