package vn.lantoa.plan.plan;

import java.util.UUID;

/** An issued plan that can be amended, with what is known of its issuer. */
public record Amendable(Plan plan, IssuingBody body) {

    public UUID id() {
        return plan.id();
    }

    public UUID organizationId() {
        return plan.organizationId();
    }

    /** The version in force. */
    public int edition() {
        return plan.edition();
    }
}
