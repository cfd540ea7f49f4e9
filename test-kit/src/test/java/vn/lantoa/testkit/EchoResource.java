package vn.lantoa.testkit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.events.UnitRecorded;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.messaging.Outbox;

/** A service as small as can be, to see what the kit does for one. */
@Path("/api/v1/echo")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class EchoResource {

    record Answer(UUID organizationId, UUID personId, Set<Role> roles) {}

    record Message(@NotBlank String text, @Nullable LocalDate day) {}

    private final Caller caller;
    private final Outbox outbox;

    EchoResource(Caller caller, Outbox outbox) {
        this.caller = caller;
        this.outbox = outbox;
    }

    @GET
    public Answer whoAmI() {
        return new Answer(caller.organizationId(), caller.personId(), caller.roles());
    }

    @GET
    @Path("/leaders")
    public Answer leadersOnly() {
        caller.require(Role.LEADER);
        return whoAmI();
    }

    @GET
    @Path("/broken")
    public Answer broken() {
        throw new IllegalStateException("select * from a_secret_table");
    }

    @POST
    public Message echo(@Valid @NotNull Message message) {
        return message;
    }

    void publishOutsideOfATransaction(UnitRecorded event) {
        outbox.publish(event);
    }

    void publishAndRollBack(UnitRecorded event) {
        QuarkusTransaction.begin();
        outbox.publish(event);
        QuarkusTransaction.rollback();
    }

    void publish(UnitRecorded event) {
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(event));
    }
}
