package vn.lantoa.plan.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.CalendarRecorded.DayKind;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.workingdays.CalendarDay;
import vn.lantoa.workingdays.WorkingCalendar;

/**
 * A state of a year's table that somebody wants to record.
 *
 * @param days those that differ from their weekday, by date
 * @param tentative true while the decision of the year is not out, and the days follow from the law alone
 * @param reason why it is recorded now, for people who ask
 */
record NewTable(int year, List<TableDay> days, boolean tentative, TableDecision decision, String reason) {

    /** No more, so that two breaks that meet at the turn of a year stay within what every service looks at. */
    static final int LONGEST_BREAK_DAYS = 14;

    NewTable {
        days = days.stream()
                .sorted((left, right) -> left.date().compareTo(right.date()))
                .toList();
    }

    /**
     * @param asSent the same days in the order of the sender, to whom errors point
     * @throws Problem.Invalid when a day cannot be, or a swap lacks its other day; each is pointed to
     */
    void requirePossible(List<TableDay> asSent) {
        var errors = errors(asSent);
        if (!errors.isEmpty()) {
            throw new Problem.Invalid("calendar.table-impossible").errors(errors);
        }
    }

    List<Problem.Invalid.Error> errors(List<TableDay> asSent) {
        var byDate = new HashMap<LocalDate, TableDay>();
        asSent.forEach(day -> byDate.putIfAbsent(day.date(), day));
        var errors = new ArrayList<Problem.Invalid.Error>();
        if (!decision.isPossible()) {
            errors.add(new Problem.Invalid.Error("/decision/date", "calendar.decision-day-impossible"));
        }
        var seen = new HashSet<LocalDate>();
        for (int place = 0; place < asSent.size(); place++) {
            var day = asSent.get(place);
            var pointer = "/days/" + place;
            if (day.date().getYear() != year) {
                errors.add(new Problem.Invalid.Error(
                        pointer + "/date", "calendar.day-outside-year", String.valueOf(year)));
            }
            if (!seen.add(day.date())) {
                errors.add(new Problem.Invalid.Error(pointer + "/date", "calendar.day-twice", day.date()));
            }
            checkWeekday(day, pointer, errors);
            checkSwap(day, byDate, pointer, errors);
        }
        if (errors.isEmpty()) {
            longestBreak()
                    .ifPresent(from -> errors.add(
                            new Problem.Invalid.Error("/days", "calendar.break-too-long", from, LONGEST_BREAK_DAYS)));
        }
        return errors;
    }

    private static void checkWeekday(TableDay day, String pointer, List<Problem.Invalid.Error> errors) {
        if (day.kind() == DayKind.MAKEUP_WORK && !isWeekend(day.date())) {
            errors.add(new Problem.Invalid.Error(pointer + "/date", "calendar.makeup-on-weekday", day.date()));
        }
        if (day.kind() == DayKind.SWAP_OFF && isWeekend(day.date())) {
            errors.add(new Problem.Invalid.Error(pointer + "/date", "calendar.swap-on-weekend", day.date()));
        }
    }

    private void checkSwap(
            TableDay day, Map<LocalDate, TableDay> byDate, String pointer, List<Problem.Invalid.Error> errors) {
        var other = day.swappedWith();
        var place = pointer + "/swappedWith";
        if (day.kind() == DayKind.HOLIDAY) {
            if (other != null) {
                errors.add(new Problem.Invalid.Error(place, "calendar.holiday-swapped"));
            }
            return;
        }
        if (other == null) {
            errors.add(new Problem.Invalid.Error(place, "calendar.swap-incomplete", day.date()));
        } else if (Math.abs(other.getYear() - year) > 1 || isWeekend(other) != (day.kind() == DayKind.SWAP_OFF)) {
            errors.add(new Problem.Invalid.Error(place, "calendar.swap-partner-impossible", other));
        } else if (other.getYear() == year && !isOtherHalf(day, byDate.get(other))) {
            errors.add(new Problem.Invalid.Error(place, "calendar.swap-partner-missing", other));
        }
    }

    private static boolean isOtherHalf(TableDay day, @Nullable TableDay other) {
        return other != null
                && other.kind() != DayKind.HOLIDAY
                && other.kind() != day.kind()
                && day.date().equals(other.swappedWith());
    }

    private Optional<LocalDate> longestBreak() {
        var calendar = calendar();
        int off = 0;
        for (var day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            off = calendar.isWorkingDay(day) ? 0 : off + 1;
            if (off > LONGEST_BREAK_DAYS) {
                return Optional.of(day.minusDays(off - 1L));
            }
        }
        return Optional.empty();
    }

    /** The year as it would be. */
    WorkingCalendar calendar() {
        return new WorkingCalendar(
                "new",
                days.stream()
                        .map(day -> new CalendarDay(
                                day.date(),
                                CalendarDay.Kind.valueOf(day.kind().name()),
                                day.name(),
                                Objects.requireNonNullElse(day.decision(), decision.words())))
                        .toList());
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
