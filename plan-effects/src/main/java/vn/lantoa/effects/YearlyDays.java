package vn.lantoa.effects;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.TreeMap;
import vn.lantoa.events.TaskSchedule;

/** The fixed days of each year that a schedule names, as dates. */
public final class YearlyDays {

    /** @param name what the day is: "Ngày Chuyển đổi số quốc gia" */
    public record Occurrence(LocalDate day, String name) {}

    private YearlyDays() {}

    public static boolean areNamedBy(TaskSchedule schedule) {
        return !schedule.yearlyDays().isEmpty();
    }

    /**
     * Those after {@code after} and not after {@code until}, in their order, each day once. A 29/02 falls on 28/02 in a common
     * year.
     */
    public static List<Occurrence> between(TaskSchedule schedule, LocalDate after, LocalDate until) {
        var names = new TreeMap<LocalDate, String>();
        for (int year = after.getYear(); year <= until.getYear(); year++) {
            for (var yearly : schedule.yearlyDays()) {
                var day = MonthDay.parse("--" + yearly.monthDay()).atYear(year);
                if (day.isAfter(after) && !day.isAfter(until)) {
                    names.merge(day, yearly.name(), (first, second) -> first + "; " + second);
                }
            }
        }
        return names.entrySet().stream()
                .map(it -> new Occurrence(it.getKey(), it.getValue()))
                .toList();
    }
}
