package vn.lantoa.plan.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.http.CurrentState;
import vn.lantoa.kit.http.IfMatchRequired;
import vn.lantoa.kit.http.MergePatch;
import vn.lantoa.kit.http.OneLine;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.plan.directory.DirectoryRules.When;

@Path("/api/v1/organizations/{organizationId}/units")
@MachineScope(read = Scope.DIRECTORY_READ, write = Scope.DIRECTORY_WRITE)
@Tag(name = "Directory")
class UnitChangeResource {

    /** @param validFrom its first day: today or later; earlier only with a reason */
    @Schema(name = "NewUnit")
    record NewUnit(
            @NotBlank @OneLine @Size(max = 300) String name,
            @NotNull UnitKind kind,
            @Nullable @Size(max = 50) List<@NotBlank @OneLine @Size(max = 300) String> aliases,
            @Nullable @Email @Size(max = 254) String email,
            @Nullable UUID representsOrganizationId,
            @Nullable @Size(max = 500) List<@NotNull UUID> memberUnitIds,
            @NotNull LocalDate validFrom,
            @Nullable @Size(max = 2000) String reason) {

        UnitHistory.State state() {
            return new UnitHistory.State(
                    name.strip(),
                    aliases == null ? List.of() : aliases,
                    email,
                    representsOrganizationId,
                    memberUnitIds == null ? List.of() : memberUnitIds);
        }
    }

    /** @param validFrom first day of the new state: today or later; earlier only with a reason */
    @Schema(name = "UnitChange")
    record UnitChange(
            @NotBlank @OneLine @Size(max = 300) String name,
            @NotNull @Size(max = 50) List<@NotBlank @OneLine @Size(max = 300) String> aliases,
            @Nullable @Email @Size(max = 254) String email,
            @Nullable UUID representsOrganizationId,
            @NotNull @Size(max = 500) List<@NotNull UUID> memberUnitIds,
            @NotNull LocalDate validFrom,
            @Nullable @Size(max = 2000) String reason) {

        static UnitChange nothing(UnitHistory known, LocalDate day) {
            var state = known.timeline().nearest(day);
            return new UnitChange(
                    state.name(),
                    state.aliases(),
                    state.email(),
                    state.representsOrganizationId(),
                    state.memberUnitIds(),
                    day,
                    null);
        }
    }

    private final CreateUnit createUnit;
    private final ChangeUnit changeUnit;
    private final EndUnit endUnit;
    private final UnitViews views;
    private final DirectoryRules rules;
    private final Reach reach;
    private final MergePatch patch;
    private final Caller caller;

    UnitChangeResource(
            CreateUnit createUnit,
            ChangeUnit changeUnit,
            EndUnit endUnit,
            UnitViews views,
            DirectoryRules rules,
            Reach reach,
            MergePatch patch,
            Caller caller) {
        this.createUnit = createUnit;
        this.changeUnit = changeUnit;
        this.endUnit = endUnit;
        this.views = views;
        this.rules = rules;
        this.reach = reach;
        this.patch = patch;
        this.caller = caller;
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getUnit", summary = "A unit, today or on a day")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = UnitViews.Detail.class)))
    public Response get(@RestPath UUID organizationId, @RestPath UUID id, @RestQuery @Nullable LocalDate on) {
        reach.requireSeen(acting(), organizationId);
        return shown(Response.ok(), views.detail(organizationId, id, on == null ? rules.today() : on));
    }

    @POST
    @Operation(operationId = "createUnit", summary = "Make a unit of an organization")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = UnitViews.Detail.class)))
    public Response create(@RestPath UUID organizationId, @NotNull @Valid NewUnit body) {
        caller.require(Role.ADMIN);
        var id = createUnit.handle(new CreateUnit.Command(
                acting(),
                organizationId,
                body.kind(),
                body.state(),
                new When(body.validFrom(), body.reason(), caller.personId())));
        var address = URI.create("/api/v1/organizations/" + organizationId + "/units/" + id);
        return shown(Response.created(address), views.detail(organizationId, id, body.validFrom()));
    }

    @PATCH
    @Path("{id}")
    @IfMatchRequired(UnitViews.class)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(operationId = "changeUnit", summary = "Change a unit from a day on; what it was before stays readable")
    @RequestBody(content = @Content(schema = @Schema(implementation = UnitChange.class)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = UnitViews.Detail.class)))
    public Response change(
            @RestPath UUID organizationId,
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte[] body) {
        caller.require(Role.ADMIN);
        reach.requireManaged(acting(), organizationId);
        var known = views.history(organizationId, id);
        var day = patch.apply(UnitChange.nothing(known, rules.today()), body, UnitChange.class)
                .validFrom();
        var wanted = patch.apply(UnitChange.nothing(known, day), body, UnitChange.class);
        changeUnit.handle(new ChangeUnit.Command(
                acting(),
                organizationId,
                id,
                ifMatch,
                new UnitHistory.State(
                        wanted.name().strip(),
                        wanted.aliases(),
                        wanted.email(),
                        wanted.representsOrganizationId(),
                        wanted.memberUnitIds()),
                new When(day, wanted.reason(), caller.personId())));
        return shown(Response.ok(), views.detail(organizationId, id, day));
    }

    @POST
    @Path("{id}/end")
    @IfMatchRequired(UnitViews.class)
    @Operation(operationId = "endUnit", summary = "End a unit; its history stays")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = UnitViews.Detail.class)))
    public Response end(
            @RestPath UUID organizationId,
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid OrganizationChangeResource.End body) {
        caller.require(Role.ADMIN);
        endUnit.handle(new EndUnit.Command(
                acting(), organizationId, id, ifMatch, new When(body.lastDay(), body.reason(), caller.personId())));
        return shown(Response.ok(), views.detail(organizationId, id, body.lastDay()));
    }

    private static Response shown(Response.ResponseBuilder response, CurrentState.Current shown) {
        return response.header(HttpHeaders.ETAG, shown.tag().quoted())
                .entity(shown.view())
                .build();
    }

    private UUID acting() {
        return caller.memberships().getFirst().organizationId();
    }
}
