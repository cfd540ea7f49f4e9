package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.hibernate.exception.ConstraintViolationException;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.messaging.Outbox;

/** Issues a signed plan under its number and date (ban hành), and tells every service what is to be done. */
@ApplicationScoped
class PromulgatePlan {

    private static final String NUMBER_IN_REGISTER = "plan_number_in_register";

    record Command(PlanChange change, Registration registration) {}

    private final Plans plans;
    private final IssuingBodies issuingBodies;
    private final Outbox outbox;
    private final Clock clock;

    PromulgatePlan(Plans plans, IssuingBodies issuingBodies, Outbox outbox, Clock clock) {
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
        var promulgated = plan.promulgate(command.registration(), body, change.personId(), OffsetDateTime.now(clock));
        try {
            plans.flush();
        } catch (PersistenceException e) {
            if (isNumberTaken(e)) {
                throw new Problem.RuleBroken(
                        "plan.number-taken", command.registration().number());
            }
            throw e;
        }
        outbox.publish(promulgated);
    }

    /** The index decides, not a look beforehand: two clerks may give out the same number at once. */
    private static boolean isNumberTaken(PersistenceException e) {
        return e instanceof ConstraintViolationException violation
                && NUMBER_IN_REGISTER.equals(violation.getConstraintName());
    }
}
