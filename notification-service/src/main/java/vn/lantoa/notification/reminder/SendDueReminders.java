package vn.lantoa.notification.reminder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.notification.notice.Notice;
import vn.lantoa.notification.notice.Notices;
import vn.lantoa.workingdays.WorkingCalendar;

/**
 * Sends what has come due, on working days from the sending hour on. Each duty is held for a transaction of its own, so that several
 * instances share the work, none is done twice, and one that fails stops no other; what was missed while nobody ran goes out in one message per duty.
 */
@Singleton
class SendDueReminders {

    private static final Logger LOG = Logger.getLogger(SendDueReminders.class);
    private static final int DUTIES_AT_A_TIME = 50;
    private static final UUID BEGINNING = new UUID(0, 0);

    private final Reminders reminders;
    private final Duties duties;
    private final Calendars calendars;
    private final Addressees addressees;
    private final ReminderTexts texts;
    private final Notices notices;
    private final Clock clock;
    private final LocalTime sendingTime;

    SendDueReminders(
            Reminders reminders,
            Duties duties,
            Calendars calendars,
            Addressees addressees,
            ReminderTexts texts,
            Notices notices,
            Clock clock,
            @ConfigProperty(name = "lantoa.reminder.sending-time") LocalTime sendingTime) {
        this.reminders = reminders;
        this.duties = duties;
        this.calendars = calendars;
        this.addressees = addressees;
        this.texts = texts;
        this.notices = notices;
        this.clock = clock;
        this.sendingTime = sendingTime;
    }

    @Scheduled(every = "{lantoa.reminder.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (LocalTime.now(clock).isBefore(sendingTime)) {
            return;
        }
        var today = LocalDate.now(clock);
        var calendarOf = workingToday(today);
        List<Duty.Subject> some;
        var after = BEGINNING;
        do {
            some = reminders.subjectsDue(today, calendarOf.keySet(), after, DUTIES_AT_A_TIME);
            for (var subject : some) {
                sendIsolated(subject, calendarOf, today);
                after = subject.id();
            }
        } while (some.size() == DUTIES_AT_A_TIME);
    }

    /** Where today is a day off (the calendar changed after planning, or nobody ran on the day itself), the next working day will do. */
    private Map<UUID, WorkingCalendar> workingToday(LocalDate today) {
        var calendarOf = new HashMap<UUID, WorkingCalendar>();
        for (var organization : reminders.organizationsWithDue(today)) {
            var calendar = calendars.of(organization);
            if (calendar.isWorkingDay(today)) {
                calendarOf.put(organization, calendar);
            }
        }
        return calendarOf;
    }

    /** One that cannot be sent does not keep the others back; it is tried again with the next sweep. */
    private void sendIsolated(Duty.Subject subject, Map<UUID, WorkingCalendar> calendarOf, LocalDate today) {
        try {
            QuarkusTransaction.requiringNew().run(() -> duties.hold(subject)
                    .filter(duty -> calendarOf.containsKey(duty.organizationId()))
                    .ifPresent(duty -> send(duty, calendarOf.get(duty.organizationId()), today)));
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s %s: the reminder is not sent yet", subject.type(), subject.id());
        }
    }

    private void send(Duty duty, WorkingCalendar calendar, LocalDate today) {
        var due = reminders.due(duty.subject(), today);
        if (due.isEmpty()) {
            return; // another instance was faster
        }
        var latest = due.getLast();
        var text = texts.of(duty, latest.rung(), due.size() - 1, today, calendar);
        var people = addressees.of(Addressees.Group.of(duty, latest.rung()));
        if (people.isEmpty()) {
            LOG.warnf(
                    "%s %s: nobody to remind",
                    duty.subject().type(), duty.subject().id());
        }
        notices.give(people.stream()
                .map(person -> new Notice(
                        person.organizationId(),
                        person,
                        Notice.Kind.REMINDER,
                        duty.subject().type().name(),
                        duty.subject().id(),
                        "rung " + latest.rung() + " of " + duty.lastDay(), // a moved deadline is reminded of anew
                        text.template(),
                        text.title(),
                        text.body()))
                .toList());
        reminders.fired(duty.subject(), latest.rung(), OffsetDateTime.now(clock));
    }
}
