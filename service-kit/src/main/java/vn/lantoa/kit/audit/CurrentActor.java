package vn.lantoa.kit.audit;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import vn.lantoa.kit.identity.Caller;

/** Who is at work: the caller of the request, or the system itself because of an event or of the time. */
@Singleton
class CurrentActor {

    private final CurrentVertxRequest request;
    private final Caller caller;

    CurrentActor(CurrentVertxRequest request, Caller caller) {
        this.request = request;
        this.caller = caller;
    }

    void describe(Map<String, Object> entry) {
        if (!isRequest()) {
            entry.put("actorKind", "SYSTEM");
            Cause.current().ifPresent(event -> entry.put("cause", event.toString()));
            return;
        }
        entry.put("actor", caller.personId().toString());
        entry.put("actorKind", caller.isMachine() ? "MACHINE" : "PERSON");
        entry.put("actorOrganization", caller.organizationId().toString());
        caller.actsOnBehalfOf().ifPresent(delegator -> entry.put("onBehalfOf", delegator.toString()));
        var key = request.getCurrent().request().getHeader("Idempotency-Key");
        if (key != null) {
            entry.put("idempotencyKeyHash", Sha256.of(key));
        }
    }

    private boolean isRequest() {
        return Arc.container().requestContext().isActive() && request.getCurrent() != null;
    }
}
