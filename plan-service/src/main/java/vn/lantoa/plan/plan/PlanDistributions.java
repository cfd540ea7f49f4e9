package vn.lantoa.plan.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.lantoa.kit.http.CurrentState;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.plan.distribution.DistributionView;
import vn.lantoa.plan.distribution.SentDocuments;

/** To whom a plan went, or would go; its tag is one of the plan, whose version every choice moves on. */
@ApplicationScoped
class PlanDistributions implements CurrentState {

    private final Plans plans;
    private final IssuingBodies issuingBodies;
    private final PlanRecipients recipients;
    private final SentDocuments sent;
    private final Caller caller;
    private final ObjectMapper json;

    PlanDistributions(
            Plans plans,
            IssuingBodies issuingBodies,
            PlanRecipients recipients,
            SentDocuments sent,
            Caller caller,
            ObjectMapper json) {
        this.plans = plans;
        this.issuingBodies = issuingBodies;
        this.recipients = recipients;
        this.sent = sent;
        this.caller = caller;
        this.json = json;
    }

    @Override
    public Current current(String id) {
        var organizationId = caller.memberships().getFirst().organizationId();
        var plan = plans.get(organizationId, UUID.fromString(id));
        var view = sent.of(organizationId, plan.id())
                .orElseGet(() -> DistributionView.proposed(
                        plan.id(), recipients.lines(plan, issuingBodies.get(organizationId))));
        try {
            return new Current(
                    view, EntityTag.ofVersion(plan.id(), plan.version()).shownAs(json.writeValueAsBytes(view)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A distribution list cannot be written", e);
        }
    }
}
