package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.OffsetDateTime;
import java.util.Objects;
import vn.lantoa.plan.distribution.Distribute;

/** Sends a plan that has just been issued to those whom its "Nơi nhận" means. */
@ApplicationScoped
class SendPlan {

    record Command(Plan plan, IssuingBody body, OffsetDateTime at) {}

    private final PlanRecipients recipients;
    private final Distribute distribute;

    SendPlan(PlanRecipients recipients, Distribute distribute) {
        this.recipients = recipients;
        this.distribute = distribute;
    }

    @Transactional(TxType.MANDATORY)
    void handle(Command command) {
        var plan = command.plan();
        distribute.handle(new Distribute.Command(
                plan.organizationId(),
                plan.id(),
                command.body().organization().name(),
                plan.documentType(),
                Registration.printed(plan.registeredNumber()),
                plan.registeredSymbol(),
                Objects.requireNonNull(plan.promulgatedOn()),
                plan.statedSubject(),
                recipients.lines(plan, command.body()),
                command.at()));
    }
}
