package vn.lantoa.plan.amendment;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lantoa.effects.ReportEffect;
import vn.lantoa.effects.ReportEffects;
import vn.lantoa.effects.TaskDeadlines;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.ReminderPolicyRecorded;
import vn.lantoa.events.ReportDutyScheduled;
import vn.lantoa.events.TaskAssigned;
import vn.lantoa.events.TaskDelegated;
import vn.lantoa.events.TaskState;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.published.PublishedByOthers;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.Topics;
import vn.lantoa.workingdays.Deadline;

/** What the other services publish of a plan that they follow. */
@Singleton
class PublishedStates {

    private static final UUID COMMUNE = TestDirectory.COMMUNE.id();
    private static final AtomicInteger LADDERS = new AtomicInteger();

    private final PublishedByOthers published;
    private final Calendars calendars;
    private final Clock clock;

    PublishedStates(PublishedByOthers published, Calendars calendars, Clock clock) {
        this.published = published;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Gives a task for each item and schedules each duty to report; by item the task that came of it. */
    Map<String, UUID> follow(IssuedPlan plan) {
        var told = Topics.awaitEvent(PlanPromulgated.class, it -> it.planId().equals(plan.uuid()));
        var calendar = calendars.of(COMMUNE);
        var tasks = new HashMap<String, UUID>();
        for (var item : told.tasks()) {
            var task = Ids.next();
            tasks.put(item.itemId().toString(), task);
            published.hear(new TaskAssigned(
                    task,
                    COMMUNE,
                    plan.uuid(),
                    item.itemId(),
                    null,
                    item.number(),
                    item.title(),
                    item.mode(),
                    item.mode() == AssignMode.ASSIGN ? TaskState.ASSIGNED : TaskState.REQUESTED,
                    item.leadUnitId(),
                    item.coordinatingUnitIds(),
                    null,
                    item.schedule(),
                    TaskDeadlines.of(item.schedule(), calendar).orElse(null),
                    TestDirectory.LEADER.id()));
        }
        ReportEffects.of(List.of(), told, List.of(), calendar, LocalDate.now(clock)).stream()
                .map(ReportEffect.Scheduled.class::cast)
                .forEach(it -> {
                    var deadline = it.dated().deadline();
                    published.hear(new ReportDutyScheduled(
                            Ids.next(),
                            COMMUNE,
                            plan.uuid(),
                            it.obligation().obligationId(),
                            it.obligation().fromUnitId(),
                            it.obligation().receivingOrganizationId(),
                            it.obligation().to(),
                            it.dated().period().label(),
                            it.dated().period().start(),
                            it.dated().period().end(),
                            new ReportDutyScheduled.ReportDeadline(
                                    deadline.date(),
                                    deadline.bound() == Deadline.Bound.BEFORE
                                            ? DeadlineBound.BEFORE
                                            : DeadlineBound.ON_OR_BEFORE,
                                    deadline.lastDay(),
                                    deadline.lastSafeDay(calendar),
                                    deadline.legalEnd(calendar),
                                    calendar.version()),
                            it.dated().words()));
                });
        return tasks;
    }

    void delegate(UUID task, UUID person) {
        published.hear(new TaskDelegated(
                task,
                COMMUNE,
                TaskState.ASSIGNED,
                TaskState.ACCEPTED,
                TestDirectory.SERVICE_CENTRE.id(),
                null,
                person,
                person));
    }

    void ladder(List<Integer> rungs) {
        published.hear(
                new ReminderPolicyRecorded(COMMUNE, LADDERS.incrementAndGet(), rungs, TestDirectory.LEADER.id()));
    }
}
