package vn.lantoa.task.assignment;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.jboss.logging.Logger;

/**
 * Looks at recurring tasks once a day each and lets the days that came near be given. Rows are claimed one by one, so that
 * several instances may sweep at once, and one that fails does not hold up the others.
 */
@ApplicationScoped
class OccurrenceSweep {

    private static final Logger LOG = Logger.getLogger(OccurrenceSweep.class);
    private static final int AT_MOST = 500;

    private final Recurrences recurrences;
    private final CreateOccurrences createOccurrences;
    private final Clock clock;

    OccurrenceSweep(Recurrences recurrences, CreateOccurrences createOccurrences, Clock clock) {
        this.recurrences = recurrences;
        this.createOccurrences = createOccurrences;
        this.clock = clock;
    }

    /** What is left over is taken up by the next run. */
    @Scheduled(every = "{lantoa.task.occurrence-sweep.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        for (var taskId : recurrences.due(LocalDate.now(clock), AT_MOST)) {
            try {
                createOccurrences.handle(new CreateOccurrences.Command(taskId));
            } catch (RuntimeException e) {
                LOG.errorf(e, "The occurrences of task %s wait for the next run", taskId);
            }
        }
    }
}
