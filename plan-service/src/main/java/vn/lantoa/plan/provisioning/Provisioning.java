package vn.lantoa.plan.provisioning;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What the identity provider has to be told. Not a queue of steps but a note that something changed: whoever works it off looks at
 * what holds by then, so that any number of changes is one piece of work, and no order between them can be lost.
 */
@Singleton
public class Provisioning {

    /** How far the identity provider follows. */
    public enum Progress {
        /** It is equal to the directory. */
        READY,
        /** It will be in a moment. */
        WAITING,
        /** It was tried and is tried again. */
        RETRYING
    }

    /**
     * @param attempts failures in a row
     * @param nextAttemptAt when it is tried again; null unless it is retried
     * @param problem a code; null unless it is retried
     */
    @Schema(name = "Provisioning")
    public record State(
            Progress progress,
            int attempts,
            @Nullable OffsetDateTime nextAttemptAt,
            @Nullable String problem) {

        /** Nothing was ever to be told. */
        static final State UNTOUCHED = new State(Progress.READY, 0, null, null);
    }

    private final Jdbi db;
    private final Clock clock;

    Provisioning(Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Notes in the caller's transaction that the thing changed.
     *
     * @param organizationId whose administrators answer for it
     */
    @Transactional(TxType.MANDATORY)
    public void request(Kind kind, UUID id, UUID organizationId) {
        // the row may be one that another organization began, and that the caller cannot see
        db.useHandle(handle -> handle.createQuery("select request_provisioning(:kind, :id, :organization, :now)")
                .bind("kind", kind.name())
                .bind("id", id)
                .bind("organization", organizationId)
                .bind("now", OffsetDateTime.now(clock))
                .map((_, _) -> true)
                .list());
    }

    public State state(Kind kind, UUID id) {
        return Optional.ofNullable(states(kind, List.of(id)).get(id)).orElse(State.UNTOUCHED);
    }

    /** Of many at once; those of which nothing was ever to be told are left out. */
    public Map<UUID, State> states(Kind kind, Collection<UUID> ids) {
        var found = new HashMap<UUID, State>();
        db.useHandle(handle -> handle.createQuery("""
                        select thing_id, wanted, done, attempts, next_attempt_at, last_problem from provisioning
                        where kind = :kind and thing_id = any (:ids)""")
                .bind("kind", kind.name())
                .bind("ids", ids.toArray(UUID[]::new))
                .map((row, _) -> {
                    var problem = row.getString("last_problem");
                    boolean ready = row.getLong("done") >= row.getLong("wanted");
                    found.put(
                            row.getObject("thing_id", UUID.class),
                            ready
                                    ? State.UNTOUCHED
                                    : new State(
                                            problem == null ? Progress.WAITING : Progress.RETRYING,
                                            row.getInt("attempts"),
                                            problem == null
                                                    ? null
                                                    : row.getObject("next_attempt_at", OffsetDateTime.class),
                                            problem));
                    return true;
                })
                .list());
        return found;
    }
}
