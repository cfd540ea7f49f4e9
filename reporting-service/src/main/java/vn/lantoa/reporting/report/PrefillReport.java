package vn.lantoa.reporting.report;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.reporting.work.Work;

/** Writes the report's lines from the figures of the period and the accepted work, and begins the draft. */
@Singleton
class PrefillReport {

    /** @param replaceNarrative true to replace also what a person has written */
    record Command(UUID reportId, Actor actor, @Nullable Long expectedRowVersion, boolean replaceNarrative) {}

    private final Reports reports;
    private final ReportFigures figures;
    private final Work work;
    private final DecisionLog decisions;
    private final Jdbi db;
    private final Clock clock;

    PrefillReport(Reports reports, ReportFigures figures, Work work, DecisionLog decisions, Jdbi db, Clock clock) {
        this.reports = reports;
        this.figures = figures;
        this.work = work;
        this.decisions = decisions;
        this.db = db;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "report", id = "reportId", entity = Report.class, organization = "actor.organizationId")
    void handle(Command command) {
        var report = reports.forAction(
                command.reportId(), ReportAction.PREFILL, command.actor(), command.expectedRowVersion());
        var before = report.state();
        var terms = db.withHandle(handle -> RoundTerms.of(handle, report.roundId()));
        var lines = Narrative.of(
                terms.period(), work.of(report.organizationId(), terms.period()), figures.live(report.reportId()));
        report.prefill(String.join("\n", lines), command.replaceNarrative());
        decisions.write(
                report.reportId(),
                new DecisionLog.Decision(
                        report.version(),
                        ReportAction.PREFILL.verb(),
                        before,
                        report.state(),
                        command.actor().personId(),
                        OffsetDateTime.now(clock),
                        null,
                        null));
    }
}
