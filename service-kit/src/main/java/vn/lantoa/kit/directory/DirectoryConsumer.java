package vn.lantoa.kit.directory;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.lantoa.events.OrganizationEvent;
import vn.lantoa.kit.messaging.Inbox;

/** Keeps this service's copy of the directory; plan-service, which owns it, does without. */
@ApplicationScoped
@IfBuildProperty(name = "lantoa.directory.copied", stringValue = "true")
class DirectoryConsumer {

    private final Inbox inbox;
    private final DirectoryCopy copy;

    DirectoryConsumer(Inbox inbox, DirectoryCopy copy) {
        this.inbox = inbox;
        this.copy = copy;
    }

    @Incoming("organizations")
    @Blocking
    public void on(ConsumerRecord<String, String> record) {
        inbox.once(record, OrganizationEvent.class, copy::apply);
    }
}
