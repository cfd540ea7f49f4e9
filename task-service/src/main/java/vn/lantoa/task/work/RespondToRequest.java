package vn.lantoa.task.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;

/** The requested body shares its result (phản hồi kết quả). */
@ApplicationScoped
class RespondToRequest {

    record Command(UUID taskId, Actor actor, @Nullable Long expectedVersion, String answer) {}

    private final Tasks tasks;
    private final TaskJournal journal;

    RespondToRequest(Tasks tasks, TaskJournal journal) {
        this.tasks = tasks;
        this.journal = journal;
    }

    @Transactional
    @Audited(subject = "task", id = "taskId", entity = Task.class, organization = "actor.organizationId")
    void handle(Command command) {
        var task = tasks.forChange(command.taskId(), command.actor(), command.expectedVersion());
        journal.tell(
                task.respond(command.actor(), command.answer()), command.actor().onBehalfOf(task.leadUnitId()));
    }
}
