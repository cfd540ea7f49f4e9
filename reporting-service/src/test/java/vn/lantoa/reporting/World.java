package vn.lantoa.reporting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.OffsetDateTime;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.runtime.MovableClock;
import vn.lantoa.testkit.TestDirectory;

/** The directory is known from the start, and it is a working morning in November 2026. */
@ApplicationScoped
class World {

    void begin(@Observes StartupEvent event, DirectoryCopy copy, MovableClock clock) {
        clock.moveTo(OffsetDateTime.parse("2026-11-23T08:00:00+07:00").toInstant());
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(copy::apply));
    }
}
