package vn.lantoa.reporting.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.lantoa.events.PlanApproved;
import vn.lantoa.events.PlanConsulted;
import vn.lantoa.events.PlanEnded;
import vn.lantoa.events.PlanEvent;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanReturned;
import vn.lantoa.events.PlanStarted;
import vn.lantoa.events.PlanSubmitted;
import vn.lantoa.kit.messaging.Inbox;

@ApplicationScoped
class PlanConsumer {

    private final Inbox inbox;
    private final RecordPlan recordPlan;
    private final RecordPlanEnd recordPlanEnd;

    PlanConsumer(Inbox inbox, RecordPlan recordPlan, RecordPlanEnd recordPlanEnd) {
        this.inbox = inbox;
        this.recordPlan = recordPlan;
        this.recordPlanEnd = recordPlanEnd;
    }

    @Incoming("plans")
    @Blocking
    public void on(ConsumerRecord<String, String> record) {
        inbox.once(record, PlanEvent.class, this::react);
    }

    private void react(PlanEvent event) {
        switch (event) {
            case PlanInForce version -> recordPlan.handle(version);
            case PlanEnded end -> recordPlanEnd.handle(end);
            case PlanStarted _ -> {} // its duties have their days whether somebody says so or not
            case PlanConsulted _, PlanSubmitted _, PlanReturned _, PlanApproved _ -> {} // nothing to measure yet
        }
    }
}
