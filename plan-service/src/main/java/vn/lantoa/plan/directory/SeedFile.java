package vn.lantoa.plan.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.MembershipRecorded.MemberKind;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.OrganizationRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.events.UnitKind;
import vn.lantoa.events.UnitRecorded;

/** The file from which a new installation gets its first directory; see deploy/seed/directory.json. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SeedFile(List<Body> organizations, List<Person> people) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Body(
            UUID id,
            String alias,
            String name,
            OrganizationKind kind,
            OrganizationLevel level,
            @Nullable UUID parentId,
            @Nullable String administrativeCode,
            @Nullable String agencyCode,
            @Nullable Long population,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<BodyUnit> units,
            List<Post> memberships) {

        OrganizationRecorded asRecorded() {
            return new OrganizationRecorded(
                    id,
                    alias,
                    name,
                    kind,
                    level,
                    parentId,
                    administrativeCode,
                    agencyCode,
                    population,
                    validFrom,
                    validTo);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record BodyUnit(
            UUID id,
            String name,
            List<String> aliases,
            UnitKind kind,
            @Nullable String email,
            @Nullable UUID representsOrganizationId,
            List<UUID> memberUnitIds) {

        UnitRecorded asRecorded(Body body) {
            return new UnitRecorded(
                    body.id(),
                    id,
                    name,
                    aliases,
                    kind,
                    email,
                    representsOrganizationId,
                    memberUnitIds,
                    body.validFrom(),
                    body.validTo());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Post(
            UUID id,
            UUID personId,
            @Nullable UUID unitId,
            List<Role> roles,
            @Nullable String position,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable List<String> scopes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Person(
            UUID id,
            String subject,
            String displayName,
            @Nullable String email,
            MemberKind kind) {}

    Stream<OrganizationRecorded> organizationsRecorded() {
        return organizations.stream().map(Body::asRecorded);
    }

    Stream<UnitRecorded> unitsRecorded() {
        return organizations.stream().flatMap(body -> body.units().stream().map(unit -> unit.asRecorded(body)));
    }

    /** @throws IllegalArgumentException when a membership names a person that the file does not describe */
    Stream<MembershipRecorded> membershipsRecorded() {
        var persons = people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return organizations.stream()
                .flatMap(body -> body.memberships().stream().map(post -> {
                    var person = persons.get(post.personId());
                    if (person == null) {
                        throw new IllegalArgumentException(
                                "Membership " + post.id() + " names an unknown person " + post.personId());
                    }
                    return new MembershipRecorded(
                            body.id(),
                            post.id(),
                            person.id(),
                            person.subject(),
                            person.kind(),
                            person.displayName(),
                            person.email(),
                            post.unitId(),
                            post.roles(),
                            post.position(),
                            post.validFrom(),
                            post.validTo(),
                            true,
                            post.scopes());
                }));
    }
}
