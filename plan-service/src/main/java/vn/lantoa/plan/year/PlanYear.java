package vn.lantoa.plan.year;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.YearlyDays;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskSchedule;

/** One calendar year of a plan, as far as the plan runs in it: what its schedules ask for in that year. */
public final class PlanYear {

    /** How a task concerns the year. */
    public enum Reason {
        /** It never ends before the plan does. */
        CONTINUOUS,
        /** Some of its fixed days of each year fall into it. */
        YEARLY_DAYS,
        /** It is to be done at the latest on a day of the year. */
        DUE,
        /** It goes on in the year, from one of its days to another. */
        UNDER_WAY
    }

    /**
     * @param days the fixed days of that year, in their order
     * @param lastDay on which it is still done in time; null when no day of the year ends it
     */
    public record Touch(
            Reason reason,
            List<YearlyDays.Occurrence> days,
            @Nullable LocalDate lastDay) {
        public Touch {
            days = List.copyOf(days);
        }
    }

    private final int year;
    private final LocalDate planStartsOn;
    private final LocalDate planEndsOn;
    private final LocalDate first;
    private final LocalDate last;

    /** @param planEndsOn the last day of the plan */
    public PlanYear(int year, LocalDate planStartsOn, LocalDate planEndsOn) {
        this.year = year;
        this.planStartsOn = planStartsOn;
        this.planEndsOn = planEndsOn;
        this.first = later(LocalDate.of(year, 1, 1), planStartsOn);
        this.last = earlier(LocalDate.of(year, 12, 31), planEndsOn);
    }

    public boolean isOfThePlan() {
        return !first.isAfter(last);
    }

    /** Empty when the schedule asks for nothing in the year, or names no day at all ({@link #isUndated}). */
    public Optional<Touch> touch(TaskSchedule schedule) {
        if (!isOfThePlan() && schedule.to() == null) {
            return Optional.empty();
        }
        var days = isOfThePlan()
                ? YearlyDays.between(schedule, first.minusDays(1), last)
                : List.<YearlyDays.Occurrence>of();
        return switch (schedule.kind()) {
            case CONTINUOUS -> touch(isOfThePlan(), Reason.CONTINUOUS, days, null);
            case YEARLY_DAY -> touch(!days.isEmpty(), Reason.YEARLY_DAYS, days, null);
            case FROM -> touch(isOfThePlan() && startsBy(schedule, last), Reason.UNDER_WAY, days, null);
            case BY -> {
                var end = lastDay(schedule);
                yield touch(isIn(end), Reason.DUE, days, end);
            }
            case RANGE, QUARTER, MONTH -> span(schedule, days);
            case RELATIVE_TO_EVENT, PHASES -> touch(!days.isEmpty(), Reason.YEARLY_DAYS, days, null);
        };
    }

    private Optional<Touch> span(TaskSchedule schedule, List<YearlyDays.Occurrence> days) {
        var end = lastDay(schedule);
        if (isIn(end)) {
            return touch(true, Reason.DUE, days, end);
        }
        boolean goesOn = end != null
                && end.getYear() > year
                && schedule.from() != null
                && schedule.from().getYear() <= year;
        return touch(goesOn, Reason.UNDER_WAY, days, null);
    }

    /** True when no calendar can say when it is to be done: it may concern every year of the plan. */
    public static boolean isUndated(@Nullable TaskSchedule schedule) {
        if (schedule == null) {
            return true;
        }
        return switch (schedule.kind()) {
            case RELATIVE_TO_EVENT, PHASES -> schedule.yearlyDays().isEmpty();
            case BY, RANGE, QUARTER, MONTH -> schedule.to() == null;
            case CONTINUOUS, FROM, YEARLY_DAY -> false;
        };
    }

    /** True for a target of this year; one that names none is meant for the last year of the plan. */
    public boolean aimsAt(@Nullable Integer targetYear) {
        return (targetYear == null ? planEndsOn.getYear() : targetYear) == year;
    }

    /** The first and the last day of the plan in this year. */
    public LocalDate first() {
        return first;
    }

    public LocalDate last() {
        return last;
    }

    public LocalDate planStartsOn() {
        return planStartsOn;
    }

    public LocalDate planEndsOn() {
        return planEndsOn;
    }

    public boolean isIn(@Nullable LocalDate day) {
        return day != null && day.getYear() == year;
    }

    private static boolean startsBy(TaskSchedule schedule, LocalDate day) {
        return schedule.from() == null || !schedule.from().isAfter(day);
    }

    /** "trước ngày 01/01/2028" is to be done in 2027. */
    private static @Nullable LocalDate lastDay(TaskSchedule schedule) {
        var to = schedule.to();
        return to != null && schedule.bound() == DeadlineBound.BEFORE ? to.minusDays(1) : to;
    }

    private static Optional<Touch> touch(
            boolean does, Reason reason, List<YearlyDays.Occurrence> days, @Nullable LocalDate lastDay) {
        return does ? Optional.of(new Touch(reason, days, lastDay)) : Optional.empty();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
