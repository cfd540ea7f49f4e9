package vn.lantoa.task.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import vn.lantoa.effects.TaskEffect;
import vn.lantoa.effects.TaskEffects;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.task.assignment.PromulgatedPlans.Followed;
import vn.lantoa.task.work.AmendTasks;
import vn.lantoa.task.work.CancelTasks;
import vn.lantoa.task.work.CoordinatingDuties;
import vn.lantoa.task.work.GiveTasks;
import vn.lantoa.task.work.TaskCancellation;
import vn.lantoa.task.work.TaskOrder;
import vn.lantoa.task.work.Tasks;
import vn.lantoa.task.work.WorkingDays;

/**
 * Lets the tasks of a plan follow its newest version: the first one gives them, one per item, a later one changes, adds and ends
 * them by {@link TaskEffects}; all or none. A version that is told again, that a newer one overtook, or that comes after the end of
 * the plan changes nothing. Units that the directory does not know yet do not hold it up: see {@link LateUnits}.
 */
@ApplicationScoped
class FollowPlanVersion {

    private static final Logger LOG = Logger.getLogger(FollowPlanVersion.class);

    record Command(UUID planId, UUID organizationId, PlanInForce version) {
        static Command of(PlanInForce version) {
            return new Command(version.planId(), version.organizationId(), version);
        }
    }

    private final PromulgatedPlans plans;
    private final PlanTasks planTasks;
    private final UnitParts units;
    private final WorkingDays workingDays;
    private final Tasks tasks;
    private final CoordinatingDuties duties;
    private final AmendTasks amendTasks;
    private final CancelTasks cancelTasks;
    private final GiveTasks giveTasks;
    private final Recurrences recurrences;
    private final Clock clock;

    FollowPlanVersion(
            PromulgatedPlans plans,
            PlanTasks planTasks,
            UnitParts units,
            WorkingDays workingDays,
            Tasks tasks,
            CoordinatingDuties duties,
            AmendTasks amendTasks,
            CancelTasks cancelTasks,
            GiveTasks giveTasks,
            Recurrences recurrences,
            Clock clock) {
        this.plans = plans;
        this.planTasks = planTasks;
        this.units = units;
        this.workingDays = workingDays;
        this.tasks = tasks;
        this.duties = duties;
        this.amendTasks = amendTasks;
        this.cancelTasks = cancelTasks;
        this.giveTasks = giveTasks;
        this.recurrences = recurrences;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "planId", organization = "organizationId")
    void handle(Command command) {
        var version = command.version();
        plans.hold(version.planId());
        var before = plans.followed(version.planId());
        if (plans.isOver(version.planId()) || before.map(Followed::version).orElse(0) >= version.version()) {
            LOG.infof(
                    "Version %d of plan %s changes nothing: it is over, or followed already",
                    version.version(), version.planId());
            return;
        }
        var effects = TaskEffects.of(
                before.map(Followed::items).orElse(List.of()),
                before.map(Followed::endsOn).orElse(version.endsOn()),
                version,
                planTasks.held(version.planId()),
                LocalDate.now(clock));
        plans.follow(version);
        carryOut(effects, orders(version));
        planTasks.follow(version.planId(), version.version(), version.endsOn());
    }

    private VersionOrders orders(PlanInForce version) {
        var known = units.known(version.tasks().stream()
                .flatMap(item -> Stream.concat(Stream.of(item.leadUnitId()), item.coordinatingUnitIds().stream()))
                .distinct()
                .toList());
        return new VersionOrders(version, known, workingDays.of(version.organizationId()), clock.instant());
    }

    private void carryOut(List<TaskEffect> effects, VersionOrders orders) {
        var version = orders.version();
        amendTasks.handle(new AmendTasks.Command(
                only(TaskEffect.Amended.class, effects).map(orders::amendment).toList(), PlanDecision.of(version)));
        cancelTasks.handle(new CancelTasks.Command(only(TaskEffect.Cancelled.class, effects)
                .map(it -> cancellation(it, version))
                .toList()));
        recurrences.follow(version, LocalDate.now(clock));
        var given = only(TaskEffect.Given.class, effects).flatMap(orders::given);
        var added = added(only(TaskEffect.OccurrenceGiven.class, effects).toList(), orders);
        var all = Stream.concat(given, added.stream()).toList();
        giveTasks.handle(new GiveTasks.Command(all));
        recurrences.begin(
                all.stream()
                        .filter(order -> order.origin().parentTaskId() == null)
                        .filter(order -> !order.schedule().yearlyDays().isEmpty())
                        .map(TaskOrder::taskId)
                        .toList(),
                version.endsOn(),
                LocalDate.now(clock));
    }

    /** Further days of a recurring task go to whom it belongs now. */
    private List<TaskOrder> added(List<TaskEffect.OccurrenceGiven> given, VersionOrders orders) {
        var parents = given.stream().map(it -> it.parent().taskId()).distinct().toList();
        var byId = tasks.byId(parents);
        var coordinating = duties.partsOf(parents);
        return given.stream()
                .map(it -> Objects.requireNonNull(byId.get(it.parent().taskId()))
                        .occurrence(
                                Ids.next(),
                                VersionOrders.dueOn(it.occurrence(), orders.calendar()),
                                it.occurrence().name(),
                                coordinating.getOrDefault(it.parent().taskId(), List.of()),
                                orders.at()))
                .toList();
    }

    private static TaskCancellation cancellation(TaskEffect.Cancelled cancelled, PlanInForce version) {
        return new TaskCancellation(
                cancelled.task().taskId(),
                version.version(),
                PlanDecision.of(version),
                null,
                null,
                version.decidedBy());
    }

    private static <E extends TaskEffect> Stream<E> only(Class<E> kind, List<TaskEffect> effects) {
        return effects.stream().filter(kind::isInstance).map(kind::cast);
    }
}
