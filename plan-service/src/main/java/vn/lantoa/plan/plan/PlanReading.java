package vn.lantoa.plan.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.plan.intake.ExtractedPlan;
import vn.lantoa.plan.intake.Phrase;

/** What was read of the document and is shown as it stands; what people complete lies in the items of the plan. */
record PlanReading(
        ExtractedPlan.Head document,
        @Nullable Phrase subject,
        List<ExtractedPlan.LegalBasis> legalBases,
        List<ExtractedPlan.Citation> mentioned,
        List<Phrase> addressees,
        List<Phrase> purposes,
        List<Phrase> requirements,
        List<ExtractedPlan.QualitativeGoal> qualitativeGoals,
        List<ExtractedPlan.ContentItem> contentItems,
        List<ExtractedPlan.Channel> channels,
        List<ExtractedPlan.Solution> solutions,
        ExtractedPlan.@Nullable Period period,
        List<Phrase> budgetSources,
        List<ExtractedPlan.Recipient> recipients,
        ExtractedPlan.@Nullable Signer signer,
        List<ExtractedPlan.DigitalSignature> digitalSignatures,
        List<ExtractedPlan.Finding> findings) {

    static PlanReading of(ExtractedPlan read, List<ExtractedPlan.Finding> findings) {
        return new PlanReading(
                read.document(),
                read.subject(),
                read.legalBases(),
                read.mentioned(),
                read.addressees(),
                read.purposes(),
                read.requirements(),
                read.qualitativeGoals(),
                read.contentItems(),
                read.channels(),
                read.solutions(),
                read.period(),
                read.budgetSources(),
                read.recipients(),
                read.signer(),
                read.digitalSignatures(),
                findings);
    }
}
