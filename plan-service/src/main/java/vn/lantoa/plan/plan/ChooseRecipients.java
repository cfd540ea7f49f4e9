package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.distribution.OrganizationNames;
import vn.lantoa.plan.distribution.RecipientChoices;

/** Says whom lines of "Nơi nhận" mean, or that they mean nobody of the directory, before the plan is issued. */
@ApplicationScoped
class ChooseRecipients {

    /** @param byLine from 1; of a line that is left out the directory decides */
    record Command(PlanChange change, Map<Integer, RecipientChoices.Choice> byLine) {}

    private final Plans plans;
    private final IssuingBodies issuingBodies;
    private final RecipientChoices choices;
    private final OrganizationNames organizations;
    private final PlanRecipients recipients;
    private final Clock clock;

    ChooseRecipients(
            Plans plans,
            IssuingBodies issuingBodies,
            RecipientChoices choices,
            OrganizationNames organizations,
            PlanRecipients recipients,
            Clock clock) {
        this.plans = plans;
        this.issuingBodies = issuingBodies;
        this.choices = choices;
        this.organizations = organizations;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** @throws Problem.Invalid when a unit is none of the issuer's, or an organization does not exist today */
    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    void handle(Command command) {
        var change = command.change();
        var plan = plans.toChange(change);
        var body = issuingBodies.get(change.organizationId());
        var now = OffsetDateTime.now(clock);
        plan.chooseRecipients(command.byLine().keySet(), change.personId(), now);
        var choice = command.byLine().values();
        choice.forEach(it -> it.unitIds().forEach(body::unit));
        var wanted =
                choice.stream().flatMap(it -> it.organizationIds().stream()).collect(Collectors.toSet());
        var known = organizations.of(wanted).keySet();
        wanted.stream().filter(it -> !known.contains(it)).findFirst().ifPresent(it -> {
            throw new Problem.Invalid("plan.recipient-unknown", it);
        });
        choices.replace(change.organizationId(), change.planId(), command.byLine(), change.personId(), now);
        recipients.lines(plan, body); // which refuses too many
    }
}
