package vn.lantoa.task.work;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as officials write them. */
public final class Dates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private Dates() {}

    /** {@code 05/01/2027} */
    public static String written(LocalDate date) {
        return DAY.format(date);
    }
}
