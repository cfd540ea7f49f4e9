package vn.lantoa.task.work;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** What the addresses below a task share: they answer with the task as the caller sees it. */
abstract class TaskAnswerResource {

    static final int LONGEST_TEXT = 4_000;

    private final TaskViews views;

    TaskAnswerResource(TaskViews views) {
        this.views = views;
    }

    Response task(UUID id) {
        var seen = views.view(id);
        return Response.ok(seen.view())
                .header(HttpHeaders.ETAG, seen.tag().quoted())
                .build();
    }

    Actor actor() {
        return views.actor();
    }
}
