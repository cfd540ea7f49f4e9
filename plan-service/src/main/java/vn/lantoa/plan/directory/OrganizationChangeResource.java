package vn.lantoa.plan.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.IfMatchRequired;
import vn.lantoa.kit.http.MergePatch;
import vn.lantoa.kit.http.OneLine;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.plan.directory.DirectoryRules.When;

@Path("/api/v1/organizations")
@MachineScope(write = Scope.DIRECTORY_WRITE)
@Tag(name = "Directory")
class OrganizationChangeResource {

    /** @param validFrom its first day: today or later; earlier only with a reason */
    @Schema(name = "NewOrganization")
    record NewOrganization(
            @NotNull @Pattern(regexp = ALIAS) String alias,

            @NotBlank @OneLine @Size(max = 300) String name,
            @NotNull OrganizationKind kind,
            @NotNull OrganizationLevel level,
            @NotNull UUID parentId,

            @Nullable @Pattern(regexp = "[0-9]{2}|[0-9]{5}") String administrativeCode,

            @Nullable @Pattern(regexp = AGENCY_CODE) String agencyCode,

            @Nullable @Min(0) @Max(200_000_000) Long population,
            @NotNull LocalDate validFrom,
            @Nullable @Size(max = 2000) String reason) {}

    /**
     * @param validFrom first day of the new state: today or later; earlier only with a reason
     * @param reason why the past is corrected
     */
    @Schema(name = "OrganizationChange")
    record OrganizationChange(
            @NotBlank @OneLine @Size(max = 300) String name,
            @Nullable UUID parentId,

            @Nullable @Pattern(regexp = "[0-9]{2}|[0-9]{5}") String administrativeCode,

            @Nullable @Pattern(regexp = AGENCY_CODE) String agencyCode,

            @Nullable @Min(0) @Max(200_000_000) Long population,
            @NotNull LocalDate validFrom,
            @Nullable @Size(max = 2000) String reason) {}

    /** @param lastDay on which it exists: today or later; earlier only with a reason */
    @Schema(name = "DirectoryEnd")
    record End(
            @NotNull LocalDate lastDay,
            @Nullable @Size(max = 2000) String reason) {}

    /** Has a letter, so that it is never taken for a code. */
    static final String ALIAS = "(?=[0-9-]*[a-z])[a-z0-9][a-z0-9-]{1,62}";

    static final String AGENCY_CODE = "[A-Z0-9]{2,3}(\\.[A-Z0-9]{2,3}){1,5}";

    private final CreateOrganization createOrganization;
    private final ChangeOrganization changeOrganization;
    private final EndOrganization endOrganization;
    private final OrganizationViews views;
    private final Reach reach;
    private final Histories histories;
    private final DirectoryRules rules;
    private final MergePatch patch;
    private final Caller caller;

    OrganizationChangeResource(
            CreateOrganization createOrganization,
            ChangeOrganization changeOrganization,
            EndOrganization endOrganization,
            OrganizationViews views,
            Reach reach,
            Histories histories,
            DirectoryRules rules,
            MergePatch patch,
            Caller caller) {
        this.createOrganization = createOrganization;
        this.changeOrganization = changeOrganization;
        this.endOrganization = endOrganization;
        this.views = views;
        this.reach = reach;
        this.histories = histories;
        this.rules = rules;
        this.patch = patch;
        this.caller = caller;
    }

    @POST
    @Operation(operationId = "createOrganization", summary = "Make an organization below one's own")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OrganizationViews.Detail.class)))
    public Response create(@NotNull @Valid NewOrganization body) {
        caller.require(Role.ADMIN);
        var state = new OrganizationHistory.State(
                body.name().strip(), body.parentId(), body.administrativeCode(), body.agencyCode(), body.population());
        var id = createOrganization.handle(new CreateOrganization.Command(
                acting(),
                body.alias(),
                body.kind(),
                body.level(),
                state,
                new When(body.validFrom(), body.reason(), caller.personId())));
        return shown(Response.created(URI.create("/api/v1/organizations/" + id)), id, body.validFrom());
    }

    @PATCH
    @Path("{id}")
    @IfMatchRequired(OrganizationViews.class)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "changeOrganization",
            summary = "Change an organization from a day on; what it was before stays readable")
    @RequestBody(content = @Content(schema = @Schema(implementation = OrganizationChange.class)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OrganizationViews.Detail.class)))
    public Response change(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, byte[] body) {
        caller.require(Role.ADMIN);
        reach.requireManaged(acting(), id);
        var known = histories.organization(id).orElseThrow(() -> new Problem.NotFound("organization.not-found"));
        // what a change leaves out is as it will be on its day, planned changes included
        var day = patch.apply(unchanged(known, rules.today()), body, OrganizationChange.class)
                .validFrom();
        var wanted = patch.apply(unchanged(known, day), body, OrganizationChange.class);
        changeOrganization.handle(new ChangeOrganization.Command(
                acting(),
                id,
                ifMatch,
                new OrganizationHistory.State(
                        wanted.name().strip(),
                        wanted.parentId(),
                        wanted.administrativeCode(),
                        wanted.agencyCode(),
                        wanted.population()),
                new When(day, wanted.reason(), caller.personId())));
        return shown(Response.ok(), id, day);
    }

    @POST
    @Path("{id}/end")
    @IfMatchRequired(OrganizationViews.class)
    @Operation(operationId = "endOrganization", summary = "End an organization that nobody goes on with")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OrganizationViews.Detail.class)))
    public Response end(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid End body) {
        caller.require(Role.ADMIN);
        endOrganization.handle(new EndOrganization.Command(
                acting(), id, ifMatch, new When(body.lastDay(), body.reason(), caller.personId())));
        return shown(Response.ok(), id, body.lastDay());
    }

    private static OrganizationChange unchanged(OrganizationHistory known, LocalDate day) {
        var state = known.timeline().nearest(day);
        return new OrganizationChange(
                state.name(),
                state.parentId(),
                state.administrativeCode(),
                state.agencyCode(),
                state.population(),
                day,
                null);
    }

    private Response shown(Response.ResponseBuilder response, UUID id, LocalDate day) {
        var shown = views.detail(id, day);
        return response.header(HttpHeaders.ETAG, shown.tag().quoted())
                .entity(shown.view())
                .build();
    }

    private UUID acting() {
        return caller.memberships().getFirst().organizationId();
    }
}
