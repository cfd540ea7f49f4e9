package vn.lantoa.task.work;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.ItemField;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.TaskAccepted;
import vn.lantoa.events.TaskAmended;
import vn.lantoa.events.TaskAmended.FieldChange;
import vn.lantoa.events.TaskAssigned;
import vn.lantoa.events.TaskAssigned.TaskDeadline;
import vn.lantoa.events.TaskCancelled;
import vn.lantoa.events.TaskDeclined;
import vn.lantoa.events.TaskDelegated;
import vn.lantoa.events.TaskEvidenceAttached;
import vn.lantoa.events.TaskProgressed;
import vn.lantoa.events.TaskRequestAcknowledged;
import vn.lantoa.events.TaskRequestAnswered;
import vn.lantoa.events.TaskResultAccepted;
import vn.lantoa.events.TaskResultReturned;
import vn.lantoa.events.TaskResultSubmitted;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskState;
import vn.lantoa.kit.http.Problem;

/**
 * A unit of work that one unit answers for. Its verbs are those of the state machine; each checks who asks and where the task
 * stands, and returns what happened. Whether it is late is never stored: see {@link Timeliness}.
 */
@Entity
@Table(name = "task")
public class Task {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(name = "organization_id")
    private UUID organizationId;

    @Embedded
    private OriginColumns origin;

    private @Nullable String number;
    private String title;
    private @Nullable String product;

    @Enumerated(EnumType.STRING)
    private AssignMode mode;

    @Enumerated(EnumType.STRING)
    private TaskState state;

    @Column(name = "lead_unit_id")
    private UUID leadUnitId;

    @Column(name = "receiving_organization_id")
    private @Nullable UUID receivingOrganizationId;

    @Column(name = "coordinating_as_written")
    private String[] coordinatingAsWritten;

    @Embedded
    private ScheduleColumns schedule;

    @Embedded
    private @Nullable DeadlineColumns deadline;

    @Column(name = "assignee_id")
    private @Nullable UUID assigneeId;

    @Column(name = "evidence_count")
    private int evidenceCount;

    @Column(name = "progress_count")
    private int progressCount;

    @Column(name = "coordinating_done")
    private int coordinatingDone;

    @Column(name = "result_summary")
    private @Nullable String resultSummary;

    @Column(name = "submitted_on")
    private @Nullable LocalDate submittedOn;

    @Column(name = "submitted_by")
    private @Nullable UUID submittedBy;

    @Column(name = "completed_on")
    private @Nullable LocalDate completedOn;

    @Column(name = "assigned_by")
    private UUID assignedBy;

    @Column(name = "assigned_at")
    private Instant assignedAt;

    protected Task() {}

    /** Gives the task to its unit: assigned, or asked for when the unit is outside of the chain of command. */
    Task(TaskOrder order) {
        id = order.taskId();
        organizationId = order.organizationId();
        origin = new OriginColumns(order.origin());
        number = order.number();
        title = order.title();
        product = order.product();
        mode = order.mode();
        state = mode == AssignMode.ASSIGN ? TaskState.ASSIGNED : TaskState.REQUESTED;
        leadUnitId = order.lead().unitId();
        receivingOrganizationId = order.lead().representsOrganizationId();
        coordinatingAsWritten = order.coordinatingAsWritten().toArray(String[]::new);
        schedule = new ScheduleColumns(order.schedule());
        deadline = order.deadline() == null ? null : new DeadlineColumns(order.deadline());
        assignedBy = order.assignedBy();
        assignedAt = order.assignedAt();
    }

    /** The head of the lead unit takes it on. */
    TaskAccepted accept(Actor actor) {
        admit(TaskAction.ACCEPT, actor);
        var previous = become(TaskState.ACCEPTED);
        return new TaskAccepted(id, organizationId, previous, state, leadUnitId, actor.personId());
    }

    /** The lead unit refuses and asks for another to be named. */
    TaskDeclined decline(Actor actor, String reason) {
        admit(TaskAction.DECLINE, actor);
        var previous = become(TaskState.DECLINED);
        return new TaskDeclined(id, organizationId, previous, state, leadUnitId, actor.personId(), reason);
    }

    /** The head names the person who does it. */
    TaskDelegated delegate(Actor actor, UUID personId, boolean belongsToLead) {
        admit(TaskAction.DELEGATE, actor);
        if (!belongsToLead) {
            throw new Problem.RuleBroken("task.assignee-of-another-unit");
        }
        var previousAssignee = assigneeId;
        assigneeId = personId;
        return new TaskDelegated(
                id, organizationId, state, state, leadUnitId, previousAssignee, personId, actor.personId());
    }

    /** Someone of the lead unit tells how far the work is; the first time starts it. A request stays as it is. */
    TaskProgressed update(Actor actor, UUID progressId, String note) {
        admit(TaskAction.UPDATE, actor);
        progressCount++;
        return new TaskProgressed(id, organizationId, start(), state, progressId, note, actor.personId());
    }

