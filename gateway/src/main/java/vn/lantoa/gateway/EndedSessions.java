package vn.lantoa.gateway;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Sessions of the identity provider that have ended, by logout here or by word of the provider (back-channel logout). The
 * session is in the cookie, so a copy of the cookie would go on; it is remembered here for longer than its tokens live, and
 * afterwards the provider refuses to renew them.
 */
@Singleton
class EndedSessions {

    /** Three times the life of a token. */
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    private static final int MOST = 100_000;
    private static final int BEFORE_THE_EXTENSION = Integer.MIN_VALUE + 40;

    private final Clock clock;
    private final Map<String, Instant> ended = new LinkedHashMap<>();

    @Inject
    EndedSessions() {
        this(Clock.systemUTC());
    }

    EndedSessions(Clock clock) {
        this.clock = clock;
    }

    void end(JsonWebToken idToken) {
        end(key(idToken));
    }

    boolean isEnded(JsonWebToken idToken) {
        synchronized (ended) {
            return ended.containsKey(key(idToken));
        }
    }

    void register(@Observes Router router) {
        router.post("/auth/backchannel-logout").order(BEFORE_THE_EXTENSION).handler(context -> {
            context.addHeadersEndHandler(done -> providerSaysSo(context));
            context.next();
        });
    }

    /** The extension verifies the logout token, and answers 200 only then; its own memory would refuse the cookie only once. */
    private void providerSaysSo(RoutingContext context) {
        var token = context.request().formAttributes().get("logout_token");
        if (context.response().getStatusCode() == 200 && token != null) {
            var session = claims(token).getString("sid");
            if (session != null) {
                end(session);
            }
        }
    }

    private void end(String key) {
        var now = clock.instant();
        synchronized (ended) {
            // In order of ending: the oldest come first.
            var oldest = ended.entrySet().iterator();
            while (oldest.hasNext()) {
                if (oldest.next().getValue().isAfter(now) && ended.size() < MOST) {
                    break;
                }
                oldest.remove();
            }
            ended.remove(key);
            ended.put(key, now.plus(REMEMBERED));
        }
    }

    private static String key(JsonWebToken idToken) {
        String session = idToken.getClaim("sid");
        return session != null ? session : idToken.getRawToken();
    }

    /** @return what a token says, without asking whether it may be believed; empty when it is not a JWT */
    static JsonObject claims(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return new JsonObject();
        }
        return new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    }
}
