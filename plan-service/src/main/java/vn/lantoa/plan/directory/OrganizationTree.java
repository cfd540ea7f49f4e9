package vn.lantoa.plan.directory;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.Role;
import vn.lantoa.kit.directory.Organization;

/** The organizations and people that a member may see: their own organization, and what lies below it. */
@Singleton
class OrganizationTree {

    /** A membership, with no more of a person than their work needs. */
    record MemberRow(
            UUID membershipId,
            UUID personId,
            String displayName,
            @Nullable UUID unitId,
            List<Role> roles,
            @Nullable String position) {}

    private final Jdbi db;
    private final Clock clock;

    OrganizationTree(Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @param on the day whose tree is asked for */
    record Filter(
            LocalDate on,
            @Nullable String agencyCode,
            @Nullable String administrativeCode) {}

    /** Sorted by name, then id; begins after the given pair. */
    List<Organization> within(
            UUID rootId, Filter filter, @Nullable String afterName, @Nullable UUID afterId, int limit) {
        return db.withHandle(handle -> handle.createQuery("""
                        with recursive of_day as (
                            select * from directory_organization_period where validity @> cast(:on as date)),
                        below (organization_id, depth) as (
                            select cast(:root as uuid), 0
                            union
                            select child.organization_id, below.depth + 1
                            from of_day child join below on child.parent_id = below.organization_id
                            where below.depth < 8)
                        select organization_id, o.alias, p.name, o.kind, o.level, p.parent_id, p.administrative_code,
                            p.agency_code, p.population
                        from of_day p join directory_organization o using (organization_id)
                        where organization_id in (select organization_id from below)
                          and (cast(:agency as text) is null or p.agency_code = :agency)
                          and (cast(:administrative as text) is null or p.administrative_code = :administrative)
                          and (cast(:afterName as text) is null
                               or (p.name, organization_id) > (cast(:afterName as text), cast(:afterId as uuid)))
                        order by p.name, organization_id
                        limit :limit""")
                .bind("root", rootId)
                .bind("on", filter.on())
                .bind("agency", filter.agencyCode())
                .bind("administrative", filter.administrativeCode())
                .bind("afterName", afterName)
                .bind("afterId", afterId)
                .bind("limit", limit)
                .map((row, _) -> organization(row))
                .list());
    }

    /** People of one organization, sorted by name; machine clients are left out. */
    List<MemberRow> members(UUID organizationId, @Nullable String afterName, @Nullable UUID afterId, int limit) {
        return db.withHandle(handle -> handle.createQuery("""
                        select membership_id, person_id, display_name, unit_id, roles, position
                        from directory_membership
                        where organization_id = :organization and kind = 'PERSON' and active
                          and valid_from <= :today and (valid_to is null or valid_to >= :today)
                          and (cast(:afterName as text) is null
                               or (display_name, membership_id) > (cast(:afterName as text), cast(:afterId as uuid)))
                        order by display_name, membership_id
                        limit :limit""")
                .bind("organization", organizationId)
                .bind("today", LocalDate.now(clock))
                .bind("afterName", afterName)
                .bind("afterId", afterId)
                .bind("limit", limit)
                .map((row, _) -> member(row))
                .list());
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

    private static MemberRow member(ResultSet row) throws SQLException {
        return new MemberRow(
                row.getObject("membership_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("display_name"),
                row.getObject("unit_id", UUID.class),
                List.of((String[]) row.getArray("roles").getArray()).stream()
                        .map(Role::valueOf)
                        .toList(),
                row.getString("position"));
    }
}
