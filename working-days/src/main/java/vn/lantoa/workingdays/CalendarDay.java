package vn.lantoa.workingdays;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One day that differs from its weekday, as a yearly decision on holidays states it.
 *
 * @param name what the day is, in Vietnamese, as shown to people ("Tết Nguyên đán")
 * @param decision the document that decides it, for people who ask why ("Bộ luật Lao động 2019, Điều 112")
 */
public record CalendarDay(LocalDate date, Kind kind, String name, String decision) {

    public enum Kind {
        /** A public holiday, or a day off in lieu of a holiday that falls on a weekend. */
        HOLIDAY,
        /** A working day given off in exchange for another. */
        SWAP_OFF,
        /** A Saturday or Sunday worked in exchange for a SWAP_OFF. */
        MAKEUP_WORK
    }

    public CalendarDay {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(decision, "decision");
    }
}
