package vn.lantoa.plan.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.MembershipRecorded.MemberKind;
import vn.lantoa.events.Role;
import vn.lantoa.plan.directory.RecordMembership;

/** Memberships, made or changed in one respect. */
final class Posts {

    private Posts() {}

    /** What somebody may do somewhere for a time. */
    record Terms(
            @Nullable UUID unitId,
            List<Role> roles,
            @Nullable String position,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    static MembershipRecorded of(Person person, UUID organizationId, UUID membershipId, Terms terms) {
        return with(person, organizationId, membershipId, terms, true, null);
    }

    static MembershipRecorded delegated(Person person, UUID organizationId, UUID id, Terms terms, UUID onBehalfOf) {
        return with(person, organizationId, id, terms, true, onBehalfOf);
    }

    static MembershipRecorded with(MembershipRecorded it, Person person) {
        return with(person, it.organizationId(), it.membershipId(), terms(it), it.active(), it.onBehalfOfPersonId());
    }

    static MembershipRecorded with(MembershipRecorded it, Person person, boolean active) {
        return with(person, it.organizationId(), it.membershipId(), terms(it), active, it.onBehalfOfPersonId());
    }

    static MembershipRecorded until(MembershipRecorded it, Person person, LocalDate lastDay) {
        var terms = new Terms(it.unitId(), it.roles(), it.position(), it.validFrom(), lastDay);
        // a post that ends before it began was never held; one that disabling took ends all the same
        boolean isHeld = !lastDay.isBefore(it.validFrom());
        return with(
                person,
                it.organizationId(),
                it.membershipId(),
                isHeld ? terms : terms(it),
                it.active() && isHeld,
                it.onBehalfOfPersonId());
    }

    static Terms terms(MembershipRecorded it) {
        return new Terms(it.unitId(), it.roles(), it.position(), it.validFrom(), it.validTo());
    }

    private static MembershipRecorded with(
            Person person,
            UUID organizationId,
            UUID membershipId,
            Terms terms,
            boolean active,
            @Nullable UUID onBehalfOf) {
        return new MembershipRecorded(
                organizationId,
                membershipId,
                person.id(),
                person.subject() == null ? RecordMembership.subjectBeforeAccount(person.id()) : person.subject(),
                MemberKind.PERSON,
                person.name(),
                person.email(),
                terms.unitId(),
                terms.roles(),
                terms.position(),
                terms.validFrom(),
                terms.validTo(),
                active,
                null,
                onBehalfOf);
    }
}
