package vn.lantoa.reporting.report;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.ReportAccepted;
import vn.lantoa.events.ReportApproved;
import vn.lantoa.events.ReportReturned;
import vn.lantoa.events.ReportSent;
import vn.lantoa.events.ReportState;
import vn.lantoa.kit.http.Problem;

/**
 * One organization's report of a round: filled in by a specialist, approved by its own leader, sent, and accepted or returned by
 * the level above. Its version grows when it is worked on again after a return.
 */
@Entity
@Table(name = "report")
class Report {

    @Id
    private UUID reportId;

    private UUID roundId;
    private UUID organizationId;
    private UUID receivingOrganizationId;
    private @Nullable Long population;

    @Enumerated(EnumType.STRING)
    private ReportState state;

    private int version;

    @Version
    private long rowVersion;

    private String narrative;
    private boolean narrativeEdited;
    private @Nullable String nilReason;
    private @Nullable UUID submittedBy;
    private @Nullable OffsetDateTime submittedAt;
    private @Nullable UUID approvedBy;
    private @Nullable OffsetDateTime approvedAt;
    private @Nullable UUID sentBy;
    private @Nullable OffsetDateTime sentAt;
    private @Nullable OffsetDateTime firstSentAt;
    private @Nullable Boolean late;
    private @Nullable UUID acceptedBy;
    private @Nullable OffsetDateTime acceptedAt;
    private @Nullable String returnReason;
    private @Nullable UUID returnedFigureId;
    private @Nullable UUID dutyId;

    protected Report() {}

    /** @param population inhabitants when the round was opened; the roll-up's coverage is counted with it */
    static Report requested(
            UUID reportId, UUID roundId, UUID organizationId, UUID receivingOrganizationId, @Nullable Long population) {
        var report = new Report();
        report.reportId = reportId;
        report.roundId = roundId;
        report.organizationId = organizationId;
        report.receivingOrganizationId = receivingOrganizationId;
        report.population = population;
        report.state = ReportState.REQUESTED;
        report.version = 1;
        report.narrative = "";
        return report;
    }

    /** The lines made from figures and accepted work; what a person has written stays unless they want it replaced. */
    void prefill(String lines, boolean replaceEdited) {
        beginDraft(ReportAction.PREFILL);
        if (!narrativeEdited || replaceEdited) {
            narrative = lines;
            narrativeEdited = false;
        }
    }

    /** @param nilReason why there is nothing to report; null when there is */
    void edit(String lines, @Nullable String nilReason) {
        beginDraft(ReportAction.EDIT);
        narrativeEdited = narrativeEdited || !lines.equals(narrative);
        narrative = lines;
        this.nilReason = nilReason;
    }

    /**
     * @param figures how many figures of the report have a value
     * @throws Problem.RuleBroken when there is none, and no reason for it
     */
    void submit(UUID by, OffsetDateTime at, int figures) {
        require(ReportAction.SUBMIT);
        if (figures == 0 && nilReason == null) {
            throw new Problem.RuleBroken("report.nothing-reported");
        }
        state = ReportState.PENDING_APPROVAL;
        submittedBy = by;
        submittedAt = at;
    }

    void returnToDraft() {
        require(ReportAction.RETURN_TO_DRAFT);
        state = ReportState.DRAFTING;
    }

    ReportApproved approve(UUID by, OffsetDateTime at, String period) {
        require(ReportAction.APPROVE);
        var previous = state;
        state = ReportState.APPROVED;
        approvedBy = by;
        approvedAt = at;
        return new ReportApproved(
                reportId, roundId, organizationId, receivingOrganizationId, version, period, previous, state, by);
    }

