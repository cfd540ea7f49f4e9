package vn.lantoa.reporting.report;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.messaging.Outbox;
import vn.lantoa.reporting.figure.FigureState;

/** One step of a report through its state machine: the step itself is a verb of {@link Report}; what follows from it happens here. */
@Singleton
class DecideReport {

    /**
     * @param reason needed to return it
     * @param figureId the one figure that a return is about
     */
    record Command(
            UUID reportId,
            ReportAction action,
            Actor actor,
            @Nullable Long expectedRowVersion,
            @Nullable String reason,
            @Nullable UUID figureId) {}

    private final Reports reports;
    private final ReportFigures figures;
    private final DecisionLog decisions;
    private final Outbox outbox;
    private final Jdbi db;
    private final Clock clock;

    DecideReport(Reports reports, ReportFigures figures, DecisionLog decisions, Outbox outbox, Jdbi db, Clock clock) {
        this.reports = reports;
        this.figures = figures;
        this.decisions = decisions;
        this.outbox = outbox;
        this.db = db;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "report", id = "reportId", entity = Report.class, organization = "actor.organizationId")
    void handle(Command command) {
        var report =
                reports.forAction(command.reportId(), command.action(), command.actor(), command.expectedRowVersion());
        var before = report.state();
        var at = OffsetDateTime.now(clock);
        take(command, report, at);
        decisions.write(
                report.reportId(),
                new DecisionLog.Decision(
                        report.version(),
                        command.action().verb(),
                        before,
                        report.state(),
                        command.actor().personId(),
                        at,
                        command.reason(),
                        command.figureId()));
    }

    private void take(Command command, Report report, OffsetDateTime at) {
        var by = command.actor().personId();
        var terms = db.withHandle(handle -> RoundTerms.of(handle, report.roundId()));
        var period = terms.period().label();
        switch (command.action()) {
            case SUBMIT -> report.submit(by, at, reportedFigures(report));
            case RETURN_TO_DRAFT -> report.returnToDraft();
            case APPROVE -> {
                var approved = report.approve(by, at, period);
                figures.freeze(report.reportId(), report.version());
                freezeNarrative(report, by, at);
                outbox.publish(approved);
            }
            case SEND ->
                outbox.publish(
                        report.send(by, at, dutyFulfilledBy(report), at.toLocalDate(), terms.legalEnd(), period));
            case ACCEPT -> outbox.publish(report.accept(by, at, period));
            case RETURN -> {
                requireOwnFigure(report, command.figureId());
                outbox.publish(report.returnToSender(
                        by, command.reason(), dutyFulfilledBy(report), command.figureId(), period));
            }
            case PREFILL, EDIT -> throw new IllegalArgumentException(command.action() + " is not a decision");
        }
    }

    /**
     * The organization's own duty to the same receiver for the same period. Of several, the round's own is taken first, and none
     * that another report has fulfilled; sent once more, a report fulfils the same duty.
     */
    private @Nullable UUID dutyFulfilledBy(Report report) {
        if (report.dutyId() != null) {
            return report.dutyId();
        }
        return db.withHandle(handle -> {
            handle.execute(
                    "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                    report.organizationId().toString());
            return handle.createQuery("""
                        select duty.duty_id
                        from report_round round
                            join report_duty duty on duty.period_start = round.period_start
                                and duty.period_end = round.period_end
                            join report_obligation obligation on obligation.obligation_id = duty.obligation_id
                        where round.round_id = :round and duty.organization_id = :organization
                            and duty.withdrawn_on is null
                            and obligation.receiving_organization_id = :receiver
                            and not exists (select 1 from report other where other.duty_id = duty.duty_id)
                        order by duty.duty_id = round.duty_id desc nulls last,
                            exists (
                                select 1 from report_claim claim
                                where claim.organization_id = duty.organization_id and claim.duty_id = duty.duty_id),
                            duty.due_date, duty.duty_id limit 1""")
                    .bind("round", report.roundId())
                    .bind("organization", report.organizationId())
                    .bind("receiver", report.receivingOrganizationId())
                    .mapTo(UUID.class)
                    .findOne()
                    .orElse(null);
        });
    }

    private int reportedFigures(Report report) {
        return (int) figures.live(report.reportId()).stream()
                .filter(it -> it.state() == FigureState.REPORTED)
                .count();
    }

    private void requireOwnFigure(Report report, @Nullable UUID figureId) {
        if (figureId == null) {
            return;
        }
        var known = db.withHandle(handle -> handle.createQuery("""
                        select exists (select 1 from report_figure
                            where report_id = :report and version = :version and figure_id = :figure)""")
                .bind("report", report.reportId())
                .bind("version", report.version())
                .bind("figure", figureId)
                .mapTo(Boolean.class)
                .one());
        if (!known) {
            throw new Problem.NotFound("figure.not-found");
        }
    }

    private void freezeNarrative(Report report, UUID by, OffsetDateTime at) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into report_snapshot (report_id, version, narrative, nil_reason, approved_by, approved_at)
                        values (:report, :version, :narrative, :nil, :by, :at)""")
                .bind("report", report.reportId())
                .bind("version", report.version())
                .bind("narrative", report.narrative())
                .bind("nil", report.nilReason())
                .bind("by", by)
                .bind("at", at)
                .execute());
    }
}
