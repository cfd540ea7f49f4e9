package vn.lantoa.events;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a task is to be done, typed, with the document's own words beside it. The rule, not a computed date.
 *
 * @param from first day, for FROM and RANGE
 * @param to the day named, for BY, RANGE, QUARTER and MONTH
 * @param bound whether {@code to} itself is still in time
 * @param yearlyDays fixed days of each year, for YEARLY_DAY and for a CONTINUOUS task that also names some
 * @param words as printed: "Thường xuyên", "trước ngày 15/01/2027"
 */
public record TaskSchedule(
        Kind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable DeadlineBound bound,
        List<YearlyDay> yearlyDays,
        String words) {

    public enum Kind {
        /** "Thường xuyên": never complete before the plan closes. */
        CONTINUOUS,
        FROM,
        BY,
        RANGE,
        QUARTER,
        MONTH,
        YEARLY_DAY,
        RELATIVE_TO_EVENT,
        PHASES
    }

    /**
     * A fixed day of each year.
     *
     * @param monthDay {@code MM-DD}
     */
    public record YearlyDay(String monthDay, String name) {}

    public TaskSchedule {
        yearlyDays = List.copyOf(yearlyDays);
    }
}
