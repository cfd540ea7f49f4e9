package vn.lantoa.reporting.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.lantoa.events.PlanAmended;
import vn.lantoa.events.PlanApproved;
import vn.lantoa.events.PlanConsulted;
import vn.lantoa.events.PlanEnded;
import vn.lantoa.events.PlanEvent;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.PlanReturned;
import vn.lantoa.events.PlanStarted;
import vn.lantoa.events.PlanSubmitted;
import vn.lantoa.kit.messaging.Inbox;

@ApplicationScoped
class PlanConsumer {

    private final Inbox inbox;
    private final RecordPlan recordPlan;

    PlanConsumer(Inbox inbox, RecordPlan recordPlan) {
        this.inbox = inbox;
        this.recordPlan = recordPlan;
    }

    @Incoming("plans")
    @Blocking
    public void on(ConsumerRecord<String, String> record) {
        inbox.once(record, PlanEvent.class, this::react);
    }

    private void react(PlanEvent event) {
        switch (event) {
            case PlanPromulgated promulgated -> recordPlan.handle(promulgated);
            case PlanAmended _, PlanStarted _, PlanEnded _ -> {}
            case PlanConsulted _, PlanSubmitted _, PlanReturned _, PlanApproved _ -> {} // nothing to measure yet
        }
    }
}
