package vn.lantoa.reporting.work;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.EvidenceChannel;
import vn.lantoa.events.TaskAccepted;
import vn.lantoa.events.TaskAssigned;
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

/**
 * Writes what is now true of a task, by its id. Nothing is counted here: counts are made from these rows when a report asks, so
 * that a repeated event cannot count twice.
 */
@Singleton
class RecordTaskFact {

    private final Jdbi db;

    RecordTaskFact(Jdbi db) {
        this.db = db;
    }

    /** Runs in the transaction of the event. */
    void handle(TaskEvent event, LocalDate happenedOn) {
        db.useHandle(handle -> {
            switch (event) {
                case TaskAssigned it -> assigned(handle, it, happenedOn);
                case TaskAccepted it -> state(handle, it, it.state());
                case TaskDeclined it -> state(handle, it, it.state());
                case TaskDelegated it -> state(handle, it, it.state());
                case TaskProgressed it -> state(handle, it, it.state());
                case TaskRequestAcknowledged it -> state(handle, it, it.state());
                case TaskRequestAnswered it -> state(handle, it, it.state());
                case TaskEvidenceAttached it -> {
                    state(handle, it, it.state());
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
                case TaskResultSubmitted it -> submitted(handle, it);
                case TaskResultReturned it -> returned(handle, it);
                case TaskResultAccepted it -> accepted(handle, it, happenedOn);
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

    private static void assigned(Handle handle, TaskAssigned it, LocalDate happenedOn) {
        var due = it.deadline();
        handle.createUpdate("""
                        insert into task_fact (task_id, organization_id, plan_id, plan_item_id, parent_task_id, number, title, mode,
                            state, lead_unit_id, schedule_kind, assigned_on, due_on)
                        values (:id, :organization, :plan, :item, :parent, :number, :title, :mode, :state, :unit, :schedule,
                            :on, :due)
                        on conflict (task_id) do update set (plan_id, plan_item_id, parent_task_id, number, title, mode, state,
                            lead_unit_id, schedule_kind, assigned_on, due_on)
                          = (excluded.plan_id, excluded.plan_item_id, excluded.parent_task_id, excluded.number, excluded.title,
                            excluded.mode, excluded.state, excluded.lead_unit_id, excluded.schedule_kind,
                            coalesce(task_fact.assigned_on, excluded.assigned_on), excluded.due_on)""")
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
                .execute();
    }

    private static void state(Handle handle, TaskEvent event, TaskState state) {
        handle.createUpdate("""
                        insert into task_fact (task_id, organization_id, state) values (:id, :organization, :state)
                        on conflict (task_id) do update set state = excluded.state""")
                .bind("id", event.taskId())
                .bind("organization", event.organizationId())
                .bind("state", state.name())
                .execute();
    }

    private static void submitted(Handle handle, TaskResultSubmitted it) {
        state(handle, it, it.state());
        handle.createUpdate("update task_fact set submitted_on = :on, summary = :summary where task_id = :id")
                .bind("id", it.taskId())
                .bind("on", it.submittedOn())
                .bind("summary", it.summary())
                .execute();
    }

    private static void returned(Handle handle, TaskResultReturned it) {
        state(handle, it, it.state());
        handle.createUpdate("update task_fact set submitted_on = null, completed_on = null where task_id = :id")
                .bind("id", it.taskId())
                .execute();
    }

    private static void accepted(Handle handle, TaskResultAccepted it, LocalDate happenedOn) {
        state(handle, it, it.state());
        handle.createUpdate("""
                        update task_fact set completed_on = :completed, due_on = coalesce(:due, due_on) where task_id = :id""")
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
