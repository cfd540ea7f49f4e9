package vn.lantoa.plan.amendment;

import java.time.LocalDate;
import java.util.List;
import vn.lantoa.kit.http.Problem;

/**
 * From which day an amendment may hold. Documents are often entered late, and some begin with the next quarter; a day that lies
 * further away is a slip of the pen. Versions follow each other: none begins before the one that it replaces, and so none before
 * the plan was issued.
 */
final class EffectiveDay {

    private static final int DAYS_BACK = 366;
    private static final int DAYS_AHEAD = 92;

    private EffectiveDay() {}

    /** @throws Problem.Unprocessable when the day is not possible */
    static void require(LocalDate day, LocalDate previousVersion, LocalDate today) {
        var first = today.minusDays(DAYS_BACK).isAfter(previousVersion) ? today.minusDays(DAYS_BACK) : previousVersion;
        var last = today.plusDays(DAYS_AHEAD).isBefore(first) ? first : today.plusDays(DAYS_AHEAD);
        if (day.isBefore(first) || day.isAfter(last)) {
            throw new Problem.Unprocessable("plan.amendment-refused", 1)
                    .errors(List.of(
                            new Problem.Invalid.Error("/effectiveOn", "plan.effective-day-out-of-range", first, last)));
        }
    }
}
