package vn.lantoa.plan.calendar;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** At start, records the tables that came with this version. */
@ApplicationScoped
class CalendarSeed {

    private static final Logger LOG = Logger.getLogger(CalendarSeed.class);

    private final YearTables tables;
    private final RecordCalendar recordCalendar;

    CalendarSeed(YearTables tables, RecordCalendar recordCalendar) {
        this.tables = tables;
        this.recordCalendar = recordCalendar;
    }

    void run(@Observes StartupEvent started) {
        for (var table : tables.all()) {
            if (recordCalendar.handle(new RecordCalendar.Command(table))) {
                LOG.infof("Calendar %s recorded", table.version());
            }
        }
    }
}
