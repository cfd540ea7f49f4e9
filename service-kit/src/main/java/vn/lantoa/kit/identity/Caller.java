package vn.lantoa.kit.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.Member;
import vn.lantoa.kit.http.Problem;

/**
 * Who calls, and for which organization. The token says who (its {@code sub}) and for which one organization (its claim
 * {@code organization}); what they may do there stands in our directory.
 */
@RequestScoped
public class Caller {

    /**
     * The attribute under which the identity provider keeps our id of an organization. It gives ids of its own to those that were
     * made over its API; an organization without the attribute came with our id.
     */
    private static final String OUR_ID = "lantoaId";

    private final JsonWebToken token;
    private final Directory directory;
    private @Nullable List<Member> memberships;
    private @Nullable UUID onBehalfOf;

    Caller(JsonWebToken token, Directory directory) {
        this.token = token;
        this.directory = directory;
    }

    /** Who, as the identity provider knows them. */
    public String subject() {
        return token.getSubject();
    }

    /** Who, as our directory knows them. */
    public UUID personId() {
        return memberships().getFirst().personId();
    }

    /**
     * For whom they act.
     *
     * @throws Problem.NotAllowed when the token names no organization, or more than one
     */
    public UUID organizationId() {
        var organizations = organizations(token.getClaim("organization"));
        if (organizations.isEmpty()) {
            throw new Problem.NotAllowed("token.organization-missing");
        }
        if (organizations.size() > 1) {
            throw new Problem.NotAllowed("token.organization-ambiguous");
        }
        return organizations.getFirst();
    }

    /** All roles held in the acting organization. */
    public Set<Role> roles() {
        var roles = EnumSet.noneOf(Role.class);
        memberships().forEach(membership -> roles.addAll(membership.roles()));
        return roles;
    }

    /** What they may do themselves comes first; only without it they act for who delegated a role to them. */
    public boolean is(Role... anyOf) {
        var wanted = Arrays.asList(anyOf);
        var fitting = memberships().stream()
                .filter(membership -> membership.roles().stream().anyMatch(wanted::contains))
                .toList();
        note(fitting);
        return !fitting.isEmpty();
    }

    /**
     * In whose place this request acts, by what was asked of {@link #is}, {@link #require} and {@link #unitsAs}: empty while the
     * caller's own roles sufficed; the first where several delegated the same.
     */
    public Optional<UUID> actsOnBehalfOf() {
        return Optional.ofNullable(onBehalfOf);
    }

    private void note(List<Member> fitting) {
        if (onBehalfOf == null && fitting.stream().noneMatch(Member::isOwn)) {
            onBehalfOf = fitting.stream()
                    .flatMap(membership -> Stream.ofNullable(membership.onBehalfOfPersonId()))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** @throws Problem.NotAllowed unless at least one of the roles is held */
    public void require(Role... anyOf) {
        if (!is(anyOf)) {
            var needed = Arrays.stream(anyOf).map(Role::name).collect(Collectors.joining(", "));
            throw new Problem.NotAllowed("caller.role-missing", needed).with("requiredRoles", List.of(anyOf));
        }
    }

    /** The units in which the role is held. */
    public Set<UUID> unitsAs(Role role) {
        var fitting = memberships().stream()
                .filter(membership -> membership.roles().contains(role) && membership.unitId() != null)
                .toList();
        note(fitting);
        return fitting.stream().map(Member::unitId).collect(Collectors.toUnmodifiableSet());
    }

    /** The units to which they belong, in whatever role. */
    public Set<UUID> units() {
        return memberships().stream()
                .map(Member::unitId)
                .filter(unit -> unit != null)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What the directory holds for them in the acting organization; never empty.
     *
     * @throws Problem.NotAllowed when they are no member of it (any more)
     */
    public List<Member> memberships() {
        var held = held();
        if (held.isEmpty()) {
            throw new Problem.NotAllowed("caller.not-a-member");
        }
        return held;
    }

    /** With which memberships a machine client calls; empty for a person, and for who is no member of the organization. */
    public List<Member> machines() {
        try {
            return held().stream().filter(Member::isMachine).toList();
        } catch (Problem.NotAllowed namesNoSingleOrganization) {
            return List.of();
        }
    }

    /** True for a machine client. */
    public boolean isMachine() {
        return !machines().isEmpty();
    }

    /** To what a machine client is let in; empty for a person. */
    public Set<Scope> scopes() {
        var scopes = EnumSet.noneOf(Scope.class);
        machines().forEach(machine -> scopes.addAll(machine.scopes()));
        return scopes;
    }

    private List<Member> held() {
        if (memberships == null) {
            memberships = directory.memberships(subject(), organizationId());
        }
        return memberships;
    }

    private static List<UUID> organizations(@Nullable Object claim) {
        try {
            return switch (claim) {
                case JsonObject object ->
                    object.values().stream()
                            .map(value -> ours(value.asJsonObject()))
                            .toList();
                case Map<?, ?> map ->
                    map.values().stream().map(value -> ours((Map<?, ?>) value)).toList();
                case null, default -> List.of();
            };
        } catch (ClassCastException | IllegalArgumentException | NullPointerException | IndexOutOfBoundsException bad) {
            return List.of();
        }
    }

    private static UUID ours(JsonObject organization) {
        return UUID.fromString(
                organization.containsKey(OUR_ID)
                        ? organization.getJsonArray(OUR_ID).getString(0)
                        : organization.getString("id"));
    }

    private static UUID ours(Map<?, ?> organization) {
        return UUID.fromString(String.valueOf(
                organization.get(OUR_ID) instanceof List<?> named ? named.getFirst() : organization.get("id")));
    }
}
