package vn.lantoa.task.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.TaskState;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;

/** A leader moves a task to another unit of the organization (chuyển, điều chuyển), or insists after a refusal. */
@ApplicationScoped
class ReassignTask {

    record Command(UUID taskId, Actor actor, @Nullable Long expectedVersion, UUID leadUnitId, String reason) {}

    private final Tasks tasks;
    private final TaskJournal journal;
    private final CoordinatingDuties duties;
    private final Directory directory;
    private final Clock clock;

    ReassignTask(Tasks tasks, TaskJournal journal, CoordinatingDuties duties, Directory directory, Clock clock) {
        this.tasks = tasks;
        this.journal = journal;
        this.duties = duties;
        this.directory = directory;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "task", id = "taskId", entity = Task.class, organization = "actor.organizationId")
    void handle(Command command) {
        var actor = command.actor();
        var task = tasks.forChange(command.taskId(), actor, command.expectedVersion());
        task.requireRight(TaskAction.REASSIGN, actor, CoordinatingParties.NONE);
        var lead = assignable(command.leadUnitId(), task);
        var previousState = task.state();
        var previousLead = task.leadUnitId();
        var remaining = duties.of(task.id()).stream()
                .filter(it -> !it.unitId().equals(lead.unitId()))
                .map(CoordinatingDuty::unitId)
                .toList();
        var assigned = task.reassign(
                actor,
                new TaskOrder.UnitPart(lead.unitId(), lead.representsOrganizationId()),
                remaining,
                clock.instant());
        leaveCoordination(task, lead.unitId());
        journal.tellAs(assigned, reassignment(command, previousState, previousLead));
    }

    /** A body outside of the chain of command cannot be ordered; it would be asked, by a request of its own. */
    private Unit assignable(UUID unitId, Task task) {
        var unit = directory
                .unit(unitId)
                .filter(it -> it.organizationId().equals(task.organizationId()) && it.kind() != UnitKind.GROUP)
                .orElseThrow(() -> refused("task.unit-not-assignable"));
        if (unit.kind().isRequestedNotOrdered()) {
            throw refused("task.unit-asked-not-ordered");
        }
        return unit;
    }

    private static Problem refused(String code) {
        return new Problem.Invalid("request.invalid").errors(List.of(new Problem.Invalid.Error("/leadUnitId", code)));
    }

    /** The lead does not coordinate with itself. */
    private void leaveCoordination(Task task, UUID unitId) {
        duties.of(task.id()).stream()
                .filter(it -> it.unitId().equals(unitId))
                .findFirst()
                .ifPresent(part -> {
                    duties.remove(List.of(part));
                    if (part.doneOn() != null) {
                        task.coordinatingUnitLeft();
                    }
                });
    }

    private static HistoryEntry reassignment(Command command, TaskState previousState, UUID previousLead) {
        return new HistoryEntry(
                Ids.next(),
                command.taskId(),
                command.actor().personId(),
                TaskAction.REASSIGN.verb(),
                previousState,
                TaskState.ASSIGNED,
                command.reason(),
                previousLead.toString(),
                command.leadUnitId().toString());
    }
}
