package vn.lantoa.testkit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.kit.machines.OpenToMachines;

/** Endpoints of every kind that a machine client may meet. */
@Path("/api/v1/guarded")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@MachineScope(read = Scope.TASKS_READ)
class GuardedResource {

    record Message(@NotBlank String text) {}

    @GET
    public Message read() {
        return new Message("read");
    }

    @PUT
    public Message change(@Valid @NotNull Message message) {
        return message;
    }

    @POST
    @MachineScope(write = Scope.TASKS_WRITE)
    public Message add(@Valid @NotNull Message message) {
        return message;
    }

    @GET
    @Path("self")
    @OpenToMachines
    public Message self() {
        return new Message("self");
    }

    @POST
    @Path("secret")
    public Response secret() {
        return Response.ok(new Message("secret " + System.nanoTime()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
