package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.plan.intake.DocumentText;
import vn.lantoa.plan.intake.ExtractedPlan;

/** Writes a draft of what was read, together with the text it was read from. */
@ApplicationScoped
class DraftPlan {

    /** @param sourceHash under which the uploaded file lies; {@code bytes} is its size */
    record Command(
            UUID organizationId,
            By by,
            ExtractedPlan read,
            DocumentText text,
            String sourceHash,
            @Nullable String fileName,
            long bytes) {}

    private final IssuingBodies issuingBodies;
    private final Plans plans;
    private final PlanSources sources;

    DraftPlan(IssuingBodies issuingBodies, Plans plans, PlanSources sources) {
        this.issuingBodies = issuingBodies;
        this.plans = plans;
        this.sources = sources;
    }

    @Transactional
    @Audited(subject = "plan", id = "result", entity = Plan.class, organization = "organizationId")
    UUID handle(Command command) {
        var body = issuingBodies.get(command.organizationId());
        var findings = new ArrayList<>(command.read().findings());
        if (plans.knowSource(command.organizationId(), command.sourceHash())) {
            findings.add(new ExtractedPlan.Finding(
                    "imported-before",
                    ExtractedPlan.Severity.WARNING,
                    "Tệp này đã được nhập trước đây. Hãy kiểm tra để tránh giao trùng nhiệm vụ.",
                    null));
        }
        var plan = new Plan(new PlanDrafting(body).draft(command.read(), findings), command.sourceHash(), command.by());
        plans.persist(plan);
        sources.persist(new PlanSource(
                plan.id(),
                command.sourceHash(),
                command.fileName(),
                command.text().format().name(),
                command.bytes(),
                command.text().text()));
        return plan.id();
    }
}
