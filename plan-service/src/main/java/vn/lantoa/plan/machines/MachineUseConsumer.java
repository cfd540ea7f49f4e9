package vn.lantoa.plan.machines;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.lantoa.events.MachineUsed;
import vn.lantoa.kit.messaging.Inbox;

/** Hears from every service, this one too, when a program was seen. */
@ApplicationScoped
class MachineUseConsumer {

    private final Inbox inbox;
    private final KeyUses uses;

    MachineUseConsumer(Inbox inbox, KeyUses uses) {
        this.inbox = inbox;
        this.uses = uses;
    }

    @Incoming("organizations")
    @Blocking
    public void on(ConsumerRecord<String, String> record) {
        inbox.once(record, MachineUsed.class, uses::note);
    }
}