    /** Proof of work is attached; it starts the work where nobody had said so. */
    public TaskEvidenceAttached attachEvidence(Actor actor, Proof proof, CoordinatingParties coordinating) {
        admit(TaskAction.ATTACH_EVIDENCE, actor, coordinating);
        evidenceCount++;
        return new TaskEvidenceAttached(
                id,
                organizationId,
                start(),
                state,
                proof.evidenceId(),
                proof.channel(),
                proof.contentHash(),
                proof.fileName(),
                proof.bytes(),
                actor.personId());
    }

    /** The lead unit hands its result in. */
    TaskResultSubmitted submitResult(Actor actor, String summary, LocalDate today) {
        admit(TaskAction.SUBMIT_RESULT, actor);
        var planEndsOn = origin.origin().planEndsOn();
        if (lastsAsLongAsThePlan() && planEndsOn != null && today.isBefore(planEndsOn)) {
            throw new Problem.RuleBroken("task.lasts-until-plan-ends", Dates.written(planEndsOn))
                    .with("planEndsOn", planEndsOn);
        }
        if (evidenceCount == 0) {
            throw new Problem.RuleBroken("task.evidence-missing");
        }
        resultSummary = summary;
        submittedOn = today;
        submittedBy = actor.personId();
        var previous = become(TaskState.RESULT_SUBMITTED);
        return new TaskResultSubmitted(id, organizationId, previous, state, today, actor.personId(), summary);
    }

    /** The result is good; the task counts as complete on the day on which it was handed in. */
    TaskResultAccepted acceptResult(Actor actor, List<TaskResultAccepted.Evidence> evidence) {
        admit(TaskAction.ACCEPT_RESULT, actor);
        refuseOwnResult(actor);
        completedOn = submittedOn;
        return new TaskResultAccepted(
                id,
                organizationId,
                become(TaskState.COMPLETED),
                state,
                origin.origin().planId(),
                origin.origin().planItemId(),
                completedOn,
                deadline().map(TaskDeadline::lastDay).orElse(null),
                Timeliness.punctuality(deadline().orElse(null), completedOn),
                actor.personId(),
                evidence);
    }

    /** The result is sent back; the task counts as not complete. */
    TaskResultReturned returnResult(Actor actor, String reason) {
        admit(TaskAction.RETURN_RESULT, actor);
        refuseOwnResult(actor);
        submittedOn = null;
        submittedBy = null;
        var previous = become(TaskState.IN_PROGRESS);
        return new TaskResultReturned(id, organizationId, previous, state, actor.personId(), reason);
    }

    /** The requested body confirms that the request arrived. */
    TaskRequestAcknowledged acknowledge(Actor actor) {
        admit(TaskAction.ACKNOWLEDGE, actor);
        var previous = become(TaskState.ACKNOWLEDGED);
        return new TaskRequestAcknowledged(id, organizationId, previous, state, actor.personId());
    }

    /** The requested body shares its result. It is neither tested nor scored. */
    TaskRequestAnswered respond(Actor actor, String answer) {
        admit(TaskAction.RESPOND, actor);
        resultSummary = answer;
        var previous = become(TaskState.RESPONDED);
        return new TaskRequestAnswered(
                id,
                organizationId,
                previous,
                state,
                origin.origin().planId(),
                origin.origin().planItemId(),
                actor.personId(),
                answer);
    }

    /**
     * A leader moves it to another unit, or insists after a refusal. It begins anew there: nobody is named for it; what was done
     * and proved is kept.
     */
    TaskAssigned reassign(Actor actor, TaskOrder.UnitPart lead, List<UUID> coordinatingUnitIds, Instant at) {
        admit(TaskAction.REASSIGN, actor);
        if (lead.unitId().equals(leadUnitId) && state != TaskState.DECLINED) {
            throw new Problem.RuleBroken("task.already-of-this-unit");
        }
        leadUnitId = lead.unitId();
        receivingOrganizationId = lead.representsOrganizationId();
        assigneeId = null;
        assignedBy = actor.personId();
        assignedAt = at;
        become(TaskState.ASSIGNED);
        return announcement(coordinatingUnitIds);
    }

    /**
     * It follows a new version of its plan. Another lead or mode begins anew: nobody is named for it, and a result that was handed
     * in is taken back; what was done and proved is kept. Who may decide so, and on which tasks, is the plan's affair.
     */
    TaskAmended amend(TaskAmendment to, CoordinatingChange coordinating) {
        var previousState = state;
        var previousLead = leadUnitId;
        var previousDeadline = deadline().orElse(null);
        var changes = change(to, coordinating);
        if (to.beginsAnew()) {
            beginAnew(to);
        }
        var from = origin.origin();
        return new TaskAmended(
                id,
                organizationId,
                planId(),
                planItemId(),
                to.planVersion(),
                from.parentTaskId(),
                number,
                title,
                mode,
                previousState,
                state,
                previousLead,
                leadUnitId,
                coordinating.units(),
                receivingOrganizationId,
                schedule.schedule(),
                previousDeadline,
                deadline().orElse(null),
                changes,
                to.amendedBy());
    }

