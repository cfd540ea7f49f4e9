package vn.lantoa.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.ReportState;

/**
 * A report as one side of it sees it.
 *
 * @param version grows when the report is worked on again after a return
 * @param rowVersion grows with every change
 * @param narrative its lines
 * @param nilReason why there is nothing to report
 * @param figures in the order of the round: live until approved, frozen from then on; left out in lists
 * @param late by the first sending; null before it
 * @param allowedActions what the caller may do now: verbs of the addresses, and {@code edit} for PUT
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReportView(
        UUID id,
        UUID roundId,
        String title,
        String period,
        LocalDate periodStart,
        LocalDate periodEnd,
        LocalDate dueOn,
        LocalDate legalEnd,
        UUID organizationId,
        @Nullable String organizationName,
        UUID receivingOrganizationId,
        @Nullable String receivingOrganizationName,
        ReportState state,
        int version,
        long rowVersion,
        @Nullable List<String> narrative,
        @Nullable String nilReason,
        @Nullable List<ReportFigure> figures,
        @Nullable UUID submittedBy,
        @Nullable OffsetDateTime submittedAt,
        @Nullable UUID approvedBy,
        @Nullable OffsetDateTime approvedAt,
        @Nullable UUID sentBy,
        @Nullable OffsetDateTime sentAt,
        @Nullable OffsetDateTime firstSentAt,
        @Nullable Boolean late,
        @Nullable UUID acceptedBy,
        @Nullable OffsetDateTime acceptedAt,
        @Nullable String returnReason,
        @Nullable UUID returnedFigureId,
        List<String> allowedActions) {}
