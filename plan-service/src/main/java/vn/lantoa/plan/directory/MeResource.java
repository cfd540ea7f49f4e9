package vn.lantoa.plan.directory;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.Member;
import vn.lantoa.kit.directory.Organization;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.identity.ForStrangersToo;
import vn.lantoa.kit.machines.OpenToMachines;

@Path("/api/v1/me")
@OpenToMachines
@Tag(name = "Directory")
@ForStrangersToo
class MeResource {

    /**
     * @param acting the post for which the token speaks; null when the token names no organization, or one that the caller
     *     does not belong to
     * @param mayActFor every organization for which the caller can ask a token
     */
    @Schema(name = "Me")
    record MeView(
            String subject,
            @Nullable UUID personId,
            @Nullable String name,
            @Nullable PostView acting,
            List<PostView> mayActFor) {}

    /** @param scope what to ask the identity provider for */
    @Schema(name = "Post")
    record PostView(
            UUID organizationId,
            String alias,
            String organization,
            List<Role> roles,
            List<UnitRef> units,
            @Nullable String position,
            String scope) {}

    @Schema(name = "UnitRef")
    record UnitRef(UUID id, String name) {}

    private final Directory directory;
    private final Caller caller;

    MeResource(Directory directory, Caller caller) {
        this.directory = directory;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Who the caller is, for whom they act, and for whom else they may act")
    public MeView get() {
        var memberships = directory.memberships(caller.subject());
        var byOrganization = memberships.stream()
                .collect(Collectors.groupingBy(Member::organizationId, LinkedHashMap::new, Collectors.toList()));
        var units =
                directory
                        .units(memberships.stream()
                                .map(Member::unitId)
                                .filter(unit -> unit != null)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Unit::unitId, Unit::name));
        var posts = byOrganization.entrySet().stream()
                .flatMap(entry -> directory.organization(entry.getKey()).stream()
                        .map(organization -> post(organization, entry.getValue(), units)))
                .toList();
        var acting = actingOrganization();
        return new MeView(
                caller.subject(),
                memberships.isEmpty() ? null : memberships.getFirst().personId(),
                memberships.isEmpty() ? null : memberships.getFirst().displayName(),
                posts.stream()
                        .filter(post -> post.organizationId().equals(acting))
                        .findFirst()
                        .orElse(null),
                posts);
    }

    /** Here a token that names no single organization is welcome: the answer says which ones it could name. */
    private @Nullable UUID actingOrganization() {
        try {
            return caller.organizationId();
        } catch (Problem.NotAllowed namesNoSingleOrganization) {
            return null;
        }
    }

    private static PostView post(Organization organization, List<Member> memberships, Map<UUID, String> unitNames) {
        return new PostView(
                organization.organizationId(),
                organization.alias(),
                organization.name(),
                memberships.stream()
                        .flatMap(it -> it.roles().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                memberships.stream()
                        .map(Member::unitId)
                        .filter(unitNames::containsKey)
                        .distinct()
                        .map(unit -> new UnitRef(unit, unitNames.get(unit)))
                        .toList(),
                memberships.getFirst().position(),
                "organization:" + organization.alias());
    }
}
