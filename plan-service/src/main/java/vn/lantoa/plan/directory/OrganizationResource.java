package vn.lantoa.plan.directory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
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
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.Organization;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;

@Path("/api/v1/organizations")
@MachineScope(read = Scope.DIRECTORY_READ)
@Tag(name = "Directory", description = "Organizations, their units and people")
class OrganizationResource {

    @Schema(name = "Organization")
    record OrganizationView(
            UUID id,
            String alias,
            String name,
            OrganizationKind kind,
            OrganizationLevel level,
            @Nullable UUID parentId,
            @Nullable String administrativeCode,
            @Nullable String agencyCode,
            @Nullable Long population) {

        static OrganizationView of(Organization it) {
            return new OrganizationView(
                    it.organizationId(),
                    it.alias(),
                    it.name(),
                    it.kind(),
                    it.level(),
                    it.parentId(),
                    it.administrativeCode(),
                    it.agencyCode(),
                    it.population());
        }
    }

    @Schema(name = "Unit")
    record UnitView(
            UUID id,
            String name,
            List<String> aliases,
            UnitKind kind,
            @Nullable String email,
            @Nullable UUID representsOrganizationId,
            List<UUID> memberUnitIds) {

        static UnitView of(Unit it) {
            return new UnitView(
                    it.unitId(),
                    it.name(),
                    it.aliases(),
                    it.kind(),
                    it.email(),
                    it.representsOrganizationId(),
                    it.memberUnitIds());
        }
    }

    /** Name, post and unit: what colleagues need to work together, and no more. */
    @Schema(name = "Member")
    record MemberView(
            UUID personId,
            String name,
            @Nullable UUID unitId,
            List<Role> roles,
            @Nullable String position) {

        static MemberView of(OrganizationTree.MemberRow it) {
            return new MemberView(it.personId(), it.displayName(), it.unitId(), it.roles(), it.position());
        }
    }

    private final OrganizationTree tree;
    private final Directory directory;
    private final OrganizationViews views;
    private final Reach reach;
    private final Clock clock;
    private final Caller caller;

    OrganizationResource(
            OrganizationTree tree,
            Directory directory,
            OrganizationViews views,
            Reach reach,
            Clock clock,
            Caller caller) {
        this.tree = tree;
        this.directory = directory;
        this.views = views;
        this.reach = reach;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listOrganizations",
            summary = "The organizations that the caller may see: their own, and those below it; today or on a day")
    public Page<OrganizationView> list(
            @RestQuery @Nullable @Pattern(regexp = OrganizationChangeResource.AGENCY_CODE) String agencyCode,
            @RestQuery @Nullable @Pattern(regexp = "[0-9]{2}|[0-9]{5}") String administrativeCode,
            @RestQuery @Nullable LocalDate on,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        var keys = Cursor.read("organizations", cursor, 2);
        var filter = new OrganizationTree.Filter(day(on), agencyCode, administrativeCode);
        var rows = tree.within(own(), filter, name(keys), id(keys), limit + 1).stream()
                .map(OrganizationView::of)
                .toList();
        return Page.cut(
                rows,
                limit,
                last -> address("/api/v1/organizations", limit, Cursor.of("organizations", last.name(), last.id()))
                        + (on == null ? "" : "&on=" + on)
                        + (agencyCode == null ? "" : "&agencyCode=" + agencyCode)
                        + (administrativeCode == null ? "" : "&administrativeCode=" + administrativeCode));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getOrganization",
            summary = "One organization, today or on a day, with its periods, predecessors and successors")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OrganizationViews.Detail.class)))
    public Response get(@RestPath UUID id, @RestQuery @Nullable LocalDate on) {
        reach.requireSeen(own(), id);
        var shown = views.detail(id, day(on));
        return Response.ok(shown.view())
                .header(HttpHeaders.ETAG, shown.tag().quoted())
                .build();
    }

    @GET
    @Path("{id}/units")
    @Operation(
            operationId = "listUnits",
            summary = "The units of an organization, today or on a day, with the names under which documents know them")
    public Page<UnitView> units(@RestPath UUID id, @RestQuery @Nullable LocalDate on) {
        reach.requireSeen(own(), id);
        return new Page<>(
                directory.unitsOf(id, day(on)).stream().map(UnitView::of).toList(), null);
    }

    @GET
    @Path("{id}/members")
    @MachineScope // names no scope: people are shown to people only
    @Operation(summary = "The people of the caller's own organization, with their posts")
    public Page<MemberView> members(
            @RestPath UUID id,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        caller.require(Role.ADMIN, Role.LEADER, Role.UNIT_HEAD, Role.COORDINATOR, Role.CLERK, Role.SPECIALIST);
        if (!own().equals(id)) {
            throw new Problem.NotFound("organization.not-found");
        }
        var keys = Cursor.read("members", cursor, 2);
        var page = Page.cut(
                tree.members(id, name(keys), id(keys), limit + 1),
                limit,
                last -> address(
                        "/api/v1/organizations/" + id + "/members",
                        limit,
                        Cursor.of("members", last.displayName(), last.membershipId())));
        return new Page<>(page.items().stream().map(MemberView::of).toList(), page.next());
    }

    private UUID own() {
        return caller.memberships().getFirst().organizationId();
    }

    private LocalDate day(@Nullable LocalDate on) {
        if (on == null) {
            return LocalDate.now(clock);
        }
        DirectoryRules.requirePossible(on);
        return on;
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

    private static String address(String list, int limit, String cursor) {
        return list + "?limit=" + limit + "&cursor=" + cursor;
    }
}
