package vn.lantoa.notification.reminder;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.lantoa.events.TaskEvent;
import vn.lantoa.kit.messaging.Inbox;

@ApplicationScoped
class TaskEventsConsumer {

    private final Inbox inbox;
    private final FollowTasks followTasks;

    TaskEventsConsumer(Inbox inbox, FollowTasks followTasks) {
        this.inbox = inbox;
        this.followTasks = followTasks;
    }

    @Incoming("tasks")
    @Blocking
    public void on(ConsumerRecord<String, String> record) {
        inbox.once(record, TaskEvent.class, followTasks::handle);
    }
}
