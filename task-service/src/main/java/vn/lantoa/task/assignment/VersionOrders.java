package vn.lantoa.task.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.TaskDeadlines;
import vn.lantoa.effects.TaskEffect;
import vn.lantoa.effects.YearlyDays;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated.TaskItem;
import vn.lantoa.events.TaskAssigned.TaskDeadline;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.task.work.TaskAmendment;
import vn.lantoa.task.work.TaskOrder;
import vn.lantoa.workingdays.WorkingCalendar;

/** What a version of a plan says of its items, as orders: with the units as the directory knows them, and deadlines worked out. */
record VersionOrders(PlanInForce version, UnitParts.Known units, WorkingCalendar calendar, Instant at) {

    /** The item's own task, then its occurrences. */
    Stream<TaskOrder> given(TaskEffect.Given given) {
        var item = given.item();
        var own = order(
                item,
                null,
                null,
                item.title(),
                item.schedule(),
                TaskDeadlines.of(item.schedule(), calendar).orElse(null));
        return Stream.concat(
                Stream.of(own), given.occurrences().stream().map(it -> occurrence(item, own.taskId(), it)));
    }

    private TaskOrder occurrence(TaskItem item, UUID parentTaskId, YearlyDays.Occurrence occurrence) {
        var due = dueOn(occurrence, calendar);
        var onThatDay = new TaskSchedule(
                TaskSchedule.Kind.BY,
                null,
                due.date(),
                due.bound(),
                List.of(),
                item.schedule().words());
        return order(
                item,
                parentTaskId,
                occurrence,
                TaskOrder.titleOn(occurrence.day(), occurrence.name(), item.title()),
                onThatDay,
                due);
    }

    TaskAmendment amendment(TaskEffect.Amended amended) {
        var item = amended.after();
        var occurrence = amended.occurrence();
        return new TaskAmendment(
                amended.task().taskId(),
                version.version(),
                version.endsOn(),
                amended.fields(),
                item,
                occurrence == null
                        ? item.title()
                        : TaskOrder.titleOn(occurrence.day(), occurrence.name(), item.title()),
                units.part(item.leadUnitId()),
                units.coordinating(item.coordinatingUnitIds()),
                TaskDeadlines.of(item.schedule(), calendar).orElse(null),
                version.decidedBy(),
                at);
    }

    /** An occurrence is due on its day. */
    static TaskDeadline dueOn(YearlyDays.Occurrence occurrence, WorkingCalendar calendar) {
        return TaskDeadlines.of(occurrence.day(), DeadlineBound.ON_OR_BEFORE, calendar);
    }

    private TaskOrder order(
            TaskItem item,
            @Nullable UUID parentTaskId,
            YearlyDays.@Nullable Occurrence occurrence,
            String title,
            TaskSchedule schedule,
            @Nullable TaskDeadline deadline) {
        return new TaskOrder(
                Ids.next(),
                version.organizationId(),
                new TaskOrder.Origin(
                        version.planId(),
                        item.itemId(),
                        version.version(),
                        parentTaskId,
                        occurrence == null ? null : occurrence.day(),
                        version.endsOn(),
                        item.excerpt(),
                        null),
                item.number(),
                title,
                item.mode(),
                units.part(item.leadUnitId()),
                units.coordinating(item.coordinatingUnitIds(), item.leadUnitId()),
                item.coordinatingAsWritten(),
                schedule,
                deadline,
                item.product(),
                version.decidedBy(),
                at);
    }
}
