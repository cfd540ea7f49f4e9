package vn.lantoa.gateway;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * As long as the operator's file exists, everything but health answers 503 with {@code Retry-After}. A file, because it needs
 * no further door, works when the identity provider is what is being maintained, and survives a restart of the gateway.
 */
@Singleton
class Maintenance {

    private static final Logger LOG = Logger.getLogger(Maintenance.class);
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final int AFTER_SECURITY_HEADERS = Integer.MIN_VALUE + 20;

    private final Problems problems;
    private final Path file;
    private volatile boolean on;

    Maintenance(Settings settings, Problems problems) {
        this.problems = problems;
        this.file = Path.of(settings.maintenanceFile()).toAbsolutePath();
    }

    void register(@Observes Router router, Vertx vertx) {
        on = Files.exists(file);
        vertx.setPeriodic(
                LOOK_EVERY_MILLIS,
                timer -> vertx.fileSystem().exists(file.toString()).onSuccess(this::switchTo));
        router.route().order(AFTER_SECURITY_HEADERS).handler(this::admit);
    }

    private void switchTo(boolean wanted) {
        if (wanted != on) {
            on = wanted;
            LOG.infof("Maintenance is %s: %s %s", on ? "on" : "over", file, on ? "exists" : "is gone");
        }
    }

    private void admit(RoutingContext context) {
        if (!on || isAlwaysOpen(context.normalizedPath())) {
            context.next();
        } else {
            problems.sendLogin(context, Problem.MAINTENANCE);
        }
    }

    /** The provider's word that a session has ended must not get lost meanwhile. */
    private static boolean isAlwaysOpen(String path) {
        return RouteTable.covers("/q/health", path)
                || RouteTable.covers("/assets", path)
                || path.equals("/auth/backchannel-logout");
    }
}
