package vn.lantoa.reporting.report;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.ReportState;

/** Who did what to a report, when and why. */
@Singleton
class DecisionLog {

    /** @param figureId the one figure that a return is about */
    record Decision(
            int version,
            String action,
            ReportState from,
            ReportState to,
            UUID decidedBy,
            OffsetDateTime decidedAt,
            @Nullable String reason,
            @Nullable UUID figureId) {}

    private final Jdbi db;

    DecisionLog(Jdbi db) {
        this.db = db;
    }

    /** In the transaction of the decision, with the report's row locked: positions follow one another. */
    void write(UUID reportId, Decision decision) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into report_decision (report_id, position, version, action, from_state, to_state, decided_by,
                            decided_at, reason, figure_id)
                        select :report, coalesce(max(position), 0) + 1, :version, :action, :from, :to, :by, :at, :reason, :figure
                        from report_decision where report_id = :report""")
                .bind("report", reportId)
                .bind("version", decision.version())
                .bind("action", decision.action())
                .bind("from", decision.from().name())
                .bind("to", decision.to().name())
                .bind("by", decision.decidedBy())
                .bind("at", decision.decidedAt())
                .bind("reason", decision.reason())
                .bind("figure", decision.figureId())
                .execute());
    }

    /** The oldest first. */
    List<Decision> of(UUID reportId) {
        return db.withHandle(handle -> handle.createQuery(
                        "select * from report_decision where report_id = :report order by position")
                .bind("report", reportId)
                .map((row, _) -> new Decision(
                        row.getInt("version"),
                        row.getString("action"),
                        ReportState.valueOf(row.getString("from_state")),
                        ReportState.valueOf(row.getString("to_state")),
                        row.getObject("decided_by", UUID.class),
                        row.getObject("decided_at", OffsetDateTime.class),
                        row.getString("reason"),
                        row.getObject("figure_id", UUID.class)))
                .list());
    }
}
