package vn.lantoa.plan.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A date as precise as the document states it. A missing day or month is never filled in. */
public record PartialDate(
        int year, @Nullable Integer month, @Nullable Integer day) {

    public PartialDate {
        if (year < 1 || year > 9999 || (day != null && month == null)) {
            throw new DateTimeException("not a date: %d-%s-%s".formatted(year, month, day));
        }
        if (month != null && day != null) {
            LocalDate.of(year, month, day);
        } else if (month != null) {
            YearMonth.of(year, month);
        }
    }

    public static PartialDate of(int year) {
        return new PartialDate(year, null, null);
    }

    public static PartialDate of(int year, int month) {
        return new PartialDate(year, month, null);
    }

    public static PartialDate of(int year, int month, int day) {
        return new PartialDate(year, month, day);
    }

    public DatePrecision precision() {
        if (month == null) {
            return DatePrecision.YEAR;
        }
        return day == null ? DatePrecision.MONTH : DatePrecision.DAY;
    }

    /** The calendar day, only when the document states it. */
    public @Nullable LocalDate exact() {
        return month == null || day == null ? null : LocalDate.of(year, month, day);
    }

    /** First calendar day the words allow. */
    public LocalDate earliest() {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    /** Last calendar day the words allow. */
    public LocalDate latest() {
        if (month == null) {
            return LocalDate.of(year, 12, 31);
        }
        return day == null ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day);
    }

    /** ISO form as far as it is known: {@code 2026}, {@code 2026-03} or {@code 2026-03-09}. */
    @Override
    public String toString() {
        if (month == null) {
            return String.format(Locale.ROOT, "%04d", year);
        }
        return day == null
                ? String.format(Locale.ROOT, "%04d-%02d", year, month)
                : String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
    }
}
