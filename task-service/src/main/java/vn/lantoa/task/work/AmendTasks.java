package vn.lantoa.task.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.lantoa.events.TaskAmended;

/** Lets tasks follow a new version of their plan, and tells their units. */
@ApplicationScoped
public class AmendTasks {

    /**
     * What changes.
     *
     * @param amendments of any number of tasks, which nobody else can change meanwhile; all of them, or none
     * @param reason the document that says so
     */
    public record Command(List<TaskAmendment> amendments, String reason) {
        public Command {
            amendments = List.copyOf(amendments);
        }
    }

    private final Tasks tasks;
    private final CoordinatingDuties duties;
    private final TaskJournal journal;

    AmendTasks(Tasks tasks, CoordinatingDuties duties, TaskJournal journal) {
        this.tasks = tasks;
        this.duties = duties;
        this.journal = journal;
    }

    @Transactional(TxType.MANDATORY)
    public void handle(Command command) {
        var ids = command.amendments().stream().map(TaskAmendment::taskId).toList();
        var byId = tasks.byId(ids);
        var coordinating = duties.of(ids);
        var events = new ArrayList<TaskAmended>();
        var added = new ArrayList<CoordinatingDuty>();
        var left = new ArrayList<CoordinatingDuty>();
        for (var amendment : command.amendments()) {
            var task = Objects.requireNonNull(byId.get(amendment.taskId()));
            var change = CoordinatingChange.of(
                    coordinating.getOrDefault(task.id(), List.of()), amendment, task.leadUnitId());
            added.addAll(change.added());
            left.addAll(change.left());
            events.add(task.amend(amendment, change));
        }
        tasks.flush();
        duties.remove(left);
        duties.add(added);
        journal.tell(events, command.reason());
    }
}
