package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.messaging.Outbox;
import vn.lantoa.plan.edition.Editions;
import vn.lantoa.plan.register.TakeNumber;

/** Issues a signed plan under its number and date (ban hành), sends it to whom it names, and tells every service what is to be done. */
@ApplicationScoped
class PromulgatePlan {

    record Command(PlanChange change, Registration registration) {}

    private final Plans plans;
    private final IssuingBodies issuingBodies;
    private final TakeNumber takeNumber;
    private final SendPlan sendPlan;
    private final Editions editions;
    private final Outbox outbox;
    private final Clock clock;

    PromulgatePlan(
            Plans plans,
            IssuingBodies issuingBodies,
            TakeNumber takeNumber,
            SendPlan sendPlan,
            Editions editions,
            Outbox outbox,
            Clock clock) {
        this.plans = plans;
        this.issuingBodies = issuingBodies;
        this.takeNumber = takeNumber;
        this.sendPlan = sendPlan;
        this.editions = editions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    void handle(Command command) {
        var change = command.change();
        var plan = plans.toChange(change);
        var body = issuingBodies.get(change.organizationId());
        var now = OffsetDateTime.now(clock);
        // before the register is locked: who cannot be issued holds nobody up
        plan.requirePromulgable(command.registration(), body, now);
        var registration = numbered(plan, command);
        var promulgated = plan.promulgate(registration, body, change.personId(), now);
        editions.keep(promulgated, now);
        outbox.publish(promulgated);
        sendPlan.handle(new SendPlan.Command(plan, body, now));
    }

    private Registration numbered(Plan plan, Command command) {
        var wanted = command.registration();
        if (wanted.withoutNumber()) {
            return wanted;
        }
        var taken = takeNumber.handle(TakeNumber.Command.ofPlan(
                plan.organizationId(),
                plan.id(),
                plan.documentType(),
                wanted.number(),
                wanted.symbol() != null
                        ? wanted.symbol()
                        : plan.reading().document().symbol(),
                wanted.promulgatedOn(),
                plan.statedSubject(),
                false,
                command.change().personId()));
        return wanted.numbered(taken);
    }
}
