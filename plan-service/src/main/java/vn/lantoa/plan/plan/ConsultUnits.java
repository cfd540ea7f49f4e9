package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.messaging.Outbox;

/** Asks units what they think of a draft (lấy ý kiến). */
@ApplicationScoped
class ConsultUnits {

    record Command(PlanChange change, List<UUID> unitIds, LocalDate answerUntil, Grounds grounds) {}

    private final Plans plans;
    private final IssuingBodies issuingBodies;
    private final Outbox outbox;
    private final Clock clock;

    ConsultUnits(Plans plans, IssuingBodies issuingBodies, Outbox outbox, Clock clock) {
        this.plans = plans;
        this.issuingBodies = issuingBodies;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    void handle(Command command) {
        var change = command.change();
        var plan = plans.toChange(change);
        var body = issuingBodies.get(change.organizationId());
        var asked = Consultation.of(command.unitIds(), command.answerUntil(), body, LocalDate.now(clock));
        outbox.publish(plan.consult(asked, command.grounds(), change.now(clock)));
    }
}
