package vn.lantoa.plan.people;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.plan.directory.RecordMembership;

/** What was handed to whom. */
@Singleton
class Delegations {

    private final Jdbi db;
    private final Clock clock;
    private final People people;
    private final RecordMembership record;

    Delegations(Jdbi db, Clock clock, People people, RecordMembership record) {
        this.db = db;
        this.clock = clock;
        this.people = people;
        this.record = record;
    }

    void add(Delegation it) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into delegation (delegation_id, organization_id, membership_id, from_person_id, to_person_id,
                            roles, valid_from, valid_to, reason, made_by, made_at)
                        values (:id, :organization, :membership, :fromPerson, :toPerson, :roles, :from, :to, :reason, :by, :at)""")
                .bind("id", it.id())
                .bind("organization", it.organizationId())
                .bind("membership", it.membershipId())
                .bind("fromPerson", it.fromPersonId())
                .bind("toPerson", it.toPersonId())
                .bind("roles", it.roles().stream().map(Role::name).toArray(String[]::new))
                .bind("from", it.from())
                .bind("to", it.to())
                .bind("reason", it.reason())
                .bind("by", it.madeBy())
                .bind("at", it.madeAt())
                .execute());
    }

    Optional<Delegation> find(UUID id) {
        return query("delegation_id = :id", id).stream().findFirst();
    }

    /** Given and received ones in an organization, the newest first; at most the last 200. */
    List<Delegation> of(UUID organizationId, UUID personId) {
        return query("(from_person_id = :id or to_person_id = :id)", personId).stream()
                .filter(it -> it.organizationId().equals(organizationId))
                .toList();
    }

    /** Ends it at once. */
    void revoke(Delegation it, UUID by) {
        db.useHandle(handle -> handle.createUpdate("""
                        update delegation set revoked_by = :by, revoked_at = :at
                        where delegation_id = :id and revoked_at is null""")
                .bind("id", it.id())
                .bind("by", by)
                .bind("at", OffsetDateTime.now(clock))
                .execute());
        people.forgetTaken(it.id()); // who is disabled now does not get it back when they are enabled
        people.find(it.toPersonId()).ifPresent(delegate -> delegate.post(it.id())
                .ifPresent(post -> record.handle(
                        new RecordMembership.Command(Posts.with(post, delegate.person(), false), false))));
    }

    /** What was handed on out of these posts ends with them: none of it holds on the day or later. */
    void endGivenFrom(Collection<UUID> memberships, UUID by, LocalDate day) {
        for (var membership : memberships) {
            query("membership_id = :id and revoked_at is null", membership).forEach(given -> end(given, by, day));
        }
    }

    /** Handed roles need a post of one's own beside them: they end where those of an organization do. */
    void endReceivedWithoutOwn(PersonFile file, UUID organizationId, UUID by) {
        var today = people.today();
        for (var post : file.posts()) {
            if (PersonFile.isOwn(post)
                    || !post.active()
                    || !post.organizationId().equals(organizationId)) {
                continue;
            }
            file.firstDayWithoutOwn(organizationId, post.validFrom().isAfter(today) ? post.validFrom() : today)
                    .ifPresent(day -> find(post.membershipId())
                            .filter(it -> it.revokedAt() == null)
                            .ifPresent(it -> end(it, by, day)));
        }
    }

    /** None of it holds on the day or later. */
    private void end(Delegation it, UUID by, LocalDate day) {
        var delegate = people.find(it.toPersonId());
        var post = delegate.flatMap(file -> file.post(it.id()));
        if (post.map(MembershipRecorded::validTo).orElse(it.to()).isBefore(day)) {
            return; // it may have been made shorter before
        }
        if (!it.from().isBefore(day) || !day.isAfter(people.today())) {
            revoke(it, by);
        } else if (post.isPresent()) {
            record.handle(new RecordMembership.Command(
                    Posts.until(post.get(), delegate.get().person(), day.minusDays(1)), false));
        }
    }

    private List<Delegation> query(String condition, UUID id) {
        return db.withHandle(handle -> handle.createQuery("select * from delegation where " + condition
                        + " order by made_at desc, delegation_id limit 200")
                .bind("id", id)
                .map((row, _) -> new Delegation(
                        row.getObject("delegation_id", UUID.class),
                        row.getObject("organization_id", UUID.class),
                        row.getObject("membership_id", UUID.class),
                        row.getObject("from_person_id", UUID.class),
                        row.getObject("to_person_id", UUID.class),
                        List.of((String[]) row.getArray("roles").getArray()).stream()
                                .map(Role::valueOf)
                                .toList(),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("reason"),
                        row.getObject("made_by", UUID.class),
                        row.getObject("made_at", OffsetDateTime.class),
                        row.getObject("revoked_by", UUID.class),
                        row.getObject("revoked_at", OffsetDateTime.class)))
                .list());
    }
}
