package vn.lantoa.plan.people;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.MembershipRecorded.MemberKind;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.Problem;

/** Who there is, as far as the second wall lets the reader see. */
@Singleton
class People {

    /** @param row the post
     * @param enabled false while the account is disabled */
    record Listed(MembershipRecorded row, boolean enabled) {}

    /** @param on the day on which the posts hold */
    record Filter(
            LocalDate on, @Nullable UUID unitId, @Nullable Role role) {}

    private final Jdbi db;
    private final Clock clock;

    People(Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Optional<PersonFile> find(UUID personId) {
        return db.withHandle(handle -> handle.createQuery("select * from person where person_id = :id")
                .bind("id", personId)
                .map((row, _) -> person(row))
                .findOne()
                .map(person -> new PersonFile(
                        person,
                        handle.createQuery("""
                                        select * from directory_membership where person_id = :id and kind = 'PERSON'
                                        order by valid_from, membership_id""")
                                .bind("id", personId)
                                .map((row, _) -> post(row))
                                .list()))
                .filter(file -> !file.posts().isEmpty()));
    }

    Optional<UUID> holder(UUID membershipId) {
        return db.withHandle(handle -> handle.createQuery(
                        "select person_id from directory_membership where membership_id = :id and kind = 'PERSON'")
                .bind("id", membershipId)
                .mapTo(UUID.class)
                .findOne());
    }

    /** True when they have, or will have, a post that is out of the caller's reach. */
    boolean actsElsewhere(UUID personId) {
        return db.withHandle(handle -> handle.createQuery("select person_acts_elsewhere(:person, :today)")
                .bind("person", personId)
                .bind("today", today())
                .mapTo(Boolean.class)
                .one());
    }

    /** Other administrators of an organization today, in their own right. */
    boolean hasOtherAdministrator(UUID organizationId, UUID personId) {
        return db.withHandle(handle -> handle.createQuery("""
                        select true from directory_membership
                        where organization_id = :organization and person_id <> :person and kind = 'PERSON' and active
                            and 'ADMIN' = any (roles) and on_behalf_of_person_id is null
                            and valid_from <= :today and (valid_to is null or valid_to >= :today)
                        limit 1""")
                .bind("organization", organizationId)
                .bind("person", personId)
                .bind("today", today())
                .mapTo(Boolean.class)
                .findOne()
                .isPresent());
    }

    /** Sorted by name, then id; begins after the given pair. The disabled are among them: somebody may enable them again. */
    List<Listed> of(UUID organizationId, Filter filter, @Nullable String afterName, @Nullable UUID afterId, int limit) {
        return db.withHandle(handle -> handle.createQuery("""
                        select m.*, p.enabled
                        from directory_membership m join person p using (person_id)
                        where m.organization_id = :organization and m.kind = 'PERSON'
                          and (m.active or exists (
                              select from person_disabled_membership d where d.membership_id = m.membership_id))
                          and m.valid_from <= :on and (m.valid_to is null or m.valid_to >= :on)
                          and (cast(:unit as uuid) is null or m.unit_id = :unit)
                          and (cast(:role as text) is null or :role = any (m.roles))
                          and (cast(:afterName as text) is null
                               or (m.display_name, m.membership_id) > (cast(:afterName as text), cast(:afterId as uuid)))
                        order by m.display_name, m.membership_id
                        limit :limit""")
                .bind("organization", organizationId)
                .bind("on", filter.on())
                .bind("unit", filter.unitId())
                .bind("role", filter.role() == null ? null : filter.role().name())
                .bind("afterName", afterName)
                .bind("afterId", afterId)
                .bind("limit", limit)
                .map((row, _) -> new Listed(post(row), row.getBoolean("enabled")))
                .list());
    }

    /** @throws Problem.RuleBroken when the account name or the address is somebody else's */
    void change(Person person) {
        carryOut(db -> db.createUpdate("""
                        update person set account_name = :account, display_name = :name, email = :email, enabled = :enabled
                        where person_id = :id""")
                .bind("id", person.id())
                .bind("account", person.accountName())
                .bind("name", person.name())
                .bind("email", person.email())
                .bind("enabled", person.enabled()));
    }

    /** Notes what disabling takes, to be given back. */
    void noteTaken(UUID personId, UUID membershipId) {
        db.useHandle(handle -> handle.execute(
                "insert into person_disabled_membership (membership_id, person_id) values (?, ?) on conflict do nothing",
                membershipId,
                personId));
    }

    /** What disabling took; it is no longer noted afterwards. */
    List<UUID> giveBack(UUID personId) {
        return db.withHandle(handle -> handle.createQuery("""
                        delete from person_disabled_membership where person_id = :person returning membership_id""")
                .bind("person", personId)
                .mapTo(UUID.class)
                .list());
    }

    /** What disabling took and nobody is to get back. */
    void forgetTaken(UUID membershipId) {
        db.useHandle(handle ->
                handle.execute("delete from person_disabled_membership where membership_id = ?", membershipId));
    }

    private void carryOut(java.util.function.Function<org.jdbi.v3.core.Handle, Update> update) {
        try {
            db.useHandle(handle -> update.apply(handle).execute());
        } catch (UnableToExecuteStatementException refused) {
            var constraint = refused.getCause() instanceof PSQLException cause && cause.getServerErrorMessage() != null
                    ? cause.getServerErrorMessage().getConstraint()
                    : null;
            if ("person_account_name_key".equals(constraint)) {
                throw new Problem.RuleBroken("person.account-name-taken");
            }
            if ("person_email".equals(constraint)) {
                throw new Problem.RuleBroken("person.email-taken");
            }
            throw refused;
        }
    }

    static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("person_id", UUID.class),
                row.getString("account_name"),
                row.getString("subject"),
                row.getString("display_name"),
                row.getString("email"),
                row.getBoolean("enabled"));
    }

    static MembershipRecorded post(ResultSet row) throws SQLException {
        return new MembershipRecorded(
                row.getObject("organization_id", UUID.class),
                row.getObject("membership_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("subject"),
                MemberKind.valueOf(row.getString("kind")),
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
                null,
                row.getObject("on_behalf_of_person_id", UUID.class));
    }
}