    /** In the order of the event. */
    private List<FieldChange> change(TaskAmendment to, CoordinatingChange coordinating) {
        var changes = new FieldChanges();
        var item = to.item();
        if (to.concerns(ItemField.NUMBER)) {
            changes.add("number", number, item.number());
            number = item.number();
        }
        if (to.concerns(ItemField.TITLE)) {
            changes.add("title", title, to.title());
            title = to.title();
        }
        if (to.concerns(ItemField.MODE)) {
            changes.add("mode", mode, item.mode());
            mode = item.mode();
        }
        if (to.concerns(ItemField.LEAD)) {
            changes.add("leadUnitId", leadUnitId, to.lead().unitId());
            leadUnitId = to.lead().unitId();
            receivingOrganizationId = to.lead().representsOrganizationId();
        }
        changes.add("coordinatingUnitIds", coordinating.unitsBefore(), coordinating.units());
        coordinatingDone -= coordinating.doneThatLeft();
        if (to.concerns(ItemField.COORDINATING)) {
            var written = item.coordinatingAsWritten();
            changes.add("coordinatingAsWritten", List.of(coordinatingAsWritten), written);
            coordinatingAsWritten = written.toArray(String[]::new);
        }
        if (to.concerns(ItemField.SCHEDULE)) {
            reschedule(to, changes);
        }
        if (to.concerns(ItemField.PRODUCT)) {
            changes.add("product", product, item.product());
            product = item.product();
        }
        var from = origin.origin();
        if (to.concerns(ItemField.EXCERPT)) {
            changes.add("excerpt", from.excerpt(), item.excerpt());
            origin.quote(item.excerpt());
        }
        if (to.concerns(ItemField.PLAN_END)) {
            changes.add("planEndsOn", from.planEndsOn(), to.planEndsOn());
        }
        origin.follow(to.planVersion(), to.planEndsOn());
        return changes.all();
    }

    /** The day of an occurrence is its own; only the words are those of the recurring task. */
    private void reschedule(TaskAmendment to, FieldChanges changes) {
        var was = schedule.schedule();
        var rule = to.item().schedule();
        changes.add("schedule", was.words(), rule.words());
        if (origin.origin().parentTaskId() != null) {
            schedule = new ScheduleColumns(
                    new TaskSchedule(was.kind(), was.from(), was.to(), was.bound(), was.yearlyDays(), rule.words()));
            return;
        }
        schedule = new ScheduleColumns(rule);
        var lastDay = deadline().map(TaskDeadline::lastDay).orElse(null);
        deadline = to.deadline() == null ? null : new DeadlineColumns(to.deadline());
        changes.add("deadline", lastDay, deadline().map(TaskDeadline::lastDay).orElse(null));
    }

    private void beginAnew(TaskAmendment to) {
        assigneeId = null;
        resultSummary = null;
        submittedOn = null;
        submittedBy = null;
        assignedBy = to.amendedBy();
        assignedAt = to.at();
        become(mode == AssignMode.ASSIGN ? TaskState.ASSIGNED : TaskState.REQUESTED);
    }

    /** Nothing more is to be done with it: its item ended, or its plan. What was done and proved is kept. */
    TaskCancelled cancel(TaskCancellation why) {
        var from = origin.origin();
        var previous = become(TaskState.CANCELLED);
        return new TaskCancelled(
                id,
                organizationId,
                from.planId(),
                from.planItemId(),
                why.planVersion(),
                previous,
                state,
                why.reason(),
                why.continuedInPlanId(),
                why.continuedByItemId(),
                why.cancelledBy());
    }

    /** A coordinating unit did its part. */
    void coordinatingUnitDone() {
        if (state == TaskState.CANCELLED) {
            throw notInThisState();
        }
        coordinatingDone++;
    }

    /** A coordinating unit that had done its part does not coordinate any more. */
    void coordinatingUnitLeft() {
        coordinatingDone--;
    }

    /** What the caller may do with it now. */
    List<TaskAction> allowedActions(Actor actor, CoordinatingParties coordinating) {
        return TaskAction.possible(state).stream()
                .filter(action -> rights().grant(action, actor, coordinating))
                .filter(action -> action.party() != TaskAction.Party.ISSUER || !rights().isOwnResult(actor))
                .toList();
    }

