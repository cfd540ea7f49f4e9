package vn.lantoa.plan.calendar;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Year;
import vn.lantoa.kit.http.Problem;

/** Of which years a table may still be recorded: what is long over was counted, what is far away is not decided. */
@Singleton
class CalendarYears {

    static final int YEARS_BACK = 1;
    static final int YEARS_AHEAD = 10;

    private final Clock clock;

    CalendarYears(Clock clock) {
        this.clock = clock;
    }

    /** @throws Problem.Invalid for any other year */
    void requireChangeable(int year) {
        int now = Year.now(clock).getValue();
        if (year < now - YEARS_BACK || year > now + YEARS_AHEAD) {
            throw new Problem.Invalid(
                    "calendar.year-out-of-reach", String.valueOf(now - YEARS_BACK), String.valueOf(now + YEARS_AHEAD));
        }
    }
}
