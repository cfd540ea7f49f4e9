package vn.lantoa.task.work;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.EvidenceChannel;
import vn.lantoa.events.TaskResultAccepted;

/** What proves a task's result, as its acceptance tells it. */
@Singleton
class EvidenceOfTask {

    private final Jdbi db;

    EvidenceOfTask(Jdbi db) {
        this.db = db;
    }

    List<TaskResultAccepted.Evidence> provingWork(UUID taskId) {
        return db.withHandle(handle -> handle.createQuery(
                        "select id, channel, content_hash from evidence where task_id = :task order by id")
                .bind("task", taskId)
                .map((row, _) -> new TaskResultAccepted.Evidence(
                        row.getObject("id", UUID.class),
                        EvidenceChannel.valueOf(row.getString("channel")),
                        row.getString("content_hash")))
                .list());
    }
}
