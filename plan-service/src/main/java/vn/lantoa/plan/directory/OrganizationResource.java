package vn.lantoa.plan.directory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.Role;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.Organization;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;

@Path("/api/v1/organizations")
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
    private final Caller caller;

    OrganizationResource(OrganizationTree tree, Directory directory, Caller caller) {
        this.tree = tree;
        this.directory = directory;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The organizations that the caller may see: their own, and those below it")
    public Page<OrganizationView> list(
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        var keys = Cursor.read("organizations", cursor, 2);
        var rows = tree.within(own(), name(keys), id(keys), limit + 1).stream()
                .map(OrganizationView::of)
                .toList();
        return Page.cut(
                rows,
                limit,
                last -> address("/api/v1/organizations", limit, Cursor.of("organizations", last.name(), last.id())));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One organization")
    public OrganizationView get(@RestPath UUID id) {
        return OrganizationView.of(visible(id));
    }

    @GET
    @Path("{id}/units")
    @Operation(summary = "The units of an organization, with the names under which documents know them")
    public Page<UnitView> units(@RestPath UUID id) {
        var units = directory.unitsOf(visible(id).organizationId());
        return new Page<>(units.stream().map(UnitView::of).toList(), null);
    }

    @GET
    @Path("{id}/members")
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

    private Organization visible(UUID id) {
        return directory
                .organization(id)
                .filter(it -> directory.isWithin(id, own()))
                .orElseThrow(() -> new Problem.NotFound("organization.not-found"));
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
