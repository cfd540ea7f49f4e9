package vn.lantoa.task.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;

/** A leader or coordinator accepts the result (nghiệm thu): the task is complete. */
@ApplicationScoped
class AcceptResult {

    record Command(UUID taskId, Actor actor, @Nullable Long expectedVersion) {}

    private final Tasks tasks;
    private final TaskJournal journal;
    private final EvidenceOfTask evidence;

    AcceptResult(Tasks tasks, TaskJournal journal, EvidenceOfTask evidence) {
        this.tasks = tasks;
        this.journal = journal;
        this.evidence = evidence;
    }

    @Transactional
    @Audited(subject = "task", id = "taskId", entity = Task.class, organization = "actor.organizationId")
    void handle(Command command) {
        var task = tasks.forChange(command.taskId(), command.actor(), command.expectedVersion());
        var accepted = task.acceptResult(command.actor(), evidence.provingWork(task.id()));
        journal.tell(accepted, null);
    }
}
