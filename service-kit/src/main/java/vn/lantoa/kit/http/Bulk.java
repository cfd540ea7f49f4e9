package vn.lantoa.kit.http;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Many changes in one request, each with an answer of its own (207), or all of them or none. */
@Singleton
public class Bulk {

    /** The most that one request may ask for. */
    public static final int MOST = 500;

    private static final Logger LOG = Logger.getLogger(Bulk.class);
    private static final int MULTI_STATUS = 207;
    private static final int FAILED_DEPENDENCY = 424;

    private final ProblemResponses problems;

    Bulk(ProblemResponses problems) {
        this.problems = problems;
    }

    /** What became of a thing: {@code tag} goes into the next change of it. */
    public record Done(UUID id, EntityTag tag) {}

    /**
     * @param index which item of the request, from 0
     * @param status as if the item had been asked for alone; 424 when it was undone because of another
     * @param etag of the thing as it stands afterwards
     */
    public record Outcome(
            int index,
            @Nullable UUID id,
            int status,
            @Nullable String etag,
            @Nullable ProblemBody problem) {}

    @Schema(name = "BulkAnswer")
    public record Answer(List<Outcome> items) {}

    /**
     * @param items at most {@link #MOST}; the request record says so with {@code @Size}
     * @param atomic all or nothing: the first refusal undoes what was done
     * @param change of one item, called in a transaction
     */
    public <T> Response run(List<T> items, boolean atomic, HttpHeaders headers, Function<T, Done> change) {
        var outcomes = atomic ? allOrNothing(items, headers, change) : oneByOne(items, headers, change);
        return Response.status(MULTI_STATUS).entity(new Answer(outcomes)).build();
    }

    private <T> List<Outcome> oneByOne(List<T> items, HttpHeaders headers, Function<T, Done> change) {
        var outcomes = new ArrayList<Outcome>();
        for (var item : items) {
            try {
                var done = QuarkusTransaction.requiringNew().call(() -> change.apply(item));
                outcomes.add(done(outcomes.size(), done));
            } catch (RuntimeException refusal) {
                outcomes.add(refused(outcomes.size(), refusal, headers));
            }
        }
        return outcomes;
    }

    private <T> List<Outcome> allOrNothing(List<T> items, HttpHeaders headers, Function<T, Done> change) {
        var outcomes = new ArrayList<Outcome>();
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> items.forEach(item -> outcomes.add(done(outcomes.size(), change.apply(item)))));
            return outcomes;
        } catch (RuntimeException refusal) {
            int culprit = outcomes.size();
            if (culprit == items.size()) {
                throw refusal; // all were done and the transaction as a whole failed
            }
            var undone = new ArrayList<Outcome>();
            for (int index = 0; index < items.size(); index++) {
                undone.add(
                        index == culprit
                                ? refused(index, refusal, headers)
                                : new Outcome(
                                        index,
                                        null,
                                        FAILED_DEPENDENCY,
                                        null,
                                        problems.body(FAILED_DEPENDENCY, "bulk.undone", headers)));
            }
            return undone;
        }
    }

    private static Outcome done(int index, Done done) {
        return new Outcome(index, done.id(), 200, done.tag().quoted(), null);
    }

    private Outcome refused(int index, RuntimeException refusal, HttpHeaders headers) {
        var problem = problem(refusal, headers);
        return new Outcome(index, null, problem.status(), null, problem);
    }

    private ProblemBody problem(Throwable refusal, HttpHeaders headers) {
        for (var cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problems.body(problem, headers);
            }
            if (cause instanceof jakarta.persistence.OptimisticLockException) {
                return problems.body(412, "resource.changed-meanwhile", headers);
            }
        }
        LOG.error("An item of a bulk request failed unexpectedly", FailureForLog.of(refusal));
        return problems.body(500, "service.failed", headers);
    }
}
