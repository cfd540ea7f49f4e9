package vn.lantoa.testkit;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import vn.lantoa.kit.identity.Caller;

/** Changes something for a caller. */
@Path("/api/v1/echo-changes")
@Consumes(MediaType.APPLICATION_JSON)
class EchoChangeResource {

    record Change(UUID echoId, String text) {}

    private final ChangeEcho changeEcho;
    private final Caller caller;

    EchoChangeResource(ChangeEcho changeEcho, Caller caller) {
        this.changeEcho = changeEcho;
        this.caller = caller;
    }

    @POST
    public void change(Change change) {
        changeEcho.handle(new ChangeEcho.Command(caller.organizationId(), change.echoId(), change.text()));
    }
}
