package vn.lantoa.task.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lantoa.kit.http.CurrentState;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;

/** A task as the caller sees it, with its tag: names, allowed actions and lateness differ by reader and day under one version. */
@ApplicationScoped
public class TaskViews implements CurrentState {

    record Tagged(TaskView view, EntityTag tag) {}

    private final Tasks tasks;
    private final TaskDetails details;
    private final ObjectMapper json;
    private final Caller caller;

    TaskViews(Tasks tasks, TaskDetails details, ObjectMapper json, Caller caller) {
        this.tasks = tasks;
        this.details = details;
        this.json = json;
        this.caller = caller;
    }

    /** @throws Problem.NotFound when it does not concern the caller's organization */
    Tagged view(UUID taskId) {
        var actor = actor();
        var view = details.of(tasks.visible(taskId, actor), actor);
        return new Tagged(
                view, EntityTag.ofVersion(taskId, view.summary().version()).shownAs(bytes(view)));
    }

    public Actor actor() {
        return Actor.of(caller);
    }

    @Override
    public Current current(String id) {
        var now = view(UUID.fromString(id));
        return new Current(now.view(), now.tag());
    }

    private byte[] bytes(TaskView view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A task cannot be written", e);
        }
    }
}
