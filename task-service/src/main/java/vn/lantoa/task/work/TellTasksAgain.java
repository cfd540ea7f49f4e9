package vn.lantoa.task.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lantoa.events.TaskState;

/** Tells how tasks stand when something became known that their first announcement lacked. Nothing in them changes by it. */
@ApplicationScoped
public class TellTasksAgain {

    private static final int AT_ONCE = 200;

    /** Those whose unit still has to do something; the others are over, or wait for the giver. */
    private static final Set<TaskState> WITH_THEIR_UNIT = EnumSet.of(
            TaskState.ASSIGNED, TaskState.ACCEPTED, TaskState.IN_PROGRESS, TaskState.REQUESTED, TaskState.ACKNOWLEDGED);

    /** @param taskIds of any number and state */
    public record Command(List<UUID> taskIds) {
        public Command {
            taskIds = List.copyOf(taskIds);
        }
    }

    private final Tasks tasks;
    private final CoordinatingDuties duties;
    private final TaskJournal journal;

    TellTasksAgain(Tasks tasks, CoordinatingDuties duties, TaskJournal journal) {
        this.tasks = tasks;
        this.duties = duties;
        this.journal = journal;
    }

    @Transactional(TxType.MANDATORY)
    public void handle(Command command) {
        var ids = command.taskIds();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            tell(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
        }
    }

    private void tell(List<UUID> ids) {
        var coordinating = duties.unitsOf(ids);
        journal.tellAgain(tasks.list("id in ?1 and state in ?2", ids, WITH_THEIR_UNIT).stream()
                .map(task -> task.announcement(coordinating.getOrDefault(task.id(), List.of())))
                .toList());
        tasks.getEntityManager().clear(); // any number of tasks in little memory; none of them was changed
    }
}
