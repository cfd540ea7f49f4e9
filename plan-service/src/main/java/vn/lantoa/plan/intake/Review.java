package vn.lantoa.plan.intake;

import java.util.List;

/** Adds what the reading could not settle (open questions) and what is odd about the document itself (findings). */
final class Review {
    private Review() {}

    static ExtractedPlan complete(
            ExtractedPlan plan,
            DocumentText document,
            Section body,
            List<Paragraph> paragraphs,
            List<Citations.Mention> mentions) {
        return new ExtractedPlan(
                plan.document(),
                plan.subject(),
                plan.legalBases(),
                plan.mentioned(),
                plan.addressees(),
                plan.purposes(),
                plan.requirements(),
                plan.qualitativeGoals(),
                plan.indicators(),
                plan.contentItems(),
                plan.channels(),
                plan.tasks(),
                plan.solutions(),
                plan.unitDuties(),
                plan.period(),
                plan.reportObligations(),
                plan.budgetSources(),
                plan.recipients(),
                plan.signer(),
                plan.digitalSignatures(),
                Questions.of(plan),
                new Lint(plan, document).findings(body, paragraphs, mentions));
    }
}