    /**
     * Lateness is judged by the first sending: who answers a return is not late by it.
     *
     * @param dutyId the dated duty that it fulfils; null when there is none
     * @param today the day of {@code at} in Vietnam
     * @param legalEnd last day that is not late
     */
    ReportSent send(
            UUID by, OffsetDateTime at, @Nullable UUID dutyId, LocalDate today, LocalDate legalEnd, String period) {
        require(ReportAction.SEND);
        var previous = state;
        state = ReportState.SENT;
        sentBy = by;
        sentAt = at;
        if (firstSentAt == null) {
            firstSentAt = at;
            late = today.isAfter(legalEnd);
        }
        this.dutyId = dutyId;
        return new ReportSent(
                reportId,
                roundId,
                organizationId,
                receivingOrganizationId,
                dutyId,
                version,
                period,
                previous,
                state,
                at,
                Boolean.TRUE.equals(late),
                by);
    }

    ReportAccepted accept(UUID by, OffsetDateTime at, String period) {
        require(ReportAction.ACCEPT);
        var previous = state;
        state = ReportState.ACCEPTED;
        acceptedBy = by;
        acceptedAt = at;
        returnReason = null;
        returnedFigureId = null;
        return new ReportAccepted(
                reportId, roundId, organizationId, receivingOrganizationId, version, period, previous, state, by);
    }

    /**
     * @param dutyId the dated duty that sending it fulfilled; null when there is none
     * @param figureId the one figure in question; null when the whole report is meant
     */
    ReportReturned returnToSender(
            UUID by, String reason, @Nullable UUID dutyId, @Nullable UUID figureId, String period) {
        require(ReportAction.RETURN);
        var previous = state;
        state = ReportState.RETURNED;
        acceptedBy = null;
        acceptedAt = null;
        returnReason = reason;
        returnedFigureId = figureId;
        return new ReportReturned(
                reportId,
                roundId,
                organizationId,
                receivingOrganizationId,
                dutyId,
                version,
                period,
                previous,
                state,
                by,
                reason,
                figureId);
    }

    private void beginDraft(ReportAction action) {
        require(action);
        if (state == ReportState.RETURNED) {
            version++;
        }
        state = ReportState.DRAFTING;
    }

    private void require(ReportAction action) {
        if (!action.isPossibleIn(state)) {
            throw new Problem.RuleBroken("report.not-in-state", state.name(), action.verb())
                    .with("state", state)
                    .with("allowedActions", ReportAction.possibleIn(state));
        }
    }

    UUID reportId() {
        return reportId;
    }

    /** The dated duty that it fulfils, once sent; null when there is none. */
    @Nullable
    UUID dutyId() {
        return dutyId;
    }

    UUID roundId() {
        return roundId;
    }

    UUID organizationId() {
        return organizationId;
    }

    UUID receivingOrganizationId() {
        return receivingOrganizationId;
    }

    @Nullable
    Long population() {
        return population;
    }

    ReportState state() {
        return state;
    }

    int version() {
        return version;
    }

    long rowVersion() {
        return rowVersion;
    }

    String narrative() {
        return narrative;
    }

    boolean narrativeEdited() {
        return narrativeEdited;
    }

    @Nullable
    String nilReason() {
        return nilReason;
    }

    @Nullable
    UUID submittedBy() {
        return submittedBy;
    }

    @Nullable
    OffsetDateTime submittedAt() {
        return submittedAt;
    }

    @Nullable
    UUID approvedBy() {
        return approvedBy;
    }

    @Nullable
    OffsetDateTime approvedAt() {
        return approvedAt;
    }

    @Nullable
    UUID sentBy() {
        return sentBy;
    }

    @Nullable
    OffsetDateTime sentAt() {
        return sentAt;
    }

    @Nullable
    OffsetDateTime firstSentAt() {
        return firstSentAt;
    }

    @Nullable
    Boolean late() {
        return late;
    }

    @Nullable
    UUID acceptedBy() {
        return acceptedBy;
    }

    @Nullable
    OffsetDateTime acceptedAt() {
        return acceptedAt;
    }

    @Nullable
    String returnReason() {
        return returnReason;
    }

    @Nullable
    UUID returnedFigureId() {
        return returnedFigureId;
    }
}
