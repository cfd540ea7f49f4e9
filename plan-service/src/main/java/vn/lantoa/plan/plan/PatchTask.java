package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import vn.lantoa.kit.http.Problem;

/** Corrects parts of a task of a draft; what is not named stays as it is at that moment. */
@ApplicationScoped
class PatchTask {

    /** @param edit from the choice as it stands to the one wanted */
    record Command(PlanChange change, UUID taskId, UnaryOperator<Plan.TaskChoice> edit) {}

    private final Plans plans;
    private final ChangeTask changeTask;

    PatchTask(Plans plans, ChangeTask changeTask) {
        this.plans = plans;
        this.changeTask = changeTask;
    }

    @Transactional
    void handle(Command command) {
        var change = command.change();
        var plan = plans.toChange(change);
        var task = plan.tasks().stream()
                .filter(it -> it.id().equals(command.taskId()))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("plan.task-not-found"));
        var wanted = command.edit().apply(choice(task));
        changeTask.handle(new ChangeTask.Command(change, task.id(), wanted));
    }

    private static Plan.TaskChoice choice(PlanTask task) {
        var schedule = task.schedule();
        return new Plan.TaskChoice(
                task.title(),
                task.leadUnitId(),
                ids(task.coordinating()),
                ids(task.implementing()),
                task.mode(),
                schedule == null ? null : ScheduleChoice.of(schedule));
    }

    private static List<UUID> ids(List<NamedUnits> names) {
        return names.stream()
                .flatMap(named -> named.unitIds().stream())
                .distinct()
                .toList();
    }
}
