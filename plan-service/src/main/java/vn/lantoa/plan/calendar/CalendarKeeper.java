package vn.lantoa.plan.calendar;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * The organization that enters the yearly decision for the whole country. The operator names it; where nobody is named, the table
 * changes with the software only. The database knows it too, and lets nobody else write.
 */
@Singleton
class CalendarKeeper {

    private final Optional<UUID> keeper;
    private final Jdbi db;

    CalendarKeeper(@ConfigProperty(name = "lantoa.calendar.keeper") Optional<UUID> keeper, Jdbi db) {
        this.keeper = keeper;
        this.db = db;
    }

    boolean is(UUID organizationId) {
        return keeper.filter(organizationId::equals).isPresent();
    }

    @Transactional
    void run(@Observes StartupEvent started) {
        db.useHandle(handle -> {
            handle.execute("delete from calendar_keeper where organization_id is distinct from ?", keeper.orElse(null));
            // a second instance that starts at the same time writes the same
            keeper.ifPresent(id -> handle.execute("insert into calendar_keeper values (?) on conflict do nothing", id));
        });
    }
}
