package vn.lantoa.task.work;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.Problem;

/**
 * The part of one coordinating unit in a task, with its own "done".
 *
 * @param receivingOrganizationId the organization of its own that the unit stands for; null when it is a plain unit
 * @param doneOn null while it is open
 */
record CoordinatingDuty(
        UUID taskId,
        UUID unitId,
        @Nullable UUID receivingOrganizationId,
        @Nullable LocalDate doneOn,
        @Nullable UUID doneBy,
        @Nullable String note) {

    /** As it is given: open. */
    static CoordinatingDuty given(UUID taskId, TaskOrder.UnitPart part) {
        return new CoordinatingDuty(taskId, part.unitId(), part.representsOrganizationId(), null, null, null);
    }

    /** The unit's head says that its part is done. */
    CoordinatingDuty done(Actor actor, UUID organizationId, LocalDate today, @Nullable String what) {
        if (!mayBeDoneBy(actor, organizationId)) {
            throw new Problem.NotAllowed("task.only-coordinating-head");
        }
        if (doneOn != null) {
            throw new Problem.RuleBroken("task.coordinating-already-done", Dates.written(doneOn));
        }
        return new CoordinatingDuty(taskId, unitId, receivingOrganizationId, today, actor.personId(), what);
    }

    /** @param organizationId the organization that gave the task */
    boolean mayBeDoneBy(Actor actor, UUID organizationId) {
        return actor.organizationId().equals(organizationId)
                ? actor.headOf().contains(unitId)
                : actor.organizationId().equals(receivingOrganizationId) && actor.is(Role.UNIT_HEAD, Role.LEADER);
    }
}
