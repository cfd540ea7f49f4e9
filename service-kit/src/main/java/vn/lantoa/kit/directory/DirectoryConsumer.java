package vn.lantoa.kit.directory;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.lantoa.events.OrganizationEvent;
import vn.lantoa.kit.messaging.Inbox;

/**
 * Keeps this service's copy of the directory; plan-service, which owns it, does without. What depends on the directory observes
 * the event: it runs in the same transaction, after the copy holds the new state.
 */
@ApplicationScoped
@IfBuildProperty(name = "lantoa.directory.copied", stringValue = "true")
class DirectoryConsumer {

    private final Inbox inbox;
    private final DirectoryCopy copy;
    private final Event<OrganizationEvent> changes;

    DirectoryConsumer(Inbox inbox, DirectoryCopy copy, Event<OrganizationEvent> changes) {
        this.inbox = inbox;
        this.copy = copy;
        this.changes = changes;
    }

    @Incoming("organizations")
    @Blocking
    public void on(ConsumerRecord<String, String> record) {
        inbox.once(record, OrganizationEvent.class, event -> {
            copy.apply(event);
            changes.fire(event);
        });
    }
}
