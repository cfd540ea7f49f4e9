package vn.lantoa.notification.reminder;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.workingdays.WorkingCalendar;

/**
 * What somebody has to do, as far as reminding needs to know it.
 *
 * @param receivingOrganizationId the organization of its own that the unit stands for; its people are told too
 * @param assigneeId the person named by the unit's head
 * @param requested asked for, not ordered: reminded of kindly, and never called late
 * @param occurrence one dated day of a recurring task, which is announced with the task
 * @param lastDay last day in time; null without a deadline
 * @param lastSafeDay last working day not after it
 */
record Duty(
        Subject subject,
        UUID organizationId,
        @Nullable UUID receivingOrganizationId,
        UUID unitId,
        @Nullable UUID assigneeId,
        @Nullable String number,
        String title,
        boolean requested,
        boolean occurrence,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate lastSafeDay,
        @Nullable String calendarVersion,
        boolean open) {

    /** What the duty is: its type, and its id in the service that owns it. */
    record Subject(Type type, UUID id) {}

    enum Type {
        TASK,
        REPORT_DUTY
    }

    /** The same with the dates that a calendar gives it. */
    Duty datedBy(WorkingCalendar calendar) {
        return new Duty(
                subject,
                organizationId,
                receivingOrganizationId,
                unitId,
                assigneeId,
                number,
                title,
                requested,
                occurrence,
                lastDay,
                lastDay == null ? null : calendar.sameOrPrevious(lastDay),
                lastDay == null ? null : calendar.version(),
                open);
    }

    /** How it is called in a text: "2.1. Xây dựng chuyên mục". */
    String name() {
        return number == null ? title : number + ". " + title;
    }
}
