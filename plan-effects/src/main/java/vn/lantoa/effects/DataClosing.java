package vn.lantoa.effects;

import java.time.LocalDate;
import java.time.YearMonth;
import vn.lantoa.events.ReportFrequency;

/**
 * Which period a periodic report is about, by the closing days of Decree 09/2019/NĐ-CP, Article 12: a month runs from the 15th of
 * the month before to its 14th; a quarter, half-year and year likewise close on the 14th of their last month.
 *
 * <p>A week is not defined there: it is taken as the seven days that end the day before the report is due.
 */
public final class DataClosing {

    private static final int CLOSING_DAY = 14;

    private DataClosing() {}

    /**
     * The period that a report due on a day is about: the one that closes in the month of that day, else the last one closed before.
     * When a plan asks for the report of a period some days before its legal closing, the period stays that of the decree and its
     * last days are estimated, as is the custom ("ước thực hiện").
     */
    public static ReportPeriod periodDueOn(LocalDate due, ReportFrequency frequency) {
        int months =
                switch (frequency) {
                    case WEEKLY -> 0;
                    case MONTHLY -> 1;
                    case QUARTERLY -> 3;
                    case HALF_YEARLY -> 6;
                    case YEARLY -> 12;
                };
        if (months == 0) {
            return new ReportPeriod(due.minusDays(7), due.minusDays(1));
        }
        var closing = YearMonth.from(due);
        while (closing.getMonthValue() % months != 0) {
            closing = closing.minusMonths(1);
        }
        if (months == 1 && due.getDayOfMonth() <= CLOSING_DAY) {
            closing = closing.minusMonths(1); // a report due on the 10th of each month is about the month before
        }
        return new ReportPeriod(closing.minusMonths(months).atDay(CLOSING_DAY + 1), closing.atDay(CLOSING_DAY));
    }
}
