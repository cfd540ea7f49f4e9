package vn.lantoa.notification.policy;

import jakarta.enterprise.context.ApplicationScoped;
import vn.lantoa.kit.http.CurrentState;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.notification.policy.ReminderPolicyResource.Policy;

/** The ladder in force in the caller's organization. */
@ApplicationScoped
class CurrentReminderPolicy implements CurrentState {

    private final ReminderPolicies policies;
    private final Caller caller;

    CurrentReminderPolicy(ReminderPolicies policies, Caller caller) {
        this.policies = policies;
        this.caller = caller;
    }

    Policy inForce() {
        return policies.find(caller.organizationId())
                .map(it -> new Policy(it.rungs(), it.version()))
                .orElse(new Policy(ReminderPolicies.USUAL, 0));
    }

    EntityTag tag(Policy policy) {
        return EntityTag.ofVersion(caller.organizationId(), policy.version());
    }

    @Override
    public Current current(String id) {
        var now = inForce();
        return new Current(now, tag(now));
    }
}
