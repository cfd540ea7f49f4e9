package vn.lantoa.plan.machines;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.IfMatchRequired;
import vn.lantoa.kit.http.MergePatch;
import vn.lantoa.kit.identity.Caller;

@Path("/api/v1/machine-clients/{id}")
@Tag(name = "Machine clients")
@IfMatchRequired(MachineClientViews.class)
@APIResponse(
        responseCode = "200",
        content =
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = MachineClientViews.View.class)))
class MachineClientResource {

    /**
     * @param validTo last day of the new key, at most a year away; left out for as long as is allowed
     * @param overlapDays for which the older key stays valid; left out for 14
     */
    @Schema(name = "NewMachineKey")
    record NewKey(
            @Nullable LocalDate validTo,

            @Nullable @Min(0) @Max(MachineClient.LONGEST_OVERLAP_DAYS)
            Integer overlapDays) {}

    /** The only time that the secret is shown. */
    @Schema(name = "MachineSecret")
    record Secret(String clientId, String clientSecret) {
        @Override
        public String toString() {
            return "Secret[" + clientId + "]";
        }
    }

    private final ChangeMachineClient changeMachineClient;
    private final SwitchMachineClient switchMachineClient;
    private final MakeMachineKey makeMachineKey;
    private final RevokeMachineKey revokeMachineKey;
    private final TellSecret tellSecret;
    private final MachineClients clients;
    private final MachineClientViews views;
    private final MergePatch patch;
    private final Caller caller;

    MachineClientResource(
            ChangeMachineClient changeMachineClient,
            SwitchMachineClient switchMachineClient,
            MakeMachineKey makeMachineKey,
            RevokeMachineKey revokeMachineKey,
            TellSecret tellSecret,
            MachineClients clients,
            MachineClientViews views,
            MergePatch patch,
            Caller caller) {
        this.changeMachineClient = changeMachineClient;
        this.switchMachineClient = switchMachineClient;
        this.makeMachineKey = makeMachineKey;
        this.revokeMachineKey = revokeMachineKey;
        this.tellSecret = tellSecret;
        this.clients = clients;
        this.views = views;
        this.patch = patch;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getMachineClient",
            summary = "A machine client with its keys and when they were last used")
    public Response get(@RestPath UUID id) {
        caller.require(Role.ADMIN);
        return shown(id);
    }

    @PATCH
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "changeMachineClient",
            summary = "Change its scopes, purpose, contact or last day; every service follows within seconds")
    @RequestBody(content = @Content(schema = @Schema(implementation = MachineTerms.class)))
    public Response change(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] body) {
        var change = change(id, ifMatch);
        var wanted = patch.apply(MachineTerms.of(clients.get(change.acting(), id)), body, MachineTerms.class);
        changeMachineClient.handle(new ChangeMachineClient.Command(change, wanted.terms()));
        return shown(id);
    }

    @POST
    @Path("disable")
    @Operation(operationId = "disableMachineClient", summary = "Shut the program out with all its keys")
    public Response disable(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        switchMachineClient.handle(new SwitchMachineClient.Command(change(id, ifMatch), false));
        return shown(id);
    }

    @POST
    @Path("enable")
    @Operation(operationId = "enableMachineClient", summary = "Let the program in again with the keys it has")
    public Response enable(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        switchMachineClient.handle(new SwitchMachineClient.Command(change(id, ifMatch), true));
        return shown(id);
    }

    @POST
    @Path("keys")
    @Operation(
            operationId = "createMachineKey",
            summary = "Make the key that replaces the present one, which goes on for the time of the overlap")
    public Response makeKey(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable @Valid NewKey body) {
        var overlap = body == null || body.overlapDays() == null
                ? MachineClient.USUAL_OVERLAP_DAYS
                : body.overlapDays().intValue();
        makeMachineKey.handle(
                new MakeMachineKey.Command(change(id, ifMatch), body == null ? null : body.validTo(), overlap));
        return shown(id);
    }

    @POST
    @Path("keys/{keyId}/revoke")
    @Operation(operationId = "revokeMachineKey", summary = "End a key at once")
    public Response revokeKey(
            @RestPath UUID id, @RestPath UUID keyId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        revokeMachineKey.handle(new RevokeMachineKey.Command(change(id, ifMatch), keyId));
        return shown(id);
    }

    @POST
    @Path("keys/{keyId}/secret")
    @Operation(
            operationId = "tellMachineSecret",
            summary = "Make a new secret for a key and show it, this once; refused once the key was used")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Secret.class)))
    public Response tellSecret(
            @RestPath UUID id, @RestPath UUID keyId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var told = tellSecret.handle(new TellSecret.Command(change(id, ifMatch), keyId));
        return Response.ok(new Secret(told.clientId(), told.secret()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private MachineChange change(UUID id, @Nullable String ifMatch) {
        caller.require(Role.ADMIN);
        return new MachineChange(acting(), id, EntityTag.expected(ifMatch, id), caller.personId());
    }

    private Response shown(UUID id) {
        var shown = views.view(clients.get(acting(), id));
        return Response.ok(shown.view())
                .header(HttpHeaders.ETAG, shown.tag().quoted())
                .build();
    }

    private UUID acting() {
        return caller.memberships().getFirst().organizationId();
    }
}
