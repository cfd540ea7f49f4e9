package vn.lantoa.task.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;

/** The head of a coordinating unit says that its part is done. */
@ApplicationScoped
class FinishCoordinatingDuty {

    record Command(
            UUID taskId,
            Actor actor,
            @Nullable Long expectedVersion,
            UUID unitId,
            @Nullable String note) {}

    private final Tasks tasks;
    private final TaskJournal journal;
    private final CoordinatingDuties duties;
    private final Clock clock;

    FinishCoordinatingDuty(Tasks tasks, TaskJournal journal, CoordinatingDuties duties, Clock clock) {
        this.tasks = tasks;
        this.journal = journal;
        this.duties = duties;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "task", id = "taskId", entity = Task.class, organization = "actor.organizationId")
    void handle(Command command) {
        var task = tasks.forChange(command.taskId(), command.actor(), command.expectedVersion());
        var duty = duties.of(task.id()).stream()
                .filter(it -> it.unitId().equals(command.unitId()))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("task.no-such-coordinating-unit"));
        var actor = command.actor();
        var done = duty.done(actor, task.organizationId(), LocalDate.now(clock), command.note());
        duties.keep(done);
        task.coordinatingUnitDone();
        journal.note(
                new HistoryEntry(
                        Ids.next(),
                        task.id(),
                        actor.personId(),
                        "coordinating-done",
                        task.state(),
                        task.state(),
                        null,
                        null,
                        command.note()),
                command.unitId());
    }
}
