package vn.lantoa.notification.reminder;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.lantoa.events.ReportEvent;
import vn.lantoa.kit.messaging.Inbox;

@ApplicationScoped
class ReportEventsConsumer {

    private final Inbox inbox;
    private final FollowReports followReports;

    ReportEventsConsumer(Inbox inbox, FollowReports followReports) {
        this.inbox = inbox;
        this.followReports = followReports;
    }

    @Incoming("reports")
    @Blocking
    public void on(ConsumerRecord<String, String> record) {
        inbox.once(record, ReportEvent.class, followReports::handle);
    }
}
