package vn.lantoa.plan.amendment;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.ItemField;
import vn.lantoa.effects.ReportDuties;
import vn.lantoa.effects.ReportEffect;
import vn.lantoa.effects.ReportEffects;
import vn.lantoa.effects.TaskDeadlines;
import vn.lantoa.effects.TaskEffect;
import vn.lantoa.effects.TaskEffects;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated.TaskItem;
import vn.lantoa.events.TaskAssigned.TaskDeadline;
import vn.lantoa.events.TaskState;
import vn.lantoa.kit.directory.Member;
import vn.lantoa.plan.amendment.AmendmentPreview.Because;
import vn.lantoa.plan.amendment.AmendmentPreview.Day;
import vn.lantoa.plan.amendment.AmendmentPreview.DutyChange;
import vn.lantoa.plan.amendment.AmendmentPreview.DutyLine;
import vn.lantoa.plan.amendment.AmendmentPreview.Item;
import vn.lantoa.plan.amendment.AmendmentPreview.Subject;
import vn.lantoa.plan.amendment.AmendmentPreview.TaskChange;
import vn.lantoa.plan.amendment.AmendmentPreview.TaskLine;
import vn.lantoa.plan.edition.PlanContent;
import vn.lantoa.plan.published.PublishedDuty;
import vn.lantoa.plan.published.PublishedTask;
import vn.lantoa.workingdays.Deadline;
import vn.lantoa.workingdays.WorkingCalendar;

/**
 * What follows from a new version for tasks, duties to report, reminders and people: by the very rules by which the other services
 * will do it, from what they published.
 */
final class Foresight {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /**
     * What is known on a day.
     *
     * @param rungs of the organization's ladder of reminders
     * @param members everybody of the organization today
     */
    record Known(
            List<PublishedTask> tasks,
            List<PublishedDuty> duties,
            WorkingCalendar calendar,
            List<Integer> rungs,
            List<Member> members,
            LocalDate today) {}

    /** Lines of one answer, without its token. */
    record Lines(
            List<TaskLine> tasks,
            List<DutyLine> duties,
            List<AmendmentPreview.ReminderLine> reminders,
            List<AmendmentPreview.PersonLine> people) {}

    private final PlanContent before;
    private final PlanInForce after;
    private final Map<UUID, String> places;
    private final Known known;
    private final Map<UUID, PublishedTask> tasks;
    private final Map<UUID, PublishedDuty> duties;
    private final List<TaskLine> taskLines = new ArrayList<>();
    private final List<DutyLine> dutyLines = new ArrayList<>();
    private final ForeseenReminders reminders;
    private final ConcernedPeople people;

    private Foresight(PlanContent before, PlanInForce after, Map<UUID, String> places, Known known) {
        this.before = before;
        this.after = after;
        this.places = places;
        this.known = known;
        this.tasks = known.tasks().stream().collect(Collectors.toMap(PublishedTask::taskId, Function.identity()));
        this.duties = known.duties().stream().collect(Collectors.toMap(PublishedDuty::dutyId, Function.identity()));
        this.reminders = new ForeseenReminders(known.calendar(), known.rungs(), known.today());
        this.people = new ConcernedPeople(known.members());
    }

    /** @param places of the items that are new, in the wish */
    static Lines of(PlanContent before, PlanInForce after, Map<UUID, String> places, Known known) {
        return new Foresight(before, after, places, known).lines();
    }

    private Lines lines() {
        var effects = TaskEffects.of(
                before.tasks(),
                before.endsOn(),
                after,
                known.tasks().stream().map(PublishedTask::known).toList(),
                known.today());
        effects.forEach(effect -> {
            switch (effect) {
                case TaskEffect.Given it -> given(it);
                case TaskEffect.Amended it -> amended(it);
                case TaskEffect.OccurrenceGiven it -> occurrence(it, effects);
                case TaskEffect.Cancelled it -> cancelled(it);
            }
        });
        ReportEffects.of(
                        before.reportObligations(),
                        after,
                        known.duties().stream().map(PublishedDuty::known).toList(),
                        known.calendar(),
                        known.today())
                .forEach(effect -> {
                    switch (effect) {
                        case ReportEffect.Scheduled it -> scheduled(it);
                        case ReportEffect.Rescheduled it -> rescheduled(it);
                        case ReportEffect.Withdrawn it -> withdrawn(it);
                    }
                });
        return new Lines(taskLines, dutyLines, reminders.lines(), people.lines());
    }

    // --- tasks

