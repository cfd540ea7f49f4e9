package vn.lantoa.task.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;

/** The head of the lead unit names the person who does it (phân công người). */
@ApplicationScoped
class DelegateTask {

    record Command(UUID taskId, Actor actor, @Nullable Long expectedVersion, UUID assigneeId) {}

    private final Tasks tasks;
    private final TaskJournal journal;
    private final LeadPeople people;

    DelegateTask(Tasks tasks, TaskJournal journal, LeadPeople people) {
        this.tasks = tasks;
        this.journal = journal;
        this.people = people;
    }

    @Transactional
    @Audited(subject = "task", id = "taskId", entity = Task.class, organization = "actor.organizationId")
    void handle(Command command) {
        var task = tasks.forChange(command.taskId(), command.actor(), command.expectedVersion());
        boolean belongs = people.belongToLead(task, command.assigneeId());
        journal.tell(
                task.delegate(command.actor(), command.assigneeId(), belongs),
                command.actor().onBehalfOf(task.leadUnitId()));
    }
}
