package vn.lantoa.task.assignment;

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

/** The only door for what plan-service tells. */
@ApplicationScoped
class PlanEventsConsumer {

    private final Inbox inbox;
    private final CreateTasks createTasks;

    PlanEventsConsumer(Inbox inbox, CreateTasks createTasks) {
        this.inbox = inbox;
        this.createTasks = createTasks;
    }

    @Incoming("plans")
    @Blocking // and in order: events of one plan must not overtake each other
    public void on(ConsumerRecord<String, String> record) {
        inbox.once(record, PlanEvent.class, this::react);
    }

    private void react(PlanEvent event) {
        switch (event) { // a new plan event does not compile until we decide here
            case PlanPromulgated promulgated -> createTasks.handle(new CreateTasks.Command(promulgated));
            case PlanAmended _, PlanStarted _, PlanEnded _ -> {}
            case PlanConsulted _,
                    PlanSubmitted _,
                    PlanReturned _,
                    PlanApproved _ -> {} // nothing is given before promulgation
        }
    }
}
