package vn.lantoa.task.work;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Dates as officials write them. */
public final class Dates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    /** What a database and a letter can hold; {@link LocalDate} alone would also take the year +999999999. */
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Dates() {}

    /**
     * Reads {@code 2027-01-05}.
     *
     * @throws DateTimeException when it is no such day
     */
    static LocalDate read(String text) {
        if (!ISO_DAY.matcher(text).matches()) {
            throw new DateTimeException("Not a day: " + text);
        }
        return LocalDate.parse(text);
    }

    /** {@code 05/01/2027} */
    public static String written(LocalDate date) {
        return DAY.format(date);
    }

    /** As documents write it: days below ten and the months January and February with a zero, {@code 02/3/2027}. */
    public static String inDocument(LocalDate date) {
        var month = date.getMonthValue();
        return "%02d/%s%d/%d".formatted(date.getDayOfMonth(), month < 3 ? "0" : "", month, date.getYear());
    }
}
