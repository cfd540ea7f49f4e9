package vn.lantoa.plan.intake;

import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something is to be done, typed from the document's words, which are always kept.
 *
 * <p>{@code from} and {@code to} bound RANGE, FROM, QUARTER and MONTH; {@code by} is the deadline of BY, with
 * {@code byInclusive} false for "trước ngày" (strictly before) and true for "chậm nhất ngày". A continuous task may
 * still name yearly days. {@code event} holds the words of the event a RELATIVE_TO_EVENT schedule counts from.
 */
public record Schedule(
        Kind kind,
        String words,
        @Nullable PartialDate from,
        @Nullable PartialDate to,
        @Nullable PartialDate by,
        boolean byInclusive,
        @Nullable LocalTime timeOfDay,
        List<YearlyDay> yearlyDays,
        List<Phase> phases,
        @Nullable String event,
        Source source,
        double confidence) {

    /** The kinds of time a plan states. UNSPECIFIED: words are there, but name no time a calendar knows. */
    public enum Kind {
        CONTINUOUS,
        FROM,
        BY,
        RANGE,
        QUARTER,
        MONTH,
        YEARLY_DAY,
        RELATIVE_TO_EVENT,
        PHASES,
        UNSPECIFIED
    }

    /** A day that comes back every year, with the name the document gives it. */
    public record YearlyDay(MonthDay day, @Nullable String name) {}

    /** One round of a schedule in rounds ("Đợt 1: …"). */
    public record Phase(
            String name,
            String words,
            @Nullable PartialDate from,
            @Nullable PartialDate to) {}

    public Schedule {
        yearlyDays = List.copyOf(yearlyDays);
        phases = List.copyOf(phases);
    }

    Schedule withYearlyDays(List<YearlyDay> days) {
        return new Schedule(kind, words, from, to, by, byInclusive, timeOfDay, days, phases, event, source, confidence);
    }
}
