package vn.lantoa.gateway;

import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much at once: requests under way in all and of one address, so that one client cannot take the places of the others, and
 * how long a request body may take. What a client may ask per minute is counted by the services, which know who it is.
 */
@Singleton
class ClientLimits {

    private static final int AFTER_MAINTENANCE = Integer.MIN_VALUE + 30;
    private static final long LINGER_MILLIS = 500;

    private final Problems problems;
    private final BodyLimits bodyLimits;
    private final int mostOfAll;
    private final int mostOfOne;
    private final Duration bodyGrace;
    private final long bodyBytesPerSecond;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

    ClientLimits(Settings settings, Problems problems) {
        this.problems = problems;
        this.bodyLimits =
                BodyLimits.of(settings.bodyLimits().values(), settings.maxBody().asLongValue());
        this.mostOfAll = settings.maxConcurrent();
        this.mostOfOne = settings.maxConcurrentPerAddress();
        this.bodyGrace = settings.bodyGrace();
        this.bodyBytesPerSecond = settings.bodyBytesPerSecond().asLongValue();
    }

    void register(@Observes Router router) {
        router.route().order(AFTER_MAINTENANCE).handler(this::admit);
    }

    private void admit(RoutingContext context) {
        if (RouteTable.covers("/q/health", context.normalizedPath())) {
            context.next();
            return;
        }
        var remote = context.request().remoteAddress();
        var address = remote == null ? "" : remote.hostAddress();
        int ofOne = byAddress.merge(address, 1, Integer::sum);
        int ofAll = underWay.incrementAndGet();
        context.addEndHandler(done -> {
            underWay.decrementAndGet();
            byAddress.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
        });
        if (ofOne > mostOfOne) {
            problems.send(context, Problem.TOO_MANY_AT_ONCE);
        } else if (ofAll > mostOfAll) {
            problems.send(context, Problem.BUSY);
        } else {
            watchBody(context);
            context.next();
        }
    }

    /** A body that drips in holds a connection and a place; it gets the time that a poor line needs, and no more. */
    private void watchBody(RoutingContext context) {
        var request = context.request();
        if (request.isEnded()) {
            return;
        }
        var vertx = context.vertx();
        long seconds = bodyGrace.toSeconds() + bodyLimits.of(context.normalizedPath()) / bodyBytesPerSecond;
        long timer = vertx.setTimer(seconds * 1_000, late -> {
            if (request.isEnded() || context.response().ended()) {
                return;
            }
            problems.send(context, Problem.BODY_TOO_SLOW);
            vertx.setTimer(LINGER_MILLIS, then -> {
                if (request.version() != HttpVersion.HTTP_2) {
                    request.connection().close();
                }
            });
        });
        context.addEndHandler(done -> vertx.cancelTimer(timer));
    }
}