    private void given(TaskEffect.Given effect) {
        var item = effect.item();
        var deadline = TaskDeadlines.of(item.schedule(), known.calendar()).orElse(null);
        give(item, null, item.title(), item.mode(), item.leadUnitId(), item.coordinatingUnitIds(), deadline);
        effect.occurrences()
                .forEach(it -> give(
                        item,
                        it.day(),
                        titled(item.title(), it.name(), it.day()),
                        item.mode(),
                        item.leadUnitId(),
                        item.coordinatingUnitIds(),
                        on(it.day())));
    }

    /** It is given as the recurring task stands after the amendment. */
    private void occurrence(TaskEffect.OccurrenceGiven effect, List<TaskEffect> effects) {
        var parent = tasks.get(effect.parent().taskId());
        if (parent == null) {
            throw new IllegalStateException("An occurrence of a task that nobody told of");
        }
        var fields = effects.stream()
                .filter(TaskEffect.Amended.class::isInstance)
                .map(TaskEffect.Amended.class::cast)
                .filter(it -> it.task().taskId().equals(parent.taskId()))
                .findFirst()
                .map(TaskEffect.Amended::fields)
                .orElse(Set.of());
        var item = effect.item();
        give(
                item,
                effect.occurrence().day(),
                titled(
                        fields.contains(ItemField.TITLE) ? item.title() : parent.title(),
                        effect.occurrence().name(),
                        effect.occurrence().day()),
                fields.contains(ItemField.MODE) ? item.mode() : parent.mode(),
                fields.contains(ItemField.LEAD) ? item.leadUnitId() : parent.leadUnitId(),
                fields.contains(ItemField.COORDINATING) ? item.coordinatingUnitIds() : parent.coordinatingUnitIds(),
                on(effect.occurrence().day()));
    }

    private void give(
            TaskItem item,
            @Nullable LocalDate occurrenceOn,
            String title,
            AssignMode mode,
            UUID lead,
            List<UUID> coordinating,
            @Nullable TaskDeadline deadline) {
        var ref = item(item.itemId());
        var state = mode == AssignMode.ASSIGN ? TaskState.ASSIGNED : TaskState.REQUESTED;
        taskLines.add(new TaskLine(
                TaskChange.GIVEN,
                null,
                ref,
                occurrenceOn,
                item.number(),
                title,
                List.of(),
                null,
                state,
                null,
                lead,
                null,
                Day.of(deadline)));
        reminders.add(
                new ForeseenReminders.Thing(Subject.TASK, null, ref, occurrenceOn),
                null,
                reminded(state, mode, deadline));
        people.of(lead, Because.LEADS_AFTER);
        coordinating.forEach(unit -> people.of(unit, Because.COORDINATES_AFTER));
    }

    private void amended(TaskEffect.Amended effect) {
        var task = Objects.requireNonNull(tasks.get(effect.task().taskId()));
        var item = effect.after();
        var fields = effect.fields();
        var mode = fields.contains(ItemField.MODE) ? item.mode() : task.mode();
        var lead = fields.contains(ItemField.LEAD) ? item.leadUnitId() : task.leadUnitId();
        var occurrence = effect.occurrence();
        var deadline = fields.contains(ItemField.SCHEDULE) && occurrence == null
                ? TaskDeadlines.of(item.schedule(), known.calendar()).orElse(null)
                : task.deadline();
        var state = effect.task().stateAfter(effect);
        var ref = item(item.itemId());
        taskLines.add(new TaskLine(
                TaskChange.AMENDED,
                task.taskId(),
                ref,
                task.occurrenceOn(),
                fields.contains(ItemField.NUMBER) ? item.number() : task.number(),
                fields.contains(ItemField.TITLE)
                        ? occurrence == null ? item.title() : titled(item.title(), occurrence.name(), occurrence.day())
                        : task.title(),
                fields.stream().sorted().toList(),
                task.state(),
                state,
                task.leadUnitId(),
                lead,
                Day.of(task.deadline()),
                Day.of(deadline)));
        reminders.add(
                new ForeseenReminders.Thing(Subject.TASK, task.taskId(), ref, task.occurrenceOn()),
                reminded(task.state(), task.mode(), task.deadline()),
                reminded(state, mode, deadline));
        concerned(task);
        people.of(lead, Because.LEADS_AFTER);
        (fields.contains(ItemField.COORDINATING) ? item.coordinatingUnitIds() : task.coordinatingUnitIds())
                .forEach(unit -> people.of(unit, Because.COORDINATES_AFTER));
    }

    private void cancelled(TaskEffect.Cancelled effect) {
        var task = Objects.requireNonNull(tasks.get(effect.task().taskId()));
        var ref = item(task.itemId());
        taskLines.add(new TaskLine(
                TaskChange.CANCELLED,
                task.taskId(),
                ref,
                task.occurrenceOn(),
                task.number(),
                task.title(),
                List.of(),
                task.state(),
                TaskState.CANCELLED,
                task.leadUnitId(),
                null,
                Day.of(task.deadline()),
                null));
        reminders.add(
                new ForeseenReminders.Thing(Subject.TASK, task.taskId(), ref, task.occurrenceOn()),
                reminded(task.state(), task.mode(), task.deadline()),
                null);
        concerned(task);
    }

