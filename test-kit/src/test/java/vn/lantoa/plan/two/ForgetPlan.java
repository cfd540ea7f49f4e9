package vn.lantoa.plan.two;

import java.util.UUID;
import vn.lantoa.kit.audit.Audited;

/** Breaks a rule on purpose: the audit is told to look where nothing is. */
public class ForgetPlan {

    public record Command(UUID organizationId) {}

    @Audited(subject = "plan", id = "planId", organization = "organizationId")
    public void handle(Command command) {
        if (command.organizationId() == null) {
            throw new IllegalArgumentException();
        }
    }
}
