package vn.lantoa.events;

import java.util.UUID;

/** The life of a task, told by task-service on topic {@code tasks}; the key is the task. */
public sealed interface TaskEvent extends DomainEvent
        permits TaskAssigned,
                TaskAccepted,
                TaskDeclined,
                TaskDelegated,
                TaskProgressed,
                TaskEvidenceAttached,
                TaskResultSubmitted,
                TaskResultAccepted,
                TaskResultReturned,
                TaskRequestAcknowledged,
                TaskRequestAnswered,
                TaskAmended,
                TaskCancelled {

    UUID taskId();

    @Override
    default UUID aggregateId() {
        return taskId();
    }
}
