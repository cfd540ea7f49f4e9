package vn.lantoa.notification.reminder;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.Role;
import vn.lantoa.events.TaskAccepted;
import vn.lantoa.events.TaskAmended;
import vn.lantoa.events.TaskAssigned;
import vn.lantoa.events.TaskCancelled;
import vn.lantoa.events.TaskDeclined;
import vn.lantoa.events.TaskDelegated;
import vn.lantoa.events.TaskEvent;
import vn.lantoa.events.TaskEvidenceAttached;
import vn.lantoa.events.TaskProgressed;
import vn.lantoa.events.TaskRequestAcknowledged;
import vn.lantoa.events.TaskRequestAnswered;
import vn.lantoa.events.TaskResultAccepted;
import vn.lantoa.events.TaskResultReturned;
import vn.lantoa.events.TaskResultSubmitted;
import vn.lantoa.events.TaskState;
import vn.lantoa.kit.directory.Member;
import vn.lantoa.notification.notice.Notice;
import vn.lantoa.notification.notice.Notices;
import vn.lantoa.notification.notice.Recipients;
import vn.lantoa.notification.notice.Texts;

/** What each step of a task means for reminders, and who is told of it at once. */
@Singleton
class FollowTasks {

    private final Duties duties;
    private final Reminders reminders;
    private final PlanReminders planReminders;
    private final Amendments amendments;
    private final Recipients recipients;
    private final Texts texts;
    private final Notices notices;

    FollowTasks(
            Duties duties,
            Reminders reminders,
            PlanReminders planReminders,
            Amendments amendments,
            Recipients recipients,
            Texts texts,
            Notices notices) {
        this.duties = duties;
        this.reminders = reminders;
        this.planReminders = planReminders;
        this.amendments = amendments;
        this.recipients = recipients;
        this.texts = texts;
        this.notices = notices;
    }

    @Transactional(TxType.MANDATORY)
    void handle(TaskEvent event) {
        var subject = new Duty.Subject(Duty.Type.TASK, event.taskId());
        switch (event) { // a new step of a task does not compile until we decide here
            case TaskAssigned assigned -> begin(subject, assigned);
            case TaskDelegated delegated -> delegate(subject, delegated);
            case TaskDeclined declined -> {
                setOpen(subject, false); // until it is assigned again
                tell(subject, Notice.Kind.DECLINED, "task-declined.1", declined.reason(), toIssuer(subject));
            }
            case TaskResultSubmitted submitted -> {
                setOpen(subject, false);
                tell(
                        subject,
                        Notice.Kind.RESULT_SUBMITTED,
                        "task-result-submitted.1",
                        submitted.summary(),
                        toIssuer(subject));
            }
            case TaskResultReturned returned -> {
                setOpen(subject, true);
                tell(
                        subject,
                        Notice.Kind.RESULT_RETURNED,
                        "task-result-returned.1",
                        returned.reason(),
                        toDoer(subject));
            }
            case TaskResultAccepted _ -> {
                setOpen(subject, false);
                tell(subject, Notice.Kind.RESULT_ACCEPTED, "task-result-accepted.1", "", toDoer(subject));
            }
            case TaskRequestAnswered answered -> {
                setOpen(subject, false);
                tell(
                        subject,
                        Notice.Kind.RESULT_SUBMITTED,
                        "task-request-answered.1",
                        answered.answer(),
                        toIssuer(subject));
            }
            case TaskAmended amended -> amend(subject, amended);
            case TaskCancelled cancelled -> cancel(subject, cancelled);
            case TaskAccepted _, TaskProgressed _, TaskEvidenceAttached _, TaskRequestAcknowledged _ -> {}
        }
    }

    private void begin(Duty.Subject subject, TaskAssigned it) {
        var deadline = it.deadline();
        var known = duties.find(subject);
        duties.record(new Duty(
                subject,
                it.organizationId(),
                it.receivingOrganizationId(),
                it.leadUnitId(),
                null,
                it.number(),
                it.title(),
                it.mode() == AssignMode.REQUEST,
                it.parentTaskId() != null,
                deadline == null ? null : deadline.lastDay(),
                deadline == null ? null : deadline.lastSafeDay(),
                deadline == null ? null : deadline.calendarVersion(),
                true));
        boolean anew = known.filter(before -> isGivenAnew(before, it)).isPresent();
        if (anew) {
            duties.giveAnew(subject);
            reminders.beginAgain(subject);
        }
        planReminders.handle(subject);
        // told again, with new dates perhaps: its unit has it. An occurrence is announced with the task it belongs to
        boolean announced = known.isPresent() || it.parentTaskId() != null;
        if (announced && !anew) {
            return;
        }
        boolean requested = it.state() == TaskState.REQUESTED;
        tell(
                subject,
                requested ? Notice.Kind.REQUESTED : Notice.Kind.ASSIGNED,
                requested ? "task-requested.1" : "task-assigned.1",
                it.schedule().words(),
                toDoer(subject));
    }

    /** Another unit has it now; or the one that declined it, after all. */
    private static boolean isGivenAnew(Duty before, TaskAssigned it) {
        boolean waitsForItsUnit = it.state() == TaskState.ASSIGNED || it.state() == TaskState.REQUESTED;
        return !before.unitId().equals(it.leadUnitId()) || !before.open() && waitsForItsUnit;
    }