    TaskRights rights() {
        return new TaskRights(organizationId, receivingOrganizationId, leadUnitId, assigneeId, submittedBy);
    }

    /** It exists, and its unit is told. */
    TaskAssigned announcement(List<UUID> coordinatingUnitIds) {
        var from = origin.origin();
        return new TaskAssigned(
                id,
                organizationId,
                from.planId(),
                from.planItemId(),
                from.parentTaskId(),
                number,
                title,
                mode,
                state,
                leadUnitId,
                coordinatingUnitIds,
                receivingOrganizationId,
                schedule.schedule(),
                deadline().orElse(null),
                assignedBy);
    }

    /**
     * What is to be given for one of the yearly days of this recurring task: the same unit, the same words, due on that day.
     *
     * @param name what the day is; may be empty
     */
    public TaskOrder occurrence(
            UUID occurrenceId, TaskDeadline due, String name, List<TaskOrder.UnitPart> coordinating, Instant at) {
        var from = origin.origin();
        return new TaskOrder(
                occurrenceId,
                organizationId,
                new TaskOrder.Origin(
                        from.planId(),
                        from.planItemId(),
                        from.planVersion(),
                        id,
                        due.date(),
                        from.planEndsOn(),
                        from.excerpt(),
                        null),
                number,
                TaskOrder.titleOn(due.date(), name, title),
                mode,
                new TaskOrder.UnitPart(leadUnitId, receivingOrganizationId),
                coordinating,
                List.of(coordinatingAsWritten),
                new TaskSchedule(
                        TaskSchedule.Kind.BY,
                        null,
                        due.date(),
                        due.bound(),
                        List.of(),
                        schedule.schedule().words()),
                due,
                product,
                assignedBy,
                at);
    }

    /** False once nothing more is to be done with it: no further occurrences are given. */
    public boolean isOpen() {
        return switch (state) {
            case PROPOSED, ASSIGNED, ACCEPTED, IN_PROGRESS, RESULT_SUBMITTED, REQUESTED, ACKNOWLEDGED, RESPONDED ->
                true;
            case DECLINED, COMPLETED, SUSPENDED, CANCELLED -> false;
        };
    }

    public TaskSchedule schedule() {
        return schedule.schedule();
    }

    public UUID id() {
        return id;
    }

    public UUID leadUnitId() {
        return leadUnitId;
    }

    public TaskState state() {
        return state;
    }

    public UUID organizationId() {
        return organizationId;
    }

    /** @throws NullPointerException for a task given outside of a plan */
    public UUID planId() {
        return Objects.requireNonNull(origin.origin().planId());
    }

    /** @throws NullPointerException for a task given outside of a plan */
    public UUID planItemId() {
        return Objects.requireNonNull(origin.origin().planItemId());
    }

    @Nullable
    UUID receivingOrganizationId() {
        return receivingOrganizationId;
    }

    /** Grows with every change; zero when new. */
    long version() {
        return version == null ? 0 : version;
    }

    private Optional<TaskDeadline> deadline() {
        return Optional.ofNullable(deadline).map(DeadlineColumns::deadline);
    }

    /** @throws Problem.NotAllowed whatever the state */
    void requireRight(TaskAction action, Actor actor, CoordinatingParties coordinating) {
        if (!rights().grant(action, actor, coordinating)) {
            throw new Problem.NotAllowed(action.party().refusal());
        }
    }

    private void admit(TaskAction action, Actor actor) {
        admit(action, actor, CoordinatingParties.NONE);
    }

    private void admit(TaskAction action, Actor actor, CoordinatingParties coordinating) {
        requireRight(action, actor, coordinating);
        if (!action.possibleIn(state)) {
            throw notInThisState();
        }
    }

    private Problem notInThisState() {
        var possible = new LinkedHashMap<String, TaskAction.Party>();
        TaskAction.possible(state).forEach(it -> possible.put(it.verb(), it.party()));
        return new Problem.RuleBroken("task.not-in-this-state")
                .with("state", state)
                .with("allowedActions", possible.keySet())
                .with("allowedBy", possible);
    }

    private void refuseOwnResult(Actor actor) {
        if (rights().isOwnResult(actor)) {
            throw new Problem.RuleBroken("task.own-result");
        }
    }

    private TaskState start() {
        return become(state == TaskState.ACCEPTED ? TaskState.IN_PROGRESS : state);
    }

    private TaskState become(TaskState next) {
        var previous = state;
        state = next;
        return previous;
    }

    /** "Thường xuyên", and tasks of yearly days: only their occurrences can end before the plan does. */
    private boolean lastsAsLongAsThePlan() {
        return switch (schedule.schedule().kind()) {
            case CONTINUOUS, YEARLY_DAY -> true;
            case FROM, BY, RANGE, QUARTER, MONTH, RELATIVE_TO_EVENT, PHASES -> false;
        };
    }
}
