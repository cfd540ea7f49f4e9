package vn.lantoa.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The days of one year that differ from their weekday, for an organization and everything below it that has no table of its
 * own. Replaces the organization's table of that year.
 *
 * @param organizationId the organization whose calendar it is; the nil UUID means the whole country
 * @param version names this state of the table, and no other of any organization; computed dates carry it
 * @param withdrawn true when the organization has no table of this year any more and follows those above it again; then there are no
 *     days. Null and false mean the same
 */
public record CalendarRecorded(
        UUID organizationId,
        int year,
        String version,
        List<Day> days,
        @Nullable Boolean withdrawn) implements OrganizationEvent {

    /** The calendar of the public sector of the whole country. */
    public static final UUID WHOLE_COUNTRY = new UUID(0, 0);

    public CalendarRecorded {
        days = List.copyOf(days);
    }

    /** A table that holds from now on. */
    public CalendarRecorded(UUID organizationId, int year, String version, List<Day> days) {
        this(organizationId, year, version, days, null);
    }

    /** The organization's table of the year holds no more. */
    public static CalendarRecorded withdrawn(UUID organizationId, int year, String version) {
        return new CalendarRecorded(organizationId, year, version, List.of(), true);
    }

    public boolean holdsNoMore() {
        return Boolean.TRUE.equals(withdrawn);
    }

    /**
     * A day that differs from its weekday.
     *
     * @param name what the day is, in Vietnamese
     * @param decision the document that decides it
     */
    public record Day(LocalDate date, DayKind kind, String name, String decision) {}

    public enum DayKind {
        HOLIDAY,
        SWAP_OFF,
        MAKEUP_WORK
    }
}
