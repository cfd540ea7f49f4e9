package vn.lantoa.plan.plan;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.workingdays.Deadline;
import vn.lantoa.workingdays.WorkingCalendar;

/** The dates that follow from the rules of a plan, as the organization's calendar has them today. They move when it does. */
record PlanDates(WorkingCalendar calendar, LocalDate today) {

    /** When a task is to be done; null where its schedule names no day. Of days that come back each year it is the next one. */
    PlanView.@Nullable DatesView of(TaskSchedule schedule) {
        if (schedule.to() != null) {
            return dates(schedule.to(), Objects.requireNonNullElse(schedule.bound(), DeadlineBound.ON_OR_BEFORE));
        }
        return schedule.yearlyDays().stream()
                .flatMap(day -> comingYear(day.monthDay(), DeadlineBound.ON_OR_BEFORE))
                .min(Comparator.comparing(PlanView.DatesView::lastDay))
                .orElse(null);
    }

    /** The due days of a report within a year from today, by date; none outside the plan's time. */
    List<PlanView.DueView> of(
            PlanReportObligation obligation, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {
        var from = startsOn == null || startsOn.isBefore(today) ? today : startsOn;
        var until = today.plusYears(1).minusDays(1);
        var to = endsOn == null || endsOn.isAfter(until) ? until : endsOn;
        return YearlyDues.of(
                        obligation,
                        Objects.requireNonNullElse(startsOn, today),
                        Objects.requireNonNullElse(endsOn, until))
                .stream()
                .flatMap(due -> comingYear(due.monthDay(), due.bound())
                        .filter(it ->
                                !it.lastDay().isBefore(from) && !it.lastDay().isAfter(to))
                        .map(it -> new PlanView.DueView(due.words(), it)))
                .sorted(Comparator.comparing(due -> due.dates().lastDay()))
                .toList();
    }

    private Stream<PlanView.DatesView> comingYear(String monthDay, DeadlineBound bound) {
        var day = MonthDay.parse("--" + monthDay);
        return IntStream.rangeClosed(today.getYear(), today.getYear() + 1)
                .mapToObj(year -> dates(day.atYear(year), bound))
                .filter(it -> !it.lastDay().isBefore(today) && it.lastDay().isBefore(today.plusYears(1)));
    }

    private PlanView.DatesView dates(LocalDate named, DeadlineBound bound) {
        var deadline = new Deadline(named, Deadline.Bound.valueOf(bound.name()));
        return new PlanView.DatesView(
                deadline.lastDay(), deadline.lastSafeDay(calendar), deadline.legalEnd(calendar), calendar.version());
    }
}
