package vn.lantoa.plan.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.PlanState;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.plan.intake.ExtractedPlan;
import vn.lantoa.plan.intake.Phrase;
import vn.lantoa.plan.intake.Source;

/**
 * A plan as it is shown. Names of units are those of the document, ids those of the directory; an id that is missing has not
 * been found yet.
 *
 * @param allowedActions what the caller could do now
 * @param copiedFrom the plan of which this one was made as a copy
 * @param number as it stands in the register; null until the plan is promulgated, or when it was entered without one
 */
@Schema(name = "Plan")
public record PlanView(
        UUID id,
        UUID organizationId,
        long version,
        int edition,
        PlanState state,
        List<String> allowedActions,
        @Nullable String number,
        @Nullable String symbol,
        @Nullable LocalDate promulgatedOn,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String signingMode,
        @Nullable UUID submittedBy,
        @Nullable UUID approvedBy,
        @Nullable UUID promulgatedBy,
        @Nullable UUID copiedFrom,
        UUID draftedBy,
        OffsetDateTime draftedAt,
        OffsetDateTime changedAt,
        HeadView document,
        @Nullable String subject,
        List<LegalBasisView> legalBases,
        List<ExtractedPlan.Citation> mentioned,
        List<Phrase> addressees,
        List<Phrase> purposes,
        List<Phrase> requirements,
        List<ExtractedPlan.QualitativeGoal> qualitativeGoals,
        List<IndicatorView> indicators,
        List<ExtractedPlan.ContentItem> contentItems,
        List<ExtractedPlan.Channel> channels,
        List<TaskView> tasks,
        List<ExtractedPlan.Solution> solutions,
        List<UnitDutyView> unitDuties,
        @Nullable PeriodView period,
        List<ObligationView> reportObligations,
        List<Phrase> budgetSources,
        List<ExtractedPlan.Recipient> recipients,
        ExtractedPlan.@Nullable Signer signer,
        List<ExtractedPlan.DigitalSignature> digitalSignatures,
        List<QuestionView> openQuestions,
        List<QuestionView> answeredQuestions,
        List<ExtractedPlan.Finding> findings) {

    /** @param date as far as the document gives it: {@code 2026-03} while the day is blank */
    @Schema(name = "PlanHead")
    record HeadView(
            @Nullable String type,
            @Nullable String number,
            @Nullable String symbol,
            @Nullable String numberLine,
            @Nullable String place,
            @Nullable String date,
            String datePrecision,
            @Nullable String dateWords,
            @Nullable String issuer,
            String issuerState,
            @Nullable String parentBody) {}

    @Schema(name = "LegalBasis")
    record LegalBasisView(
            @Nullable String number,
            @Nullable String type,
            @Nullable String date,
            @Nullable String issuer,
            @Nullable String title,
            Source source,
            double confidence) {}

    @Schema(name = "PlanIndicator")
    record IndicatorView(
            UUID id,
            String name,
            @Nullable String unit,
            @Nullable String numerator,
            @Nullable String denominator,
            boolean communicationContent,
            List<PlanTarget> targets,
            Source source,
            double confidence) {}

    /**
     * What a rule means by the organization's calendar of today.
     *
     * @param lastDay last day in time: "trước ngày D" ends the day before D
     * @param lastSafeDay last working day not after it, at which reminders aim
     * @param legalEnd when lateness begins to count (Bộ luật Dân sự 2015, Điều 148)
     * @param calendarVersion by which tables it was computed
     */
    @Schema(name = "PlanDates")
    record DatesView(LocalDate lastDay, LocalDate lastSafeDay, LocalDate legalEnd, String calendarVersion) {}

    /** A due day of a report within a year from today. */
    @Schema(name = "PlanReportDue")
    record DueView(String words, DatesView dates) {}

    /**
     * @param kind UNSPECIFIED when the words name no time that a calendar knows
     * @param dates null where it names no day; of days that come back each year, those of the next one
     */
    @Schema(name = "PlanTaskSchedule")
    record ScheduleView(
            String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String bound,
            List<TaskSchedule.YearlyDay> yearlyDays,
            @Nullable String words,
            @Nullable DatesView dates) {}

    /** @param leadUnit as the document names it; null when it does not, also after a person chose one */
    @Schema(name = "PlanTask")
    record TaskView(
            UUID id,
            @Nullable String number,
            String title,
            String text,
            @Nullable String group,
            AssignMode mode,
            @Nullable String leadUnit,
            @Nullable UUID leadUnitId,
            List<String> coordinatingUnits,
            List<UUID> coordinatingUnitIds,
            List<String> implementingUnits,
            List<UUID> implementingUnitIds,
            @Nullable ScheduleView schedule,
            @Nullable String product,
            @Nullable UUID fromDutyId,
            Source source,
            double confidence) {}

    @Schema(name = "PlanUnitDuty")
    record UnitDutyView(
            UUID id,
            @Nullable String number,
            String unit,
            List<NamedUnits> units,
            AssignMode mode,
            boolean overallLead,
            List<DutyView> duties,
            Source source,
            double confidence) {}

    @Schema(name = "PlanDuty")
    record DutyView(
            UUID id,
            String text,
            @Nullable ScheduleView schedule,
            @Nullable UUID taskId,
            Source source,
            double confidence) {}

    @Schema(name = "PlanPeriod")
    record PeriodView(@Nullable String start, @Nullable String end, String words, Source source, double confidence) {}

    /**
     * @param nextDue within a year from today
     * @param tracked false when nobody follows it up: obstacles as they arise, or what a person dismissed
     */
    @Schema(name = "PlanReportObligation")
    record ObligationView(
            UUID id,
            String kind,
            String frequency,
            List<ReportDue> due,
            List<DueView> nextDue,
            @Nullable String from,
            @Nullable UUID fromUnitId,
            List<String> to,
            @Nullable UUID receivingOrganizationId,
            boolean receiverOutside,
            @Nullable String via,
            @Nullable UUID viaUnitId,
            List<String> onwardTo,
            boolean tracked,
            String words,
            Source source,
            double confidence) {}

    /**
     * @param field JSON pointer into the document as it was read
     * @param subjectId the task or report obligation it is about
     * @param blocking true when the plan cannot be submitted before it is settled
     * @param answerKinds how it can be answered; none when it is settled at promulgation
     */
    @Schema(name = "OpenQuestion")
    record QuestionView(
            UUID id,
            QuestionCode code,
            String field,
            @Nullable UUID subjectId,
            String question,
            List<Candidate> candidates,
            boolean blocking,
            List<Answer.Kind> answerKinds,
            @Nullable Answer answer,
            @Nullable UUID answeredBy,
            @Nullable OffsetDateTime answeredAt) {}
}
