package vn.lantoa.plan.calendar;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.CalendarRecorded;

/**
 * One state that a table had from the moment it was recorded until the next one.
 *
 * @param ownerId whose table it is; {@link CalendarRecorded#WHOLE_COUNTRY} for that of the whole country
 * @param number counts the states of this owner's table of the year, from 1; never used again
 * @param version by which computed dates name it
 * @param recordedBy null when it came with the software
 * @param recordedFor in whose place they acted; null when in their own right
 * @param decision null when it came with the software, where each day names its own, and when it was taken back without one
 * @param aboveVersion the table that held here before, or would without this one; null when there was none
 */
record TableVersion(
        UUID id,
        UUID ownerId,
        int year,
        int number,
        String version,
        State state,
        boolean tentative,
        OffsetDateTime recordedAt,
        @Nullable UUID recordedBy,
        @Nullable UUID recordedFor,
        @Nullable String reason,
        @Nullable TableDecision decision,
        @Nullable String aboveVersion,
        List<TableDay> days) {

    enum State {
        RECORDED,
        /** Taken back: from here on the table above holds. */
        WITHDRAWN
    }

    TableVersion {
        days = List.copyOf(days);
    }

    boolean isOfCountry() {
        return ownerId.equals(CalendarRecorded.WHOLE_COUNTRY);
    }

    /** What every service is told. */
    CalendarRecorded told() {
        if (state == State.WITHDRAWN) {
            return CalendarRecorded.withdrawn(ownerId, year, version);
        }
        var words = decision == null ? "" : decision.words();
        return new CalendarRecorded(
                ownerId,
                year,
                version,
                days.stream().map(day -> day.asRecorded(words)).toList());
    }
}
