package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;

/** Takes a person's answer to an open question of a draft. */
@ApplicationScoped
class AnswerQuestion {

    record Command(PlanChange change, UUID questionId, Answer answer) {}

    private final Plans plans;
    private final IssuingBodies issuingBodies;
    private final Clock clock;

    AnswerQuestion(Plans plans, IssuingBodies issuingBodies, Clock clock) {
        this.plans = plans;
        this.issuingBodies = issuingBodies;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    void handle(Command command) {
        var change = command.change();
        var plan = plans.toChange(change);
        var body = issuingBodies.get(change.organizationId());
        plan.answer(command.questionId(), command.answer(), body, change.now(clock));
    }
}
