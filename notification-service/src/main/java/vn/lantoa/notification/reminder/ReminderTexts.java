package vn.lantoa.notification.reminder;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import vn.lantoa.notification.notice.Texts;
import vn.lantoa.workingdays.WorkingCalendar;

/** What a reminder says. */
@Singleton
class ReminderTexts {

    private final Texts texts;

    ReminderTexts(Texts texts) {
        this.texts = texts;
    }

    /** @param missed how many earlier reminders this one stands for */
    Texts.Text of(Duty duty, int rung, int missed, LocalDate today, WorkingCalendar calendar) {
        var lastDay = Objects.requireNonNull(duty.lastDay());
        var lastSafeDay = Objects.requireNonNull(duty.lastSafeDay());
        var template =
                switch (duty.subject().type()) {
                    case TASK -> duty.requested() ? "reminder-request.1" : "reminder-task.1";
                    case REPORT_DUTY -> "reminder-report.1";
                };
        return texts.of(
                template,
                Map.of(
                        "name", duty.name(),
                        "lastDay", Texts.date(lastDay),
                        "lastSafeDay", Texts.date(lastSafeDay),
                        "sameDay", lastDay.equals(lastSafeDay),
                        "workingDaysLeft", calendar.between(today, lastSafeDay),
                        "late", today.isAfter(calendar.sameOrNext(lastDay)),
                        "onLastSafeDay", today.equals(lastSafeDay),
                        "workingDaysLate", calendar.between(calendar.sameOrNext(lastDay), today),
                        "missed", missed,
                        "rung", rung));
    }
}
