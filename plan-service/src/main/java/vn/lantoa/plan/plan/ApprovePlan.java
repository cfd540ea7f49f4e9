package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import vn.lantoa.events.Role;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.messaging.Outbox;

/** Signs a submitted plan (ký duyệt). */
@ApplicationScoped
class ApprovePlan {

    record Command(PlanChange change, SigningMode signingMode, Grounds grounds) {}

    private final Plans plans;
    private final Directory directory;
    private final Outbox outbox;
    private final Clock clock;

    ApprovePlan(Plans plans, Directory directory, Outbox outbox, Clock clock) {
        this.plans = plans;
        this.directory = directory;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    void handle(Command command) {
        var change = command.change();
        var plan = plans.toChange(change);
        var approved = plan.approve(command.signingMode(), command.grounds(), change.now(clock));
        new SigningAuthority(directory.people(change.organizationId(), Role.LEADER, null))
                .require(command.signingMode(), change.personId());
        outbox.publish(approved);
    }
}
