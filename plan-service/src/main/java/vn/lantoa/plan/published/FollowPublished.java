package vn.lantoa.plan.published;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.NoticeHandedOver;
import vn.lantoa.events.NotificationEvent;
import vn.lantoa.events.ReminderPolicyRecorded;
import vn.lantoa.events.ReportAccepted;
import vn.lantoa.events.ReportApproved;
import vn.lantoa.events.ReportDutyScheduled;
import vn.lantoa.events.ReportDutyWithdrawn;
import vn.lantoa.events.ReportEvent;
import vn.lantoa.events.ReportReturned;
import vn.lantoa.events.ReportRoundOpened;
import vn.lantoa.events.ReportSent;
import vn.lantoa.events.TaskAccepted;
import vn.lantoa.events.TaskAmended;
import vn.lantoa.events.TaskAssigned;
import vn.lantoa.events.TaskAssigned.TaskDeadline;
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
import vn.lantoa.kit.messaging.Delivery;

/**
 * Keeps the newest of what each event tells. The ids of events are of UUIDv7, and those of one aggregate are given in the order in
 * which it changed: the greater id is the newer event, in whatever order the two arrive.
 */
@Singleton
class FollowPublished {

    private final PublishedTasks tasks;
    private final PublishedDuties duties;
    private final PublishedReminders reminders;

    FollowPublished(PublishedTasks tasks, PublishedDuties duties, PublishedReminders reminders) {
        this.tasks = tasks;
        this.duties = duties;
        this.reminders = reminders;
    }

    @Transactional(TxType.MANDATORY)
    void task(Delivery<TaskEvent> delivery) {
        var eventId = delivery.eventId();
        switch (delivery.event()) { // a new step of a task does not compile until we decide here
            case TaskAssigned it -> {
                tasks.tell(
                        eventId,
                        new PublishedTasks.Facts(
                                it.taskId(),
                                it.organizationId(),
                                it.planId(),
                                it.planItemId(),
                                it.parentTaskId(),
                                it.parentTaskId() == null || it.deadline() == null
                                        ? null
                                        : it.deadline().date(),
                                it.number(),
                                it.title(),
                                it.mode(),
                                it.leadUnitId(),
                                it.coordinatingUnitIds(),
                                it.receivingOrganizationId(),
                                it.deadline()));
                stands(eventId, it, it.state());
                if (waitsForItsUnit(it.state())) {
                    tasks.isDoneBy(eventId, it.taskId(), it.organizationId(), null);
                }
            }
            case TaskAmended it -> {
                tasks.tell(eventId, amended(it, it.deadline()));
                stands(eventId, it, it.state());
                if (waitsForItsUnit(it.state()) && it.state() != it.previousState()) {
                    tasks.isDoneBy(eventId, it.taskId(), it.organizationId(), null);
                }
            }
            case TaskDelegated it -> {
                stands(eventId, it, it.state());
                tasks.isDoneBy(eventId, it.taskId(), it.organizationId(), it.assigneeId());
            }
            case TaskAccepted it -> stands(eventId, it, it.state());
            case TaskDeclined it -> stands(eventId, it, it.state());
            case TaskProgressed it -> stands(eventId, it, it.state());
            case TaskEvidenceAttached it -> stands(eventId, it, it.state());
            case TaskResultSubmitted it -> stands(eventId, it, it.state());
            case TaskResultAccepted it -> stands(eventId, it, it.state());
            case TaskResultReturned it -> stands(eventId, it, it.state());
            case TaskRequestAcknowledged it -> stands(eventId, it, it.state());
            case TaskRequestAnswered it -> stands(eventId, it, it.state());
            case TaskCancelled it -> stands(eventId, it, it.state());
        }
    }

    private static PublishedTasks.Facts amended(TaskAmended it, @Nullable TaskDeadline deadline) {
        return new PublishedTasks.Facts(
                it.taskId(),
                it.organizationId(),
                it.planId(),
                it.planItemId(),
                it.parentTaskId(),
                it.parentTaskId() == null || deadline == null ? null : deadline.date(),
                it.number(),
                it.title(),
                it.mode(),
                it.leadUnitId(),
                it.coordinatingUnitIds(),
                it.receivingOrganizationId(),
                deadline);
    }

    private void stands(UUID eventId, TaskEvent event, TaskState state) {
        tasks.stands(eventId, event.taskId(), event.organizationId(), state);
    }

    /** Then nobody in it is named yet. */
    private static boolean waitsForItsUnit(TaskState state) {
        return state == TaskState.ASSIGNED || state == TaskState.REQUESTED;
    }

    @Transactional(TxType.MANDATORY)
    void report(Delivery<ReportEvent> delivery) {
        var eventId = delivery.eventId();
        switch (delivery.event()) {
            case ReportDutyScheduled it -> duties.tell(eventId, it);
            case ReportDutyWithdrawn it -> duties.withdraw(eventId, it);
            case ReportSent it -> fulfil(eventId, it.dutyId(), it.organizationId(), true);
            case ReportReturned it -> fulfil(eventId, it.dutyId(), it.organizationId(), false);
            case ReportRoundOpened _, ReportApproved _, ReportAccepted _ -> {}
        }
    }

    private void fulfil(UUID eventId, @Nullable UUID dutyId, UUID organizationId, boolean fulfilled) {
        if (dutyId != null) {
            duties.fulfil(eventId, dutyId, organizationId, fulfilled);
        }
    }

    @Transactional(TxType.MANDATORY)
    void notification(Delivery<NotificationEvent> delivery) {
        switch (delivery.event()) {
            case ReminderPolicyRecorded it -> reminders.tell(it);
            case NoticeHandedOver _ -> {}
        }
    }
}
