package vn.lantoa.notification.reminder;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.lantoa.events.PlanEvent;
import vn.lantoa.kit.messaging.Inbox;

@ApplicationScoped
class PlanEventsConsumer {

    private final Inbox inbox;
    private final FollowPlans followPlans;

    PlanEventsConsumer(Inbox inbox, FollowPlans followPlans) {
        this.inbox = inbox;
        this.followPlans = followPlans;
    }

    @Incoming("plans")
    @Blocking
    public void on(ConsumerRecord<String, String> record) {
        inbox.once(record, PlanEvent.class, followPlans::handle);
    }
}
