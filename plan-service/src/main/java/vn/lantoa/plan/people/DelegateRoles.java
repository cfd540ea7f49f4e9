package vn.lantoa.plan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lantoa.events.Role;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.directory.RecordMembership;
import vn.lantoa.plan.directory.ValidPlaces;

/** Hands roles to a colleague for a time, out of a post that one holds in one's own right. */
@ApplicationScoped
class DelegateRoles {

    static final int LONGEST_DAYS = 90;

    /** To administer is granted, never handed on. */
    private static final Set<Role> NEVER = Set.of(Role.ADMIN, Role.INTEGRATOR);

    record Command(
            UUID organizationId,
            UUID callerId,
            UUID fromPersonId,
            UUID toPersonId,
            List<Role> roles,
            LocalDate from,
            LocalDate to,
            String reason) {}

    private final People people;
    private final ValidPlaces places;
    private final Delegations delegations;
    private final RecordMembership record;
    private final Clock clock;

    DelegateRoles(People people, ValidPlaces places, Delegations delegations, RecordMembership record, Clock clock) {
        this.people = people;
        this.places = places;
        this.delegations = delegations;
        this.record = record;
        this.clock = clock;
    }

    /**
     * @return the delegation
     * @throws Problem.RuleBroken when the roles are not theirs to hand on, the days are out of bounds, or the other is no colleague
     */
    @Transactional
    @Audited(subject = "delegation", id = "result", organization = "organizationId")
    UUID handle(Command command) {
        places.lock();
        requireDays(command);
        if (command.roles().stream().anyMatch(NEVER::contains)) {
            throw new Problem.RuleBroken("delegation.role-not-delegable");
        }
        if (command.fromPersonId().equals(command.toPersonId())) {
            throw new Problem.RuleBroken("delegation.to-oneself");
        }
        var from = file(command.fromPersonId());
        var post = from.posts().stream()
                .filter(it -> it.organizationId().equals(command.organizationId())
                        && PersonFile.isOwn(it)
                        && PersonFile.holdsOn(it, command.from())
                        && PersonFile.holdsOn(it, command.to())
                        && it.roles().containsAll(command.roles()))
                .findFirst()
                .orElseThrow(() -> new Problem.RuleBroken("delegation.roles-not-held"));
        // somebody elsewhere and nobody at all are the same here: no colleague
        var to = people.find(command.toPersonId()).orElseThrow(() -> new Problem.RuleBroken("delegation.no-colleague"));
        if (to.posts().stream()
                .noneMatch(it -> it.organizationId().equals(command.organizationId())
                        && PersonFile.isOwn(it)
                        && PersonFile.holdsOn(it, command.from()))) {
            throw new Problem.RuleBroken("delegation.no-colleague");
        }
        PeopleRules.requireEnabled(to.person());

        var id = Ids.next();
        delegations.add(new Delegation(
                id,
                command.organizationId(),
                post.membershipId(),
                command.fromPersonId(),
                command.toPersonId(),
                command.roles(),
                command.from(),
                command.to(),
                command.reason(),
                command.callerId(),
                OffsetDateTime.now(clock),
                null,
                null));
        var terms = new Posts.Terms(post.unitId(), command.roles(), post.position(), command.from(), command.to());
        record.handle(new RecordMembership.Command(
                Posts.delegated(to.person(), command.organizationId(), id, terms, command.fromPersonId()), false));
        return id;
    }

    private void requireDays(Command command) {
        long days = ChronoUnit.DAYS.between(command.from(), command.to()) + 1;
        if (command.from().isBefore(people.today()) || days < 1 || days > LONGEST_DAYS) {
            throw new Problem.RuleBroken("delegation.days-out-of-bounds", LONGEST_DAYS);
        }
    }

    private PersonFile file(UUID personId) {
        return people.find(personId).orElseThrow(() -> new Problem.NotFound("person.not-found"));
    }
}
