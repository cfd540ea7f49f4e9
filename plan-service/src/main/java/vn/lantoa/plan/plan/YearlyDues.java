package vn.lantoa.plan.plan;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.PlanPromulgated.YearlyDue;

/** The due days of a periodic report as days of a year, which is what the reports of a plan are scheduled by. */
final class YearlyDues {

    private static final Pattern MONTH_DAY = Pattern.compile(DayOfYear.PATTERN);
    private static final Pattern DAY = Pattern.compile("0?[1-9]|[12]\\d|3[01]");
    private static final List<Integer> LAST_MONTHS_OF_QUARTERS = List.of(3, 6, 9, 12);

    private YearlyDues() {}

    /** A weekday has no day of the year, nor has a day that does not exist: such a report stays without days, its words say when. */
    static List<YearlyDue> of(PlanReportObligation obligation, LocalDate startsOn, LocalDate endsOn) {
        return obligation.due().stream()
                .flatMap(due -> yearly(obligation, due, startsOn, endsOn))
                .toList();
    }

    private static Stream<YearlyDue> yearly(
            PlanReportObligation obligation, ReportDue due, LocalDate startsOn, LocalDate endsOn) {
        var bound = due.before() != null ? DeadlineBound.BEFORE : DeadlineBound.ON_OR_BEFORE;
        var day = due.before() != null ? due.before() : due.onOrBefore();
        if (day == null) {
            return Stream.of();
        }
        return monthDays(obligation, day, startsOn, endsOn).map(it -> new YearlyDue(it, bound, due.words()));
    }

    private static Stream<String> monthDays(
            PlanReportObligation obligation, String day, LocalDate startsOn, LocalDate endsOn) {
        if (MONTH_DAY.matcher(day).matches()) {
            return Stream.of(day);
        }
        if (DAY.matcher(day).matches()) {
            int wanted = Integer.parseInt(day);
            var months =
                    switch (obligation.frequency()) {
                        case MONTHLY -> IntStream.rangeClosed(1, 12).boxed();
                        case QUARTERLY -> LAST_MONTHS_OF_QUARTERS.stream();
                        default -> Stream.<Integer>of();
                    };
            return months.map(month -> String.format(
                    Locale.ROOT,
                    "%02d-%02d",
                    month,
                    Math.min(wanted, Month.of(month).minLength())));
        }
        return once(day)
                .filter(date -> !date.isBefore(startsOn) && !date.isAfter(endsOn))
                .filter(date -> startsOn.getYear() == endsOn.getYear()) // else it would come back each year
                .map(date -> String.format(Locale.ROOT, "%02d-%02d", date.getMonthValue(), date.getDayOfMonth()));
    }

    private static Stream<LocalDate> once(String day) {
        try {
            return Stream.of(LocalDate.parse(day));
        } catch (DateTimeParseException noDate) {
            return Stream.of();
        }
    }
}
