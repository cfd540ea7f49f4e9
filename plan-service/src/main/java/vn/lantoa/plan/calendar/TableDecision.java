package vn.lantoa.plan.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The document by which the days of a table were decided.
 *
 * @param number as printed: {@code 8726/TB-BNV}
 * @param title what it says it is about
 */
record TableDecision(String number, LocalDate date, String issuer, String title) {

    private static final int FIRST_YEAR = 1945;
    private static final int LAST_YEAR = 2199;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    /** False for a day on which nobody decided this. */
    boolean isPossible() {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    /** How people are told of it, beside each day. */
    String words() {
        return number + " ngày " + DAY.format(date) + " (" + issuer + ")";
    }
}
