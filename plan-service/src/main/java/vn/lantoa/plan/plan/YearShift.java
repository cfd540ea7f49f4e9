package vn.lantoa.plan.plan;

import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.plan.intake.ExtractedPlan;
import vn.lantoa.plan.intake.PartialDate;

/**
 * Moves what is dated by whole years, and the years in its words with it: "trước ngày 15/01/2027" becomes "trước ngày 15/01/2028". Days that
 * come back every year stay; 29 February falls on the 28th in a common year.
 */
record YearShift(int years) {

    /** Farther no plan is copied. */
    static final int MOST = 10;

    /** Alone, or at the end of a date or quarter; not within the number of a document ("19/2025/QĐ-TTg"). */
    private static final Pattern YEAR =
            Pattern.compile("(?<![\\p{L}\\d/.,-])20\\d{2}(?![\\p{L}\\d/])|(?<=[\\dIVX][/.-])20\\d{2}(?![\\p{L}\\d/])");

    @Nullable
    LocalDate date(@Nullable LocalDate day) {
        return day == null ? null : day.plusYears(years);
    }

    @Nullable
    TaskSchedule schedule(@Nullable TaskSchedule it) {
        return it == null
                ? null
                : new TaskSchedule(
                        it.kind(), date(it.from()), date(it.to()), it.bound(), it.yearlyDays(), text(it.words()));
    }

    PlanTarget target(PlanTarget it) {
        return new PlanTarget(
                it.year() == null ? null : it.year() + years,
                it.comparator(),
                it.value(),
                it.upperValue(),
                it.unit(),
                it.aspirational(),
                text(it.words()));
    }

    ReportDue due(ReportDue it) {
        return new ReportDue(text(it.words()), dueDay(it.before()), dueDay(it.onOrBefore()), it.time());
    }

    /** Only a day that comes once has a year. */
    private @Nullable String dueDay(@Nullable String day) {
        try {
            return day == null ? null : LocalDate.parse(day).plusYears(years).toString();
        } catch (DateTimeParseException comesBack) {
            return day;
        }
    }

    ExtractedPlan.@Nullable Period period(ExtractedPlan.@Nullable Period it) {
        return it == null
                ? null
                : new ExtractedPlan.Period(
                        partial(it.start()), partial(it.end()), text(it.words()), it.source(), it.confidence());
    }

    private @Nullable PartialDate partial(@Nullable PartialDate it) {
        if (it == null) {
            return null;
        }
        int year = it.year() + years;
        boolean leapDay = it.month() != null && it.month() == 2 && it.day() != null && it.day() == 29;
        return new PartialDate(year, it.month(), leapDay && !Year.isLeap(year) ? Integer.valueOf(28) : it.day());
    }

    String text(String words) {
        return years == 0
                ? words
                : YEAR.matcher(words).replaceAll(year -> String.valueOf(Integer.parseInt(year.group()) + years));
    }

    @Nullable
    String words(@Nullable String words) {
        return words == null ? null : text(words);
    }
}
