package vn.lantoa.task.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;

/** Someone of the lead unit tells how far the work is (cập nhật tiến độ). The same update twice counts once. */
@ApplicationScoped
class UpdateTask {

    record Command(UUID taskId, Actor actor, @Nullable Long expectedVersion, UUID progressId, String note) {}

    private final Tasks tasks;
    private final TaskJournal journal;

    UpdateTask(Tasks tasks, TaskJournal journal) {
        this.tasks = tasks;
        this.journal = journal;
    }

    @Transactional
    @Audited(subject = "task", id = "taskId", entity = Task.class, organization = "actor.organizationId")
    void handle(Command command) {
        var task = tasks.forChange(command.taskId(), command.actor(), command.expectedVersion());
        if (!journal.holdsUpdate(command.progressId(), task.id())) {
            journal.tell(
                    task.update(command.actor(), command.progressId(), command.note()),
                    command.actor().onBehalfOf(task.leadUnitId()));
        }
    }
}
