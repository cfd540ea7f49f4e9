package vn.lantoa.task.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;

/**
 * A task as the caller sees it, with its tag. The tag begins with the version, which is what a change is checked against, and
 * goes on with a hash of what is shown: names, allowed actions and lateness differ by reader and day under one version.
 */
@ApplicationScoped
public class TaskViews {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})(?:-[0-9a-f]+)?\"");
    private static final int HASH_BYTES = 8;

    /** @param tag without its quotation marks */
    record Tagged(TaskView view, String tag) {}

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
        return new Tagged(view, view.summary().version() + "-" + hash(view));
    }

    public Actor actor() {
        return Actor.of(caller);
    }

    /**
     * The version that the caller made the request for.
     *
     * @param ifMatch a tag as it was given out; null or {@code *} when any version will do
     * @throws Problem.Stale when it is no tag of a task
     */
    public static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new Problem.Stale("resource.changed-meanwhile");
        }
        return Long.valueOf(tag.group(1));
    }

    private String hash(TaskView view) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(view));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("A task cannot be written", e);
        }
    }
}
