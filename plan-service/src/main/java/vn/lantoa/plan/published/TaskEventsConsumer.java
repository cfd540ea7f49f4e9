package vn.lantoa.plan.published;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.lantoa.events.TaskEvent;
import vn.lantoa.kit.messaging.Inbox;

@ApplicationScoped
class TaskEventsConsumer {

    private final Inbox inbox;
    private final FollowPublished followPublished;

    TaskEventsConsumer(Inbox inbox, FollowPublished followPublished) {
        this.inbox = inbox;
        this.followPublished = followPublished;
    }

    @Incoming("tasks")
    @Blocking
    public void on(ConsumerRecord<String, String> record) {
        inbox.onceWithId(record, TaskEvent.class, followPublished::task);
    }
}
