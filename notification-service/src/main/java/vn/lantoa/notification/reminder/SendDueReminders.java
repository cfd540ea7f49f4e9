package vn.lantoa.notification.reminder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.notification.notice.Notice;
import vn.lantoa.notification.notice.Notices;

/**
 * Sends what has come due, on working days from the sending hour on. Duties are claimed row by row, so that several instances
 * share the work and none is done twice; what was missed while nobody ran goes out in one message per duty.
 */
@Singleton
class SendDueReminders {

    private static final Logger LOG = Logger.getLogger(SendDueReminders.class);
    private static final int DUTIES_AT_A_TIME = 50;

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
        int sent;
        do {
            sent = QuarkusTransaction.requiringNew().call(this::sendSome);
        } while (sent == DUTIES_AT_A_TIME);
    }

    private int sendSome() {
        var today = LocalDate.now(clock);
        var bySubject = new LinkedHashMap<Duty.Subject, List<Reminders.Due>>();
        reminders.claim(today, DUTIES_AT_A_TIME).forEach(due -> bySubject
                .computeIfAbsent(due.subject(), _ -> new ArrayList<>())
                .add(due));
        int sent = 0;
        for (var claimed : bySubject.entrySet()) {
            var duty = duties.find(claimed.getKey()).orElseThrow();
            sent += send(duty, claimed.getValue(), today) ? 1 : 0;
        }
        return sent;
    }

    private boolean send(Duty duty, List<Reminders.Due> due, LocalDate today) {
        var calendar = calendars.of(duty.organizationId());
        var latest = due.getLast();
        if (!calendar.isWorkingDay(today)) {
            // The calendar changed after planning, or nobody ran on the day itself: the next working day will do.
            return false;
        }
        var text = texts.of(duty, latest.rung(), due.size() - 1, today, calendar);
        var people = addressees.of(duty, latest.rung());
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
                        "rung " + latest.rung(),
                        text.template(),
                        text.title(),
                        text.body()))
                .toList());
        reminders.fired(duty.subject(), latest.rung(), OffsetDateTime.now(clock));
        return true;
    }
}
