package vn.lantoa.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The days of one year that differ from their weekday, for an organization and everything below it that has no table of its
 * own. Replaces the organization's table of that year.
 *
 * @param organizationId the organization whose calendar it is; the nil UUID means the whole country
 * @param version names this state of the table; computed dates carry it
 */
public record CalendarRecorded(UUID organizationId, int year, String version, List<Day> days)
        implements OrganizationEvent {

    /** The calendar of the public sector of the whole country. */
    public static final UUID WHOLE_COUNTRY = new UUID(0, 0);

    public CalendarRecorded {
        days = List.copyOf(days);
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
