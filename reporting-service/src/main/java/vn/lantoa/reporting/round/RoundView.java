package vn.lantoa.reporting.round;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.ReportState;

/**
 * A round of reports.
 *
 * @param dueOn last day in time
 * @param legalEnd when lateness begins to count (Bộ luật Dân sự 2015, Điều 148)
 * @param expected how many organizations owe a report
 * @param reportId the acting organization's own report in the round; null for the one that collects
 * @param links where to go on, for the organization that collects
 */
record RoundView(
        UUID id,
        UUID organizationId,
        @Nullable String organizationName,
        String title,
        String period,
        LocalDate periodStart,
        LocalDate periodEnd,
        LocalDate dueOn,
        LocalDate legalEnd,
        String calendarVersion,
        @Nullable UUID obligationId,
        @Nullable UUID dutyId,
        UUID openedBy,
        OffsetDateTime openedAt,
        List<AskedIndicator> indicators,
        int expected,
        @Nullable UUID reportId,
        @Nullable Links links) {

    RoundView {
        indicators = List.copyOf(indicators);
    }

    record Links(String matrix, String reports, String rollup, String export) {

        static Links of(UUID roundId) {
            return new Links(
                    "/api/v1/report-rounds/" + roundId + "/matrix",
                    "/api/v1/reports?roundId=" + roundId,
                    "/api/v1/rollups?roundId=" + roundId,
                    "/api/v1/exports/reports?roundId=" + roundId);
        }
    }

    /** Who has answered the round. {@code overdue} are those that have sent nothing although the legal end is over. */
    record Matrix(int expected, int sent, int accepted, int late, int overdue, List<Row> items) {

        Matrix {
            items = List.copyOf(items);
        }
    }

    /** @param late by the first sending; null before it */
    record Row(
            UUID organizationId,
            @Nullable String organizationName,
            @Nullable Long population,
            UUID reportId,
            ReportState state,
            int version,
            @Nullable OffsetDateTime firstSentAt,
            @Nullable OffsetDateTime sentAt,
            @Nullable Boolean late,
            @Nullable OffsetDateTime acceptedAt,
            boolean overdue) {}
}
