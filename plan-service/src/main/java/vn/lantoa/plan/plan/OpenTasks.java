package vn.lantoa.plan.plan;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import vn.lantoa.plan.published.PublishedTask;
import vn.lantoa.plan.published.PublishedTasks;

/** Which tasks of a plan are not finished, as far as task-service has told. A result that was handed in is still to be judged. */
@Singleton
class OpenTasks {

    private final PublishedTasks published;

    OpenTasks(PublishedTasks published) {
        this.published = published;
    }

    List<OpenTask> of(UUID organizationId, UUID planId) {
        return published.of(organizationId, planId).stream()
                .filter(PublishedTask::isOpen)
                .map(task -> new OpenTask(task.taskId(), task.itemId()))
                .toList();
    }
}
