package vn.lantoa.reporting.work;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.EvidenceChannel;
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
import vn.lantoa.kit.directory.Calendars;

/**
 * Writes what is now true of a task, by its id. Nothing is counted here: counts are made from these rows when a report asks, so
 * that a repeated event cannot count twice. A task may be assigned again, to another unit or with other dates: what is told then
 * replaces what was known.
 */
@Singleton
class RecordTaskFact {

    private final Jdbi db;
    private final Calendars calendars;

    RecordTaskFact(Jdbi db, Calendars calendars) {
        this.db = db;
        this.calendars = calendars;
    }

    /** Runs in the transaction of the event. */
    void handle(TaskEvent event, LocalDate happenedOn) {
        db.useHandle(handle -> {
            switch (event) {
                case TaskAssigned it -> assigned(handle, it, happenedOn);
                case TaskAccepted it -> state(handle, it, it.state(), happenedOn);
                case TaskDeclined it -> state(handle, it, it.state(), happenedOn);
                case TaskDelegated it -> state(handle, it, it.state(), happenedOn);
                case TaskProgressed it -> state(handle, it, it.state(), happenedOn);
                case TaskRequestAcknowledged it -> state(handle, it, it.state(), happenedOn);
                case TaskRequestAnswered it -> answered(handle, it, happenedOn);
                case TaskEvidenceAttached it -> {
                    state(handle, it, it.state(), happenedOn);
                    evidence(
                            handle,
                            new EvidenceFact(
                                    it.evidenceId(),
                                    it.taskId(),
                                    it.organizationId(),
                                    it.channel(),
                                    it.contentHash(),
                                    it.fileName(),
                                    happenedOn));
                }
                case TaskResultSubmitted it -> submitted(handle, it, happenedOn);
                case TaskResultReturned it -> returned(handle, it, happenedOn);
                case TaskResultAccepted it -> accepted(handle, it, happenedOn);
                case TaskAmended it -> amended(handle, it, happenedOn);
                case TaskCancelled it -> state(handle, it, it.state(), happenedOn);
            }
        });
    }

    private record EvidenceFact(
            UUID evidenceId,
            UUID taskId,
            UUID organizationId,
            EvidenceChannel channel,
            String contentHash,
            @Nullable String fileName,
            LocalDate attachedOn) {}

    private void assigned(Handle handle, TaskAssigned it, LocalDate happenedOn) {
        var due = it.deadline();
        if (isGivenAnew(it.state())) {
            forgetProgress(handle, it.taskId());
        }
        handle.createUpdate("""
                        insert into task_fact (task_id, organization_id, plan_id, plan_item_id, parent_task_id, number, title, mode,
                            state, lead_unit_id, schedule_kind, assigned_on, due_on, legal_end)
                        values (:id, :organization, :plan, :item, :parent, :number, :title, :mode, :state, :unit, :schedule,
                            :on, :due, :legal)
                        on conflict (task_id) do update set (plan_id, plan_item_id, parent_task_id, number, title, mode, state,
                            lead_unit_id, schedule_kind, assigned_on, due_on, legal_end)
                          = (excluded.plan_id, excluded.plan_item_id, excluded.parent_task_id, excluded.number, excluded.title,
                            excluded.mode, excluded.state, excluded.lead_unit_id, excluded.schedule_kind,
                            coalesce(task_fact.assigned_on, excluded.assigned_on), excluded.due_on, excluded.legal_end)""")
                .bind("id", it.taskId())
                .bind("organization", it.organizationId())
                .bind("plan", it.planId())
                .bind("item", it.planItemId())
                .bind("parent", it.parentTaskId())
                .bind("number", it.number())
                .bind("title", it.title())
                .bind("mode", it.mode().name())
                .bind("state", it.state().name())
                .bind("unit", it.leadUnitId())
                .bind("schedule", it.schedule().kind().name())
                .bind("on", happenedOn)
                .bind("due", due == null ? null : due.lastDay())
                .bind("legal", due == null ? null : legalEnd(it.organizationId(), due))
                .execute();
    }

    /** Another lead, or another mode, begins anew; else the work stands as it is. */
    private void amended(Handle handle, TaskAmended it, LocalDate happenedOn) {
        var due = it.deadline();
        state(handle, it, it.state(), happenedOn);
        if (isGivenAnew(it.state())) {
            forgetProgress(handle, it.taskId());
        }
        handle.createUpdate("""
                        update task_fact
                        set (plan_id, plan_item_id, parent_task_id, number, title, mode, lead_unit_id, schedule_kind, assigned_on,
                            due_on, legal_end)
                          = (:plan, :item, :parent, :number, :title, :mode, :unit, :schedule, coalesce(assigned_on, :on), :due,
                            :legal)
                        where task_id = :id""")
                .bind("id", it.taskId())
                .bind("plan", it.planId())
                .bind("item", it.planItemId())
                .bind("parent", it.parentTaskId())
                .bind("number", it.number())
                .bind("title", it.title())
                .bind("mode", it.mode().name())
                .bind("unit", it.leadUnitId())
                .bind("schedule", it.schedule().kind().name())
                .bind("on", happenedOn)
                .bind("due", due == null ? null : due.lastDay())
                .bind("legal", due == null ? null : legalEnd(it.organizationId(), due))
                .execute();
    }

