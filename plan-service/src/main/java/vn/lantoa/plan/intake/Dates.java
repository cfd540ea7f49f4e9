package vn.lantoa.plan.intake;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds dates in folded words. A date that does not exist (31/02) is no date. */
final class Dates {
    /** What a found date says and where its words stand. */
    record Found(PartialDate date, int start, int end) {}

    record FoundDay(MonthDay day, int start, int end) {}

    private static final String GAP = "\\s?(?:[/.\\-]|thang|nam)\\s?";
    /** Groups: day, month, year. */
    private static final Pattern FULL = Pattern.compile(
            "(?<!\\d)(\\d{1,2})\\s?(?:/|\\.|-|,?\\s?thang)\\s?(\\d{1,2})\\s?(?:/|\\.|-|,?\\s?nam)\\s?(\\d{4})(?!\\d)");

    private static final Pattern MONTH =
            Pattern.compile("thang\\s?(\\d{1,2})" + GAP + "(\\d{4})(?!\\d)|(?<![\\d/.])(\\d{1,2})/(\\d{4})(?![\\d/])");
    private static final Pattern QUARTER =
            Pattern.compile("quy\\s(iv|i{1,3}|[1-4])\\s?(?:/|-|nam|,)?\\s?(?:nam\\s)?(\\d{4})(?!\\d)");
    private static final Pattern YEAR = Pattern.compile("(?:nam\\s?|cuoi\\s?)(20\\d{2})(?!\\d)");
    private static final Pattern YEARLY = Pattern.compile(
            "(?<![\\d/.,])(\\d{1,2})\\s?(?:/|-|thang)\\s?(\\d{1,2})(?![\\d/]|\\s?(?:nam\\s?|/)\\d{4}|[.,]\\d|%)");
    private static final Pattern TIME =
            Pattern.compile("(?<!\\d)(\\d{1,2})(?:\\s?(?:gio|h|g)\\s?(\\d{2})?|:(\\d{2}))(?:\\s?phut)?(?![\\da-z])");

    private Dates() {}

    static @Nullable Found first(String folded, int from) {
        Found best = null;
        for (var found :
                List.of(full(folded, from), quarterEnd(folded, from), month(folded, from), year(folded, from))) {
            if (found != NONE && (best == null || found.start() < best.start())) {
                best = found;
            }
        }
        return best;
    }

    /** All full dates, in order. */
    static List<Found> allFull(String folded) {
        List<Found> all = new ArrayList<>();
        for (var found = full(folded, 0); found != NONE; found = full(folded, found.end())) {
            all.add(found);
        }
        return all;
    }

    private static final Found NONE = new Found(PartialDate.of(1), -1, -1);

    static boolean isNone(Found found) {
        return found == NONE;
    }

    static Found full(String folded, int from) {
        var matcher = FULL.matcher(folded);
        for (int at = from; at <= folded.length() && matcher.find(at); at = matcher.end()) {
            try {
                var date = PartialDate.of(number(matcher.group(3)), number(matcher.group(2)), number(matcher.group(1)));
                return new Found(date, matcher.start(), matcher.end());
            } catch (DateTimeException e) {
                continue; // not a calendar day: try the next words
            }
        }
        return NONE;
    }

    static Found month(String folded, int from) {
        var matcher = MONTH.matcher(folded);
        for (int at = from; at <= folded.length() && matcher.find(at); at = matcher.end()) {
            var month = matcher.group(1) == null ? matcher.group(3) : matcher.group(1);
            var year = matcher.group(2) == null ? matcher.group(4) : matcher.group(2);
            if (isMonth(number(month))) {
                return new Found(PartialDate.of(number(year), number(month)), matcher.start(), matcher.end());
            }
        }
        return NONE;
    }

    /** First and last month of a quarter, as {@code from} and {@code to}. */
    record Quarter(PartialDate from, PartialDate to, int start, int end) {}

    static @Nullable Quarter quarter(String folded) {
        var matcher = QUARTER.matcher(folded);
        if (!matcher.find()) {
            return null;
        }
        int quarter =
                switch (matcher.group(1)) {
                    case "i", "1" -> 1;
                    case "ii", "2" -> 2;
                    case "iii", "3" -> 3;
                    default -> 4;
                };
        int year = number(matcher.group(2));
        return new Quarter(
                PartialDate.of(year, quarter * 3 - 2),
                PartialDate.of(year, quarter * 3),
                matcher.start(),
                matcher.end());
    }

    private static Found quarterEnd(String folded, int from) {
        var quarter = quarter(folded.substring(Math.min(from, folded.length())));
        return quarter == null ? NONE : new Found(quarter.to(), quarter.start() + from, quarter.end() + from);
    }

    static Found year(String folded, int from) {
        var matcher = YEAR.matcher(folded);
        return from <= folded.length() && matcher.find(from)
                ? new Found(PartialDate.of(number(matcher.group(1))), matcher.start(), matcher.end())
                : NONE;
    }

    /** Days without a year: "18/5", "ngày 20 tháng 6". */
    static List<FoundDay> yearly(String folded) {
        List<FoundDay> days = new ArrayList<>();
        var matcher = YEARLY.matcher(folded);
        while (matcher.find()) {
            int day = number(matcher.group(1));
            int month = number(matcher.group(2));
            boolean range = folded.charAt(matcher.start(1) + matcher.group(1).length()) == '-';
            if (isMonth(month)
                    && day >= 1
                    && day <= MonthDay.of(month, 1).getMonth().maxLength()
                    && !range) {
                days.add(new FoundDay(MonthDay.of(month, day), matcher.start(), matcher.end()));
            }
        }
        return days;
    }

    static @Nullable LocalTime time(String folded) {
        var matcher = TIME.matcher(folded);
        while (matcher.find()) {
            int hour = number(matcher.group(1));
            var minutes = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            int minute = minutes == null ? 0 : number(minutes);
            if (hour < 24 && minute < 60) {
                return LocalTime.of(hour, minute);
            }
        }
        return null;
    }

    private static boolean isMonth(int month) {
        return month >= 1 && month <= 12;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