    private void concerned(PublishedTask task) {
        people.assignee(task.assigneeId());
        people.of(task.leadUnitId(), Because.LED_BEFORE);
        task.coordinatingUnitIds().forEach(unit -> people.of(unit, Because.COORDINATED_BEFORE));
    }

    /** Reminders go to whoever still has to do it; what was asked for is never called late. */
    private static ForeseenReminders.@Nullable End reminded(
            TaskState state, AssignMode mode, @Nullable TaskDeadline deadline) {
        boolean open =
                switch (state) {
                    case PROPOSED, ASSIGNED, ACCEPTED, IN_PROGRESS, SUSPENDED, REQUESTED, ACKNOWLEDGED -> true;
                    case DECLINED, RESULT_SUBMITTED, COMPLETED, CANCELLED, RESPONDED -> false;
                };
        return deadline == null || !open
                ? null
                : new ForeseenReminders.End(deadline.lastDay(), deadline.lastSafeDay(), mode == AssignMode.ASSIGN);
    }

    private TaskDeadline on(LocalDate day) {
        return TaskDeadlines.of(day, DeadlineBound.ON_OR_BEFORE, known.calendar());
    }

    /** As task-service names an occurrence. */
    private static String titled(String title, String name, LocalDate day) {
        return title + (name.isBlank() ? "" : " – " + name) + " (" + DAY.format(day) + ")";
    }

    // --- duties to report

    private void scheduled(ReportEffect.Scheduled effect) {
        var obligation = effect.obligation();
        var ref = item(obligation.obligationId());
        var deadline = day(effect.dated());
        dutyLines.add(new DutyLine(
                DutyChange.SCHEDULED,
                null,
                ref,
                effect.dated().period().label(),
                null,
                obligation.fromUnitId(),
                null,
                deadline));
        reminders.add(
                new ForeseenReminders.Thing(Subject.REPORT_DUTY, null, ref, deadline.date()), null, end(deadline));
        people.of(obligation.fromUnitId(), Because.REPORTS_AFTER);
    }

    private void rescheduled(ReportEffect.Rescheduled effect) {
        var duty = Objects.requireNonNull(duties.get(effect.duty().dutyId()));
        var obligation = effect.obligation();
        var ref = item(obligation.obligationId());
        var was = Day.of(duty.deadline());
        var is = day(effect.dated());
        dutyLines.add(new DutyLine(
                DutyChange.RESCHEDULED,
                duty.dutyId(),
                ref,
                effect.dated().period().label(),
                duty.unitId(),
                obligation.fromUnitId(),
                was,
                is));
        reminders.add(
                new ForeseenReminders.Thing(Subject.REPORT_DUTY, duty.dutyId(), ref, is.date()),
                duty.open() ? end(was) : null,
                duty.open() ? end(is) : null);
        people.of(duty.unitId(), Because.REPORTED_BEFORE);
        people.of(obligation.fromUnitId(), Because.REPORTS_AFTER);
    }

    private void withdrawn(ReportEffect.Withdrawn effect) {
        var duty = Objects.requireNonNull(duties.get(effect.duty().dutyId()));
        var ref = item(duty.obligationId());
        var was = Day.of(duty.deadline());
        dutyLines.add(
                new DutyLine(DutyChange.WITHDRAWN, duty.dutyId(), ref, duty.period(), duty.unitId(), null, was, null));
        reminders.add(
                new ForeseenReminders.Thing(Subject.REPORT_DUTY, duty.dutyId(), ref, was.date()),
                duty.open() ? end(was) : null,
                null);
        people.of(duty.unitId(), Because.REPORTED_BEFORE);
    }

    private Day day(ReportDuties.DatedDuty dated) {
        var deadline = dated.deadline();
        return new Day(
                deadline.date(),
                deadline.bound() == Deadline.Bound.BEFORE ? DeadlineBound.BEFORE : DeadlineBound.ON_OR_BEFORE,
                deadline.lastDay(),
                deadline.lastSafeDay(known.calendar()),
                deadline.legalEnd(known.calendar()),
                known.calendar().version());
    }

    private static ForeseenReminders.End end(Day day) {
        return new ForeseenReminders.End(day.lastDay(), day.lastSafeDay(), true);
    }

    private Item item(UUID itemId) {
        return Optional.ofNullable(places.get(itemId))
                .map(place -> new Item(null, place))
                .orElseGet(() -> new Item(itemId, null));
    }
}
