package vn.lantoa.kit.directory;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.MembershipRecorded.MemberKind;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.events.UnitKind;

/** Who is who, today or on a day, from this service's own copy of the directory. */
@Singleton
public class Directory {

    private static final String ORGANIZATION = """
            select organization_id, o.alias, p.name, o.kind, o.level, p.parent_id, p.administrative_code, p.agency_code,
                p.population
            from directory_organization_period p join directory_organization o using (organization_id)
            where p.validity @> cast(:day as date)
            """;
    private static final String UNIT = """
            select unit_id, p.organization_id, p.name, p.aliases, u.kind, p.email, p.represents_organization_id,
                p.member_unit_ids
            from directory_unit_period p join directory_unit u using (unit_id)
            where p.validity @> cast(:day as date)
            """;
    private static final String MEMBER = """
            select membership_id, organization_id, person_id, display_name, email, unit_id, roles, position,
                kind, scopes, on_behalf_of_person_id
            from directory_membership
            where active and valid_from <= :today and (valid_to is null or valid_to >= :today)
            """;

    private final Jdbi db;
    private final Clock clock;

    Directory(Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Optional<Organization> organization(UUID organizationId) {
        return organization(organizationId, today());
    }

    /** As it was, is or will be on a day. */
    public Optional<Organization> organization(UUID organizationId, LocalDate day) {
        return db.withHandle(handle -> handle.createQuery(ORGANIZATION + " and organization_id = :id")
                .bind("day", day)
                .bind("id", organizationId)
                .map((row, _) -> organization(row))
                .findOne());
    }

    /** The organizations directly below, by name. */
    public List<Organization> children(UUID parentId) {
        return children(parentId, today());
    }

    /** The organizations directly below on a day, by name: old periods roll up by the tree of their time. */
    public List<Organization> children(UUID parentId, LocalDate day) {
        return db.withHandle(handle -> handle.createQuery(ORGANIZATION + " and p.parent_id = :id order by p.name")
                .bind("day", day)
                .bind("id", parentId)
                .map((row, _) -> organization(row))
                .list());
    }

    /** Who goes on with the work of an organization or a unit; empty while it lives on itself. */
    public List<UUID> successors(UUID id) {
        return succession("select successor_id from directory_succession where predecessor_id = :id order by 1", id);
    }

    /** Out of which organizations or units this one was made. */
    public List<UUID> predecessors(UUID id) {
        return succession("select predecessor_id from directory_succession where successor_id = :id order by 1", id);
    }

    private List<UUID> succession(String query, UUID id) {
        return db.withHandle(handle ->
                handle.createQuery(query).bind("id", id).mapTo(UUID.class).list());
    }

    /** The organization and all that lies below it today, however deep. */
    public List<UUID> withAllBelow(UUID organizationId) {
        return db.withHandle(handle -> handle.createQuery("""
                        with recursive below (id) as (
                            select cast(:organization as uuid)
                            union
                            select p.organization_id from directory_organization_period p join below on p.parent_id = below.id
                            where p.validity @> cast(:day as date))
                        select id from below""")
                .bind("organization", organizationId)
                .bind("day", today())
                .mapTo(UUID.class)
                .list());
    }

    /** True when the organization is the other, or lies somewhere below it. */
    public boolean isWithin(UUID organizationId, UUID ancestorId) {
        return isWithin(organizationId, ancestorId, today());
    }

    /** True when the organization was the other, or lay somewhere below it, on a day. */
    public boolean isWithin(UUID organizationId, UUID ancestorId, LocalDate day) {
        return organizationId.equals(ancestorId)
                || db.withHandle(handle -> handle.createQuery("""
                        with recursive above (id) as (
                            select parent_id from directory_organization_period
                            where organization_id = :organization and validity @> cast(:day as date)
                            union
                            select p.parent_id from directory_organization_period p join above on p.organization_id = above.id
                            where p.validity @> cast(:day as date))
                        select true from above where id = :ancestor""")
                        .bind("organization", organizationId)
                        .bind("ancestor", ancestorId)
                        .bind("day", day)
                        .mapTo(Boolean.class)
                        .findFirst()
                        .isPresent());
    }

    public Optional<Unit> unit(UUID unitId) {
        return units(List.of(unitId)).stream().findFirst();
    }

    /** As it was, is or will be on a day. */
    public Optional<Unit> unit(UUID unitId, LocalDate day) {
        return units(List.of(unitId), day).stream().findFirst();
    }

    public List<Unit> units(Collection<UUID> unitIds) {
        return units(unitIds, today());
    }

    private List<Unit> units(Collection<UUID> unitIds, LocalDate day) {
        return db.withHandle(handle -> handle.createQuery(UNIT + " and unit_id = any (:ids) order by p.name")
                .bind("day", day)
                .bind("ids", unitIds.toArray(UUID[]::new))
                .map((row, _) -> unit(row))
                .list());
    }

    /** The units of one organization, by name. */
    public List<Unit> unitsOf(UUID organizationId) {
        return unitsOf(organizationId, today());
    }

    /** The units of one organization on a day, by name. */
    public List<Unit> unitsOf(UUID organizationId, LocalDate day) {
        return db.withHandle(handle -> handle.createQuery(UNIT + " and p.organization_id = :id order by p.name")
                .bind("day", day)
                .bind("id", organizationId)
                .map((row, _) -> unit(row))
                .list());
    }

    /** What the bearer of a token may do in an organization: usually one membership, several when they hold several posts. */
    public List<Member> memberships(String subject, UUID organizationId) {
        return db.withHandle(
                handle -> handle.createQuery(MEMBER + " and subject = :subject and organization_id = :organization"
                                + " order by on_behalf_of_person_id nulls first, membership_id")
                        .bind("today", today())
                        .bind("subject", subject)
                        .bind("organization", organizationId)
                        .map((row, _) -> member(row))
                        .list());
    }

    /** Every organization in which the bearer of a token may act. */
    public List<Member> memberships(String subject) {
        return db.withHandle(handle -> handle.createQuery(MEMBER + " and subject = :subject"
                        + " order by organization_id, on_behalf_of_person_id nulls first, membership_id")
                .bind("today", today())
                .bind("subject", subject)
                .map((row, _) -> member(row))
                .list());
    }

    /** Everybody who belongs to an organization today, people and machine clients: one entry for each post, by name. */
    public List<Member> members(UUID organizationId) {
        return db.withHandle(handle -> handle.createQuery(
                        MEMBER + " and organization_id = :organization order by display_name, membership_id")
                .bind("today", today())
                .bind("organization", organizationId)
                .map((row, _) -> member(row))
                .list());
    }

    /** People of an organization with a role; of one unit only, when given. Machine clients are left out. */
    public List<Member> people(UUID organizationId, Role role, @Nullable UUID unitId) {
        return db.withHandle(handle -> handle.createQuery(MEMBER + """
                         and kind = 'PERSON' and organization_id = :organization and :role = any (roles)
                         and (cast(:unit as uuid) is null or unit_id = :unit) order by display_name, membership_id""")
                .bind("today", today())
                .bind("organization", organizationId)
                .bind("role", role.name())
                .bind("unit", unitId)
                .map((row, _) -> member(row))
                .list());
    }

    /** The person's membership in an organization. */
    public Optional<Member> person(UUID organizationId, UUID personId) {
        return db.withHandle(
                handle -> handle.createQuery(MEMBER + " and organization_id = :organization and person_id = :person"
                                + " order by on_behalf_of_person_id nulls first, membership_id")
                        .bind("today", today())
                        .bind("organization", organizationId)
                        .bind("person", personId)
                        .map((row, _) -> member(row))
                        .findFirst());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Organization organization(ResultSet row) throws SQLException {
        return new Organization(
                row.getObject("organization_id", UUID.class),
                row.getString("alias"),
                row.getString("name"),
                OrganizationKind.valueOf(row.getString("kind")),
                OrganizationLevel.valueOf(row.getString("level")),
                row.getObject("parent_id", UUID.class),
                row.getString("administrative_code"),
                row.getString("agency_code"),
                row.getObject("population", Long.class));
    }

    private static Unit unit(ResultSet row) throws SQLException {
        return new Unit(
                row.getObject("unit_id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getString("name"),
                List.of((String[]) row.getArray("aliases").getArray()),
                UnitKind.valueOf(row.getString("kind")),
                row.getString("email"),
                row.getObject("represents_organization_id", UUID.class),
                List.of((UUID[]) row.getArray("member_unit_ids").getArray()));
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getObject("membership_id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("display_name"),
                row.getString("email"),
                row.getObject("unit_id", UUID.class),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .toList(),
                row.getString("position"),
                MemberKind.valueOf(row.getString("kind")),
                Scope.known(List.of((String[]) row.getArray("scopes").getArray())),
                row.getObject("on_behalf_of_person_id", UUID.class));
    }
}
