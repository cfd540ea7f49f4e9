package vn.lantoa.kit.wall;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;

/**
 * Tells each connection, as it leaves the pool, for which organization it works, and on which day. Every way to the database goes through the
 * pool, so nobody can forget it: a request over HTTP works for the organization of its verified token, or for nobody.
 *
 * <p>Outside a transaction the setting stays on the connection, and is sent again only when another one takes over. Within a
 * transaction it is local to it, because a rollback would take it back.
 */
@Singleton
class ActingOrganization implements AgroalPoolInterceptor {

    private static final String TELL =
            "select set_config('lantoa.organization', ?, %1$s), set_config('lantoa.subject', ?, %1$s),"
                    + " set_config('lantoa.today', ?, %1$s)";
    private static final String TELL_SESSION = TELL.formatted("false");
    private static final String TELL_TRANSACTION = TELL.formatted("true");

    private final CurrentVertxRequest request;
    private final Instance<Caller> caller;
    private final Instance<JsonWebToken> token;
    private final Clock clock;
    private final Map<Connection, Acting> told = Collections.synchronizedMap(new WeakHashMap<>());

    ActingOrganization(
            CurrentVertxRequest request, Instance<Caller> caller, Instance<JsonWebToken> token, Clock clock) {
        this.request = request;
        this.caller = caller;
        this.token = token;
        this.clock = clock;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        var acting = acting();
        if (acting.equals(told.get(connection))) {
            return;
        }
        try {
            boolean session = connection.getAutoCommit();
            try (var tell = connection.prepareStatement(session ? TELL_SESSION : TELL_TRANSACTION)) {
                tell.setString(1, acting.organization());
                tell.setString(2, acting.subject());
                tell.setString(3, acting.today().toString());
                tell.execute();
            }
            if (session) {
                told.put(connection, acting);
            }
        } catch (SQLException e) {
            // Never work on under somebody else's name.
            throw new IllegalStateException("The database could not be told who acts", e);
        }
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        told.remove(connection);
    }

    private Acting acting() {
        var today = LocalDate.now(clock);
        if (!Arc.container().requestContext().isActive() || request.getCurrent() == null) {
            return Acting.inBackground(today);
        }
        try {
            var subject = token.get().getSubject();
            return subject == null ? Acting.asNobody(today) : new Acting(organization(), subject, today);
        } catch (SecurityException refused) {
            return Acting.asNobody(today);
        }
    }

    /** A token that names no single organization still shows its bearer their own posts. */
    private String organization() {
        try {
            return caller.get().organizationId().toString();
        } catch (Problem.NotAllowed namesNoSingleOrganization) {
            return "";
        }
    }
}