    private LocalDate legalEnd(UUID organizationId, TaskAssigned.TaskDeadline due) {
        return due.legalEnd() != null
                ? due.legalEnd()
                : calendars.of(organizationId).sameOrNext(due.lastDay());
    }

    /** A unit that gets the task now has done nothing for it yet; moved dates leave the work as it stands. */
    private static boolean isGivenAnew(TaskState state) {
        return state == TaskState.ASSIGNED || state == TaskState.REQUESTED;
    }

    private static void forgetProgress(Handle handle, UUID taskId) {
        handle.createUpdate("""
                        update task_fact
                        set started_on = null, submitted_on = null, completed_on = null, answered_on = null, summary = null
                        where task_id = :id""").bind("id", taskId).execute();
    }

    /** The first day in a state of work is the day on which it began. */
    private static void state(Handle handle, TaskEvent event, TaskState state, LocalDate happenedOn) {
        boolean begun =
                switch (state) {
                    case IN_PROGRESS, RESULT_SUBMITTED, COMPLETED -> true;
                    case PROPOSED,
                            ASSIGNED,
                            DECLINED,
                            ACCEPTED,
                            SUSPENDED,
                            CANCELLED,
                            REQUESTED,
                            ACKNOWLEDGED,
                            RESPONDED -> false;
                };
        handle.createUpdate("""
                        insert into task_fact (task_id, organization_id, state, started_on)
                        values (:id, :organization, :state, :started)
                        on conflict (task_id) do update set (state, started_on)
                          = (excluded.state, coalesce(task_fact.started_on, excluded.started_on))""")
                .bind("id", event.taskId())
                .bind("organization", event.organizationId())
                .bind("state", state.name())
                .bind("started", begun ? happenedOn : null)
                .execute();
    }

    private static void answered(Handle handle, TaskRequestAnswered it, LocalDate happenedOn) {
        state(handle, it, it.state(), happenedOn);
        handle.createUpdate("update task_fact set answered_on = coalesce(answered_on, :on) where task_id = :id")
                .bind("id", it.taskId())
                .bind("on", happenedOn)
                .execute();
    }

    private static void submitted(Handle handle, TaskResultSubmitted it, LocalDate happenedOn) {
        state(handle, it, it.state(), happenedOn);
        handle.createUpdate("update task_fact set submitted_on = :on, summary = :summary where task_id = :id")
                .bind("id", it.taskId())
                .bind("on", it.submittedOn())
                .bind("summary", it.summary())
                .execute();
    }

    private static void returned(Handle handle, TaskResultReturned it, LocalDate happenedOn) {
        state(handle, it, it.state(), happenedOn);
        handle.createUpdate("update task_fact set submitted_on = null, completed_on = null where task_id = :id")
                .bind("id", it.taskId())
                .execute();
    }

    private static void accepted(Handle handle, TaskResultAccepted it, LocalDate happenedOn) {
        state(handle, it, it.state(), happenedOn);
        handle.createUpdate("""
                        update task_fact
                        set completed_on = :completed, due_on = coalesce(due_on, :due), legal_end = coalesce(legal_end, :due)
                        where task_id = :id""")
                .bind("id", it.taskId())
                .bind("completed", it.completedOn())
                .bind("due", it.dueOn())
                .execute();
        for (var evidence : it.evidence()) {
            evidence(
                    handle,
                    new EvidenceFact(
                            evidence.evidenceId(),
                            it.taskId(),
                            it.organizationId(),
                            evidence.channel(),
                            evidence.contentHash(),
                            null,
                            happenedOn));
        }
    }

    private static void evidence(Handle handle, EvidenceFact it) {
        handle.createUpdate("""
                        insert into evidence_fact (evidence_id, task_id, organization_id, channel, content_hash, file_name,
                            attached_on)
                        values (:id, :task, :organization, :channel, :hash, :file, :on)
                        on conflict do nothing""")
                .bind("id", it.evidenceId())
                .bind("task", it.taskId())
                .bind("organization", it.organizationId())
                .bind("channel", it.channel().name())
                .bind("hash", it.contentHash())
                .bind("file", it.fileName())
                .bind("on", it.attachedOn())
                .execute();
    }
}
