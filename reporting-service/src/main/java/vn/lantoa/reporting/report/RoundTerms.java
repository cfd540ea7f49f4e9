package vn.lantoa.reporting.report;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import vn.lantoa.effects.ReportPeriod;

/** What the round asks of every report in it. */
record RoundTerms(String title, ReportPeriod period, LocalDate dueOn, LocalDate legalEnd) {

    static RoundTerms of(Handle handle, UUID roundId) {
        return handle.createQuery("""
                        select title, period_start, period_end, due_on, legal_end from report_round where round_id = :id""")
                .bind("id", roundId)
                .map((row, _) -> new RoundTerms(
                        row.getString("title"),
                        new ReportPeriod(
                                row.getObject("period_start", LocalDate.class),
                                row.getObject("period_end", LocalDate.class)),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("legal_end", LocalDate.class)))
                .one();
    }
}
