package vn.lantoa.workingdays;

import java.time.LocalDate;

/**
 * A legal deadline, in the words of a document: "trước ngày D" excludes D, "chậm nhất ngày D" includes it.
 *
 * @param date the day that the document names
 */
public record Deadline(LocalDate date, Bound bound) {

    public enum Bound {
        BEFORE,
        ON_OR_BEFORE
    }

    /** The last calendar day on which the duty can be done in time, before any day off is looked at. */
    public LocalDate lastDay() {
        return bound == Bound.BEFORE ? date.minusDays(1) : date;
    }

    /**
     * When lateness begins to be counted: a time limit whose last day is a day off ends at the end of the next working day
     * (Bộ luật Dân sự 2015, Điều 148).
     */
    public LocalDate legalEnd(WorkingCalendar calendar) {
        return calendar.sameOrNext(lastDay());
    }

    /** What reminders aim at: the last working day on which nothing can go wrong. Never after {@link #lastDay}. */
    public LocalDate lastSafeDay(WorkingCalendar calendar) {
        return calendar.sameOrPrevious(lastDay());
    }
}
