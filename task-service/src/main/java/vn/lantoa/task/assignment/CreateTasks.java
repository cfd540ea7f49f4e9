package vn.lantoa.task.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import vn.lantoa.effects.TaskDeadlines;
import vn.lantoa.effects.YearlyDays;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.PlanPromulgated.TaskItem;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.task.work.GiveTasks;
import vn.lantoa.task.work.TaskOrder;
import vn.lantoa.task.work.WorkingDays;
import vn.lantoa.workingdays.WorkingCalendar;

/**
 * Gives the tasks of a promulgated plan, one per item, all or none. A plan that is told again changes nothing. Units that the
 * directory does not know yet do not hold it up: see {@link LateUnits}.
 */
@ApplicationScoped
class CreateTasks {

    private static final Logger LOG = Logger.getLogger(CreateTasks.class);

    record Command(PlanPromulgated plan) {}

    private final PromulgatedPlans plans;
    private final UnitParts units;
    private final WorkingDays workingDays;
    private final GiveTasks giveTasks;
    private final Recurrences recurrences;
    private final CreateOccurrences createOccurrences;
    private final Clock clock;

    CreateTasks(
            PromulgatedPlans plans,
            UnitParts units,
            WorkingDays workingDays,
            GiveTasks giveTasks,
            Recurrences recurrences,
            CreateOccurrences createOccurrences,
            Clock clock) {
        this.plans = plans;
        this.units = units;
        this.workingDays = workingDays;
        this.giveTasks = giveTasks;
        this.recurrences = recurrences;
        this.createOccurrences = createOccurrences;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "plan.planId", organization = "plan.organizationId")
    void handle(Command command) {
        var plan = command.plan();
        if (!plans.add(plan)) {
            LOG.infof("The tasks of plan %s exist already; version %d changes nothing", plan.planId(), plan.version());
            return;
        }
        var calendar = workingDays.of(plan.organizationId());
        var known = units.known(plan.tasks().stream()
                .flatMap(item -> Stream.concat(Stream.of(item.leadUnitId()), item.coordinatingUnitIds().stream()))
                .distinct()
                .toList());
        var orders = plan.tasks().stream()
                .map(item -> order(plan, item, known, calendar))
                .toList();
        giveTasks.handle(new GiveTasks.Command(orders));
        orders.stream()
                .filter(order -> YearlyDays.areNamedBy(order.schedule()))
                .map(TaskOrder::taskId)
                .forEach(id -> begin(id, plan));
    }

    /** A plan may be told late; days that are over are not given any more. */
    private void begin(UUID taskId, PlanPromulgated plan) {
        var today = LocalDate.now(clock);
        var first = plan.startsOn().isBefore(today) ? today : plan.startsOn();
        recurrences.begin(taskId, first, plan.endsOn());
        createOccurrences.handle(new CreateOccurrences.Command(taskId));
    }

    private TaskOrder order(PlanPromulgated plan, TaskItem item, UnitParts.Known known, WorkingCalendar calendar) {
        return new TaskOrder(
                Ids.next(),
                plan.organizationId(),
                TaskOrder.Origin.plan(plan.planId(), item.itemId(), plan.endsOn(), item.excerpt()),
                item.number(),
                item.title(),
                item.mode(),
                known.part(item.leadUnitId()),
                known.coordinating(item.coordinatingUnitIds(), item.leadUnitId()),
                item.coordinatingAsWritten(),
                item.schedule(),
                TaskDeadlines.of(item.schedule(), calendar).orElse(null),
                item.product(),
                plan.approvedBy(),
                clock.instant());
    }
}
