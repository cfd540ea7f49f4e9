package vn.lantoa.task.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;

/** The head of the lead unit hands the result in (báo cáo hoàn thành). */
@ApplicationScoped
class SubmitResult {

    record Command(UUID taskId, Actor actor, @Nullable Long expectedVersion, String summary) {}

    private final Tasks tasks;
    private final TaskJournal journal;
    private final Clock clock;

    SubmitResult(Tasks tasks, TaskJournal journal, Clock clock) {
        this.tasks = tasks;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "task", id = "taskId", entity = Task.class, organization = "actor.organizationId")
    void handle(Command command) {
        var task = tasks.forChange(command.taskId(), command.actor(), command.expectedVersion());
        var submitted = task.submitResult(command.actor(), command.summary(), LocalDate.now(clock));
        journal.tell(submitted, command.actor().onBehalfOf(task.leadUnitId()));
    }
}
