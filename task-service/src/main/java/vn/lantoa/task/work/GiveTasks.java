package vn.lantoa.task.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.lantoa.events.TaskAssigned;
import vn.lantoa.task.work.TaskOrder.UnitPart;

/** Creates tasks and tells their units. */
@ApplicationScoped
public class GiveTasks {

    /**
     * What is given.
     *
     * @param orders all of them, or none
     */
    public record Command(List<TaskOrder> orders) {
        public Command {
            orders = List.copyOf(orders);
        }
    }

    private final Tasks tasks;
    private final CoordinatingDuties duties;
    private final TaskJournal journal;

    GiveTasks(Tasks tasks, CoordinatingDuties duties, TaskJournal journal) {
        this.tasks = tasks;
        this.duties = duties;
        this.journal = journal;
    }

    @Transactional
    public void handle(Command command) {
        command.orders().forEach(order -> tasks.persist(new Task(order)));
        tasks.flush(); // history and duties point at the rows
        duties.add(command.orders().stream()
                .flatMap(order ->
                        order.coordinating().stream().map(part -> CoordinatingDuty.given(order.taskId(), part)))
                .toList());
        journal.tell(command.orders().stream().map(this::announcement).toList());
    }

    private TaskAssigned announcement(TaskOrder order) {
        return tasks.findById(order.taskId())
                .announcement(
                        order.coordinating().stream().map(UnitPart::unitId).toList());
    }
}
