package vn.lantoa.task.assignment;

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

/** The only door for what plan-service tells. */
@ApplicationScoped
class PlanEventsConsumer {

    private final Inbox inbox;
    private final FollowPlanVersion followVersion;
    private final FollowPlanEnd followEnd;

    PlanEventsConsumer(Inbox inbox, FollowPlanVersion followVersion, FollowPlanEnd followEnd) {
        this.inbox = inbox;
        this.followVersion = followVersion;
        this.followEnd = followEnd;
    }

    @Incoming("plans")
    @Blocking // and in order: events of one plan must not overtake each other
    public void on(ConsumerRecord<String, String> record) {
        inbox.once(record, PlanEvent.class, this::react);
    }

    private void react(PlanEvent event) {
        switch (event) { // a new plan event does not compile until we decide here
            case PlanInForce version -> followVersion.handle(FollowPlanVersion.Command.of(version));
            case PlanEnded end -> followEnd.handle(FollowPlanEnd.Command.of(end));
            case PlanStarted _ -> {} // work begins with the tasks, whatever the plan is called then
            case PlanConsulted _,
                    PlanSubmitted _,
                    PlanReturned _,
                    PlanApproved _ -> {} // nothing is given before promulgation
        }
    }
}
