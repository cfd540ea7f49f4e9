package vn.lantoa.reporting.work;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.lantoa.events.TaskEvent;
import vn.lantoa.kit.messaging.Delivery;
import vn.lantoa.kit.messaging.EventCodec;
import vn.lantoa.kit.messaging.Inbox;

@ApplicationScoped
class TaskConsumer {

    private final Inbox inbox;
    private final RecordTaskFact recordTaskFact;
    private final Clock clock;

    TaskConsumer(Inbox inbox, RecordTaskFact recordTaskFact, Clock clock) {
        this.inbox = inbox;
        this.recordTaskFact = recordTaskFact;
        this.clock = clock;
    }

    @Incoming("tasks")
    @Blocking
    public void on(ConsumerRecord<String, String> record) {
        var happenedOn = happenedOn(record);
        inbox.once(record, TaskEvent.class, event -> recordTaskFact.handle(event, happenedOn));
    }

    /** The day in the envelope: a message that waited, or is delivered again, keeps the day on which it happened. */
    private LocalDate happenedOn(ConsumerRecord<String, String> record) {
        return EventCodec.decode(record.value(), TaskEvent.class)
                .map(Delivery::time)
                .map(time -> time.atZoneSameInstant(clock.getZone()).toLocalDate())
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }
}
