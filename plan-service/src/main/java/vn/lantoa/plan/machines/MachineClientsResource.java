package vn.lantoa.plan.machines;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.plan.directory.Reach;

@Path("/api/v1/organizations/{organizationId}/machine-clients")
@Tag(name = "Machine clients", description = "Programs that act for an organization: scopes, expiry, keys that rotate")
class MachineClientsResource {

    private static final String LIST = "machine-clients";

    private final CreateMachineClient createMachineClient;
    private final MachineClients clients;
    private final MachineClientViews views;
    private final Reach reach;
    private final Caller caller;

    MachineClientsResource(
            CreateMachineClient createMachineClient,
            MachineClients clients,
            MachineClientViews views,
            Reach reach,
            Caller caller) {
        this.createMachineClient = createMachineClient;
        this.clients = clients;
        this.views = views;
        this.reach = reach;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "createMachineClient",
            summary = "Let a program act for the organization; its first key is ready a moment later")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MachineClientViews.View.class)))
    public Response create(@RestPath UUID organizationId, @NotNull @Valid MachineTerms body) {
        caller.require(Role.ADMIN);
        var id = createMachineClient.handle(
                new CreateMachineClient.Command(acting(), organizationId, body.terms(), caller.personId()));
        var shown = views.view(clients.get(acting(), id));
        return Response.created(URI.create("/api/v1/machine-clients/" + id))
                .header(HttpHeaders.ETAG, shown.tag().quoted())
                .entity(shown.view())
                .build();
    }

    @GET
    @Operation(operationId = "listMachineClients", summary = "The programs that act for the organization, by name")
    public Page<MachineClientViews.View> list(
            @RestPath UUID organizationId,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        caller.require(Role.ADMIN);
        reach.requireManaged(acting(), organizationId);
        var keys = Cursor.read(LIST, cursor, 2);
        return Page.cut(
                clients.of(organizationId, name(keys), id(keys), limit + 1).stream()
                        .map(views::of)
                        .toList(),
                limit,
                last -> "/api/v1/organizations/" + organizationId + "/machine-clients?limit=" + limit + "&cursor="
                        + Cursor.of(LIST, last.name(), last.id()));
    }

    private UUID acting() {
        return caller.memberships().getFirst().organizationId();
    }

    private static @Nullable String name(List<String> keys) {
        return keys.isEmpty() ? null : keys.getFirst();
    }

    private static @Nullable UUID id(List<String> keys) {
        try {
            return keys.isEmpty() ? null : UUID.fromString(keys.getLast());
        } catch (IllegalArgumentException madeUp) {
            throw new Problem.Invalid("cursor.invalid");
        }
    }
}
