package vn.lantoa.plan.directory;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.Role;

/** Who belongs to organizations that merge, and what work is open there. */
@Singleton
class Memberships {

    private final Jdbi db;

    Memberships(Jdbi db) {
        this.db = db;
    }

    /** Those of people that hold on the day or later, also those that disabling took for a time; by id. */
    List<MembershipRecorded> holdingOn(Collection<UUID> organizations, LocalDate day) {
        return db.withHandle(handle -> handle.createQuery("""
                        select * from directory_membership
                        where organization_id = any (:organizations) and kind = 'PERSON'
                          and (active or exists (
                              select from person_disabled_membership taken
                              where taken.membership_id = directory_membership.membership_id))
                          and (valid_to is null or valid_to >= :day)
                        order by membership_id""")
                .bind("organizations", organizations.toArray(UUID[]::new))
                .bind("day", day)
                .map((row, _) -> membership(row))
                .list());
    }

    /** What disabling took from somebody goes on elsewhere: enabling gives back both. */
    void noteOnward(UUID before, UUID after) {
        db.useHandle(handle -> handle.execute("""
                        insert into person_disabled_membership (membership_id, person_id)
                        select ?, person_id from person_disabled_membership where membership_id = ?
                        on conflict do nothing""", after, before));
    }

    /** What disabling took, and what will never have been: enabling does not give it back. */
    void forgetTaken(UUID membershipId) {
        db.useHandle(handle ->
                handle.execute("delete from person_disabled_membership where membership_id = ?", membershipId));
    }

    /** How many plans are under way, by organization; the plans stay where they are. */
    Map<UUID, Integer> openPlans(Collection<UUID> organizations) {
        return db
                .withHandle(handle -> handle.createQuery("""
                                select organization_id, count(*) as open from plan
                                where organization_id = any (:organizations)
                                  and state not in ('REPLACED', 'REVOKED', 'CLOSED')
                                group by organization_id""")
                        .bind("organizations", organizations.toArray(UUID[]::new))
                        .map((row, _) -> Map.entry(row.getObject("organization_id", UUID.class), row.getInt("open")))
                        .list())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The same person with the same roles, elsewhere or for another time. */
    static MembershipRecorded with(
            MembershipRecorded it,
            UUID organizationId,
            UUID membershipId,
            @Nullable UUID unitId,
            LocalDate from,
            @Nullable LocalDate to,
            boolean active) {
        return new MembershipRecorded(
                organizationId,
                membershipId,
                it.personId(),
                it.subject(),
                it.kind(),
                it.displayName(),
                it.email(),
                unitId,
                it.roles(),
                it.position(),
                from,
                to,
                active,
                it.scopes(),
                it.onBehalfOfPersonId());
    }

    private static MembershipRecorded membership(ResultSet row) throws SQLException {
        return new MembershipRecorded(
                row.getObject("organization_id", UUID.class),
                row.getObject("membership_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("subject"),
                MembershipRecorded.MemberKind.valueOf(row.getString("kind")),
                row.getString("display_name"),
                row.getString("email"),
                row.getObject("unit_id", UUID.class),
                List.of((String[]) row.getArray("roles").getArray()).stream()
                        .map(Role::valueOf)
                        .toList(),
                row.getString("position"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBoolean("active"),
                List.of((String[]) row.getArray("scopes").getArray()),
                row.getObject("on_behalf_of_person_id", UUID.class));
    }
}
