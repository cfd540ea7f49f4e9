package vn.lantoa.plan.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.plan.intake.DocumentType;

/**
 * All that stands in the document of a plan, as words, in the order of the plan. Names of units are the document's own where they
 * still mean the same unit, and otherwise those of the directory.
 *
 * @param number as it stands on a document, below ten with a zero in front; null until the plan is issued, or when it was entered without one
 * @param symbol the groups behind the number, as {@code KH-UBND}; null when neither the clerk nor the document gives it
 * @param promulgatedOn null until the plan is issued
 * @param closing the document's own last sentence; null when it has none that can be told from the rest
 */
public record PlanDocumentContent(
        UUID planId,
        long version,
        OffsetDateTime changedAt,
        Issuer issuer,
        DocumentType type,
        @Nullable String number,
        @Nullable String symbol,
        @Nullable String place,
        @Nullable LocalDate promulgatedOn,
        @Nullable String subject,
        List<String> legalBases,
        List<String> addressees,
        List<String> purposes,
        List<String> requirements,
        List<Goal> goals,
        List<Indicator> indicators,
        List<Points> contents,
        List<String> channels,
        List<Points> solutions,
        List<Task> tasks,
        @Nullable String period,
        List<String> budgetSources,
        List<Points> duties,
        List<Report> reports,
        @Nullable String closing,
        List<Recipient> recipients,
        Signature signature) {

    /**
     * @param stated as the document's letterhead has it; null when it has none, or names somebody else than the organization
     * @param parentStated the line above it in the letterhead
     * @param parentName the level above in the directory
     */
    public record Issuer(
            String name,
            OrganizationKind kind,
            @Nullable String stated,
            @Nullable String parentStated,
            @Nullable String parentName,
            @Nullable OrganizationKind parentKind) {}

    public record Goal(@Nullable Integer year, String text) {}

    public record Indicator(String name, @Nullable String unit, List<Target> targets) {}

    /** @param year null when the document names none */
    public record Target(@Nullable Integer year, String words) {}

    /** A heading with what stands under it. */
    public record Points(String heading, List<String> items) {}

    /** @param lead null while nobody has said who leads */
    public record Task(
            @Nullable String number,
            @Nullable String heading,
            String text,
            boolean request,
            @Nullable String lead,
            List<String> coordinating,
            List<String> implementing,
            @Nullable String time,
            @Nullable String product) {}

    /** A duty to report, in the document's words; {@code due} are the days a person added. */
    public record Report(@Nullable String from, String words, List<String> due) {}

    public record Recipient(String text, @Nullable String note, boolean archive) {}

    /**
     * @param mode TM, KT, TL, TUQ or Q; null for a plain signature
     * @param onBehalfOf the body (TM), or the office that is stood in for
     * @param authority the body of the line above a "KT." line
     */
    public record Signature(
            @Nullable String mode,
            @Nullable String onBehalfOf,
            @Nullable String authority,
            @Nullable String position,
            @Nullable String name) {}
}
