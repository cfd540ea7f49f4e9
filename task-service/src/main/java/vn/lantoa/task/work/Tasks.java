package vn.lantoa.task.work;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;

/** The tasks, as far as the caller's organization is concerned by them. */
@ApplicationScoped
public class Tasks implements PanacheRepositoryBase<Task, UUID> {

    private final CoordinatingDuties duties;

    Tasks(CoordinatingDuties duties) {
        this.duties = duties;
    }

    /** @throws Problem.NotFound when there is none, or it does not concern the actor's organization */
    Task visible(UUID id, Actor actor) {
        return concerning(findById(id), actor);
    }

    /**
     * Locked until the transaction ends: of two who act at once, the second sees what the first did.
     *
     * @param expectedVersion the version that the actor saw; null when they did not say
     * @throws Problem.NotFound when there is none, or it does not concern the actor's organization
     * @throws Problem.Stale when it was changed since
     */
    public Task forChange(UUID id, Actor actor, @Nullable Long expectedVersion) {
        var task = concerning(findById(id, LockModeType.PESSIMISTIC_WRITE), actor);
        if (expectedVersion != null && expectedVersion != task.version()) {
            throw new Problem.Stale("resource.changed-meanwhile").with("version", task.version());
        }
        return task;
    }

    /**
     * Before a large upload is stored.
     *
     * @throws Problem.NotFound when the task does not concern the actor's organization
     * @throws Problem.NotAllowed when the actor has no part in doing it
     */
    public void requireDoer(UUID id, Actor actor) {
        visible(id, actor).requireRight(TaskAction.ATTACH_EVIDENCE, actor, duties.partiesOf(id));
    }

    /** In one statement, whomever they concern: for what a plan does to its tasks. */
    public Map<UUID, Task> byId(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : list("id in ?1", ids).stream().collect(Collectors.toMap(Task::id, Function.identity()));
    }

    private Task concerning(@Nullable Task task, Actor actor) {
        if (task == null
                || (!task.rights().concern(actor) && !duties.isReceivedBy(task.id(), actor.organizationId()))) {
            throw new Problem.NotFound("task.not-found");
        }
        return task;
    }
}
