package vn.lantoa.workingdays;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The working days of an organization: weekdays, corrected by the days of a calendar table. A year without a table counts
 * as plain weekdays; ask {@link #covers} before a date of such a year is shown as certain.
 */
public final class WorkingCalendar {

    /** Any deadline is found within this many days; a table that leaves no working day in between is an error. */
    private static final int LONGEST_BREAK_DAYS = 60;

    private final String version;
    private final Map<LocalDate, CalendarDay> days;
    private final Set<Year> years;

    /**
     * @param version names the state of the table; every computed date carries it
     * @throws IllegalArgumentException when one date stands twice in the table
     */
    public WorkingCalendar(String version, Collection<CalendarDay> days) {
        this.version = Objects.requireNonNull(version, "version");
        var byDate = new HashMap<LocalDate, CalendarDay>();
        for (var day : days) {
            if (byDate.put(day.date(), day) != null) {
                throw new IllegalArgumentException("The calendar " + version + " names " + day.date() + " twice");
            }
        }
        this.days = Map.copyOf(byDate);
        this.years = days.stream().map(day -> Year.from(day.date())).collect(Collectors.toUnmodifiableSet());
    }

    public String version() {
        return version;
    }

    /** True when the table knows the holidays of the year. */
    public boolean covers(Year year) {
        return years.contains(year);
    }

    public Optional<CalendarDay> specialDay(LocalDate date) {
        return Optional.ofNullable(days.get(date));
    }

    public List<CalendarDay> specialDays() {
        return days.values().stream()
                .sorted((left, right) -> left.date().compareTo(right.date()))
                .toList();
    }

    public boolean isWorkingDay(LocalDate date) {
        var special = days.get(date);
        if (special != null) {
            return special.kind() == CalendarDay.Kind.MAKEUP_WORK;
        }
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The date itself when it is a working day, else the first working day after it. */
    public LocalDate sameOrNext(LocalDate date) {
        return seek(date, 1);
    }

    /** The date itself when it is a working day, else the last working day before it. */
    public LocalDate sameOrPrevious(LocalDate date) {
        return seek(date, -1);
    }

    /**
     * The working day that lies {@code workingDays} working days after the date (before it, when negative). With zero, the
     * date itself, whether or not it is a working day.
     */
    public LocalDate plus(LocalDate date, int workingDays) {
        int step = Integer.signum(workingDays);
        var reached = date;
        for (int left = Math.abs(workingDays); left > 0; left--) {
            reached = seek(reached.plusDays(step), step);
        }
        return reached;
    }

    /** Working days after {@code from}, up to and including {@code to}; negative when {@code to} lies before. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    private LocalDate seek(LocalDate from, int step) {
        var date = from;
        for (int tried = 0; tried <= LONGEST_BREAK_DAYS; tried++, date = date.plusDays(step)) {
            if (isWorkingDay(date)) {
                return date;
            }
        }
        throw new IllegalStateException(
                "The calendar " + version + " has no working day within " + LONGEST_BREAK_DAYS + " days of " + from);
    }
}
