package vn.lantoa.task.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;

/** The head of the lead unit refuses the task with a reason (từ chối, đề nghị chuyển). */
@ApplicationScoped
class DeclineTask {

    record Command(UUID taskId, Actor actor, @Nullable Long expectedVersion, String reason) {}

    private final Tasks tasks;
    private final TaskJournal journal;

    DeclineTask(Tasks tasks, TaskJournal journal) {
        this.tasks = tasks;
        this.journal = journal;
    }

    @Transactional
    @Audited(subject = "task", id = "taskId", entity = Task.class, organization = "actor.organizationId")
    void handle(Command command) {
        var task = tasks.forChange(command.taskId(), command.actor(), command.expectedVersion());
        journal.tell(
                task.decline(command.actor(), command.reason()), command.actor().onBehalfOf(task.leadUnitId()));
    }
}
