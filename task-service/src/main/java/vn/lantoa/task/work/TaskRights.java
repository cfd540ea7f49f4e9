package vn.lantoa.task.work;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;

/**
 * Who is who for one task.
 *
 * @param organizationId the organization that gave it
 * @param receivingOrganizationId the organization of its own that the lead unit stands for; null when it is a plain unit
 */
record TaskRights(
        UUID organizationId,
        @Nullable UUID receivingOrganizationId,
        UUID leadUnitId,
        @Nullable UUID assigneeId,
        @Nullable UUID submittedBy) {

    /** @param coordinating who contributes; only evidence may come from them */
    boolean grant(TaskAction action, Actor actor, CoordinatingParties coordinating) {
        return switch (action.party()) {
            case LEAD_HEAD -> isLeadHead(actor);
            case LEAD_PEOPLE -> isOfLead(actor);
            case DOERS -> isOfLead(actor) || coordinating.include(actor);
            case ISSUER -> isAtHome(actor) && actor.is(Role.LEADER, Role.COORDINATOR);
            case ISSUER_LEADER -> isAtHome(actor) && actor.is(Role.LEADER);
        };
    }

    /** True for people of the organization that gave it and of the one that received it. */
    boolean concern(Actor actor) {
        return isAtHome(actor) || isOfReceiver(actor);
    }

    /** Nobody judges a result of their own. */
    boolean isOwnResult(Actor actor) {
        return actor.personId().equals(submittedBy);
    }

    private boolean isLeadHead(Actor actor) {
        return isAtHome(actor)
                ? actor.headOf().contains(leadUnitId)
                : isOfReceiver(actor) && actor.is(Role.UNIT_HEAD, Role.LEADER);
    }

    private boolean isOfLead(Actor actor) {
        if (isLeadHead(actor) || (concern(actor) && actor.personId().equals(assigneeId))) {
            return true;
        }
        return isAtHome(actor)
                ? actor.specialistOf().contains(leadUnitId)
                : isOfReceiver(actor) && actor.is(Role.SPECIALIST);
    }

    private boolean isAtHome(Actor actor) {
        return actor.organizationId().equals(organizationId);
    }

    private boolean isOfReceiver(Actor actor) {
        return actor.organizationId().equals(receivingOrganizationId);
    }
}