    /** Another lead, or another mode, begins anew; else the reminders follow the dates and people hear what is different. */
    private void amend(Duty.Subject subject, TaskAmended it) {
        var before = duties.find(subject);
        var deadline = it.deadline();
        duties.record(new Duty(
                subject,
                it.organizationId(),
                it.receivingOrganizationId(),
                it.leadUnitId(),
                null,
                it.number(),
                it.title(),
                it.mode() == AssignMode.REQUEST,
                it.parentTaskId() != null,
                deadline == null ? null : deadline.lastDay(),
                deadline == null ? null : deadline.lastSafeDay(),
                deadline == null ? null : deadline.calendarVersion(),
                isToBeDone(it.state())));
        boolean anew = amendments.beginAnew(it);
        if (anew) {
            duties.giveAnew(subject);
        }
        if (anew || amendments.moveTheDay(it)) {
            reminders.beginAgain(subject);
        }
        planReminders.handle(subject);
        before.ifPresent(duty -> tellOfAmendment(duty, it, anew));
    }

    private static boolean isToBeDone(TaskState state) {
        return switch (state) {
            case ASSIGNED, ACCEPTED, IN_PROGRESS, REQUESTED, ACKNOWLEDGED -> true;
            case PROPOSED, DECLINED, SUSPENDED, RESULT_SUBMITTED, COMPLETED, RESPONDED, CANCELLED -> false;
        };
    }

    private void tellOfAmendment(Duty before, TaskAmended it, boolean anew) {
        if (!anew) {
            var changes = amendments.inWords(it, before.title());
            if (!changes.isEmpty()) {
                tellOnce(it, Notice.Kind.AMENDED, "task-amended.1", Map.of("changes", changes), concerned(before));
            }
            return;
        }
        var now = it.parentTaskId() == null ? toDoer(before.subject()) : List.<Member>of();
        boolean requested = it.mode() == AssignMode.REQUEST;
        tell(
                before.subject(),
                requested ? Notice.Kind.REQUESTED : Notice.Kind.ASSIGNED,
                requested ? "task-requested.1" : "task-assigned.1",
                it.schedule().words(),
                now);
        if (!it.previousLeadUnitId().equals(it.leadUnitId())) {
            var others = concerned(before).stream()
                    .filter(person ->
                            now.stream().noneMatch(lead -> lead.personId().equals(person.personId())))
                    .toList();
            tellOnce(
                    it,
                    Notice.Kind.AMENDED,
                    "task-moved.1",
                    Map.of("unit", amendments.nameOf(it.leadUnitId())),
                    others);
        }
    }

    private void cancel(Duty.Subject subject, TaskCancelled it) {
        setOpen(subject, false);
        duties.find(subject)
                .ifPresent(duty -> notices.giveOnce(
                        Notice.Kind.CANCELLED,
                        subject.type().name(),
                        subject.id(),
                        "cancelled in version " + it.planVersion(),
                        texts.of(
                                "task-cancelled.1",
                                Map.of(
                                        "name", duty.name(),
                                        "words", it.reason(),
                                        "requested", duty.requested(),
                                        "continued", it.continuedInPlanId() != null)),
                        concerned(duty)));
    }

    /** The heads of the unit and whoever is named; an occurrence is told with its task, and only somebody named for it hears of it. */
    private List<Member> concerned(Duty duty) {
        var people = new ArrayList<Member>();
        if (!duty.occurrence()) {
            people.addAll(recipients.heads(duty.organizationId(), duty.unitId(), duty.receivingOrganizationId()));
        }
        if (duty.assigneeId() != null) {
            people.addAll(recipients.responsible(
                    duty.organizationId(), duty.unitId(), duty.receivingOrganizationId(), duty.assigneeId()));
        }
        return Recipients.each(people);
    }

    private void tellOnce(TaskAmended it, Notice.Kind kind, String template, Map<String, ?> data, List<Member> people) {
        var subject = new Duty.Subject(Duty.Type.TASK, it.taskId());
        duties.find(subject).ifPresent(duty -> {
            var all = new HashMap<String, Object>(data);
            all.put("name", duty.name());
            all.put("requested", duty.requested());
            notices.giveOnce(
                    kind,
                    subject.type().name(),
                    subject.id(),
                    "version " + it.planVersion(),
                    texts.of(template, all),
                    people);
        });
    }

    private void delegate(Duty.Subject subject, TaskDelegated it) {
        duties.setAssignee(subject, it.assigneeId());
        duties.find(subject)
                .ifPresent(duty -> tell(
                        subject,
                        Notice.Kind.DELEGATED,
                        "task-delegated.1",
                        "",
                        recipients.responsible(
                                duty.organizationId(),
                                duty.unitId(),
                                duty.receivingOrganizationId(),
                                it.assigneeId())));
    }

    private void setOpen(Duty.Subject subject, boolean open) {
        duties.setOpen(subject, open);
        planReminders.handle(subject);
    }

    private List<Member> toIssuer(Duty.Subject subject) {
        return duties.find(subject)
                .map(duty -> recipients.withRole(duty.organizationId(), Role.COORDINATOR, Role.LEADER))
                .orElse(List.of());
    }

    private List<Member> toDoer(Duty.Subject subject) {
        return duties.find(subject)
                .map(duty -> recipients.responsible(
                        duty.organizationId(), duty.unitId(), duty.receivingOrganizationId(), duty.assigneeId()))
                .orElse(List.of());
    }

    private void tell(Duty.Subject subject, Notice.Kind kind, String template, String words, List<Member> people) {
        duties.find(subject).ifPresent(duty -> {
            var lastDay = duty.lastDay();
            var text = texts.of(
                    template,
                    Map.of("name", duty.name(), "words", words, "lastDay", lastDay == null ? "" : Texts.date(lastDay)));
            notices.give(kind, subject.type().name(), subject.id(), text, people);
        });
    }
}
