package vn.lantoa.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.ReportState;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.reporting.figure.Evidence;
import vn.lantoa.reporting.report.ReportAction.Side;

/** Reports as their two sides see them. */
@ApplicationScoped
class ReportReading {

    /** @param after id of the last report seen */
    record Wanted(
            @Nullable UUID roundId,
            @Nullable ReportState state,
            @Nullable UUID after,
            int size) {}

    private final Reports reports;
    private final ReportFigures figures;
    private final Evidence evidence;
    private final DecisionLog decisions;
    private final Jdbi db;

    ReportReading(Reports reports, ReportFigures figures, Evidence evidence, DecisionLog decisions, Jdbi db) {
        this.reports = reports;
        this.figures = figures;
        this.evidence = evidence;
        this.decisions = decisions;
        this.db = db;
    }

    /** @throws Problem.NotFound when it is none of theirs */
    @Transactional
    ReportView get(UUID reportId, Actor actor) {
        var report = visible(reportId, actor);
        var lines = figures.of(List.of(reportId)).getOrDefault(reportId, List.of());
        return db.withHandle(handle -> view(
                report,
                RoundTerms.of(handle, report.roundId()),
                names(handle, List.of(report)),
                withEvidence(report, lines),
                actor));
    }

    @Transactional
    List<DecisionLog.Decision> history(UUID reportId, Actor actor) {
        visible(reportId, actor);
        return decisions.of(reportId);
    }

    /** The newest first, one more than asked for at most; without narrative and figures. */
    @Transactional
    List<ReportView> list(Wanted wanted, Actor actor) {
        var found = db.withHandle(handle -> handle.createQuery("""
                        select report_id from report
                        where (organization_id = :organization
                                or (receiving_organization_id = :organization and state in ('SENT', 'ACCEPTED', 'RETURNED')))
                            and (cast(:round as uuid) is null or round_id = :round)
                            and (cast(:state as text) is null or state = :state)
                            and (cast(:after as uuid) is null or report_id < :after)
                        order by report_id desc limit :limit""")
                .bind("organization", actor.organizationId())
                .bind("round", wanted.roundId())
                .bind("state", wanted.state() == null ? null : wanted.state().name())
                .bind("after", wanted.after())
                .bind("limit", wanted.size() + 1)
                .mapTo(UUID.class)
                .list());
        var list = reports.list("reportId in ?1 order by reportId desc", found);
        return db.withHandle(handle -> {
            var names = names(handle, list);
            var terms = list.stream()
                    .map(Report::roundId)
                    .distinct()
                    .collect(Collectors.toMap(id -> id, id -> RoundTerms.of(handle, id)));
            return list.stream()
                    .map(report -> view(report, terms.get(report.roundId()), names, null, actor))
                    .toList();
        });
    }

    private Report visible(UUID reportId, Actor actor) {
        var report = reports.findById(reportId);
        if (report == null
                || !Reports.isVisible(
                        report.organizationId(), report.receivingOrganizationId(), report.state(), actor)) {
            throw new Problem.NotFound("report.not-found");
        }
        return report;
    }

    private List<ReportFigure> withEvidence(Report report, List<ReportFigure> lines) {
        var ids = lines.stream().flatMap(it -> it.evidenceIds().stream()).toList();
        var known = evidence.of(report.organizationId(), ids);
        return lines.stream()
                .map(it -> it.withEvidence(Evidence.inOrder(it.evidenceIds(), known)))
                .toList();
    }

    private static Map<UUID, String> names(Handle handle, Collection<Report> reports) {
        var ids = reports.stream()
                .flatMap(it -> Stream.of(it.organizationId(), it.receivingOrganizationId()))
                .collect(Collectors.toSet());
        record Named(UUID id, String name) {}
        return handle
                .createQuery(
                        "select organization_id, name from directory_organization where organization_id = any (:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map((row, _) -> new Named(row.getObject("organization_id", UUID.class), row.getString("name")))
                .stream()
                .collect(Collectors.toMap(Named::id, Named::name));
    }

    private static ReportView view(
            Report it, RoundTerms terms, Map<UUID, String> names, @Nullable List<ReportFigure> figures, Actor actor) {
        Side side = Reports.side(it.organizationId(), actor);
        return new ReportView(
                it.reportId(),
                it.roundId(),
                terms.title(),
                terms.period().label(),
                terms.period().start(),
                terms.period().end(),
                terms.dueOn(),
                terms.legalEnd(),
                it.organizationId(),
                names.get(it.organizationId()),
                it.receivingOrganizationId(),
                names.get(it.receivingOrganizationId()),
                it.state(),
                it.version(),
                it.rowVersion(),
                figures == null ? null : lines(it.narrative()),
                it.nilReason(),
                figures,
                it.submittedBy(),
                it.submittedAt(),
                it.approvedBy(),
                it.approvedAt(),
                it.sentBy(),
                it.sentAt(),
                it.firstSentAt(),
                it.late(),
                it.acceptedBy(),
                it.acceptedAt(),
                it.returnReason(),
                it.returnedFigureId(),
                ReportAction.allowed(it.state(), side, actor.roles()).stream()
                        .map(ReportAction::verb)
                        .toList());
    }

    private static List<String> lines(String narrative) {
        return narrative.isEmpty() ? List.of() : List.of(narrative.split("\n", -1));
    }
}
