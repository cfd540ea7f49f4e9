package vn.lantoa.task.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Objects;

/** Calls tasks off whose item or plan ended, and tells their units. */
@ApplicationScoped
public class CancelTasks {

    /**
     * What is called off.
     *
     * @param cancellations of any number of tasks, which nobody else can change meanwhile; all of them, or none
     */
    public record Command(List<TaskCancellation> cancellations) {
        public Command {
            cancellations = List.copyOf(cancellations);
        }
    }

    private final Tasks tasks;
    private final TaskJournal journal;

    CancelTasks(Tasks tasks, TaskJournal journal) {
        this.tasks = tasks;
        this.journal = journal;
    }

    @Transactional(TxType.MANDATORY)
    public void handle(Command command) {
        var byId = tasks.byId(
                command.cancellations().stream().map(TaskCancellation::taskId).toList());
        var events = command.cancellations().stream()
                .map(it -> Objects.requireNonNull(byId.get(it.taskId())).cancel(it))
                .toList();
        tasks.flush();
        journal.tell(events);
    }
}
