package vn.lantoa.effects;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.events.ReportFrequency;
import vn.lantoa.workingdays.Deadline;

/** Which dated duties follow from an obligation over the years of its plan. */
public final class ReportDuties {

    /** @param words the document's own */
    public record DatedDuty(ReportPeriod period, Deadline deadline, String words) {}

    private ReportDuties() {}

    /**
     * One duty for each yearly day and each period that closes while the plan runs; the report on the last year may be due
     * after the plan's end. None for an obligation without days (đột xuất).
     */
    public static List<DatedDuty> of(ReportObligationItem obligation, LocalDate startsOn, LocalDate endsOn) {
        var frequency = frequency(obligation);
        if (frequency.isEmpty()) {
            return List.of();
        }
        var plan = new ReportPeriod(startsOn, endsOn);
        var duties = new ArrayList<DatedDuty>();
        for (int year = startsOn.getYear(); year <= endsOn.getYear() + 1; year++) {
            for (var due : obligation.due()) {
                var deadline =
                        new Deadline(MonthDay.parse("--" + due.monthDay()).atYear(year), bound(due.bound()));
                var period = DataClosing.periodDueOn(deadline.date(), frequency.get());
                if (plan.contains(period.end())) {
                    duties.add(new DatedDuty(period, deadline, due.words()));
                }
            }
        }
        duties.sort(Comparator.comparing(duty -> duty.deadline().date()));
        return duties;
    }

    /** As stated, else by the number of yearly days. */
    private static Optional<ReportFrequency> frequency(ReportObligationItem obligation) {
        @Nullable ReportFrequency stated = obligation.frequency();
        if (obligation.due().isEmpty()) {
            return Optional.empty();
        }
        if (stated != null) {
            return Optional.of(stated);
        }
        return Optional.of(
                switch (obligation.due().size()) {
                    case 1 -> ReportFrequency.YEARLY;
                    case 2 -> ReportFrequency.HALF_YEARLY;
                    case 12 -> ReportFrequency.MONTHLY;
                    default -> ReportFrequency.QUARTERLY;
                });
    }

    private static Deadline.Bound bound(DeadlineBound bound) {
        return switch (bound) {
            case BEFORE -> Deadline.Bound.BEFORE;
            case ON_OR_BEFORE -> Deadline.Bound.ON_OR_BEFORE;
        };
    }
}
