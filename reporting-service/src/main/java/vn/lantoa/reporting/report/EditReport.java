package vn.lantoa.reporting.report;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;

/** What the specialist writes, and which figures they choose where the matching one is not the right one. */
@Singleton
class EditReport {

    record Command(
            UUID reportId,
            Actor actor,
            @Nullable Long expectedRowVersion,
            List<String> narrative,
            @Nullable String nilReason,
            List<Choice> figures) {}

    /** @param figureId null returns to the matching figure of the period */
    record Choice(String matchingKey, @Nullable UUID figureId) {}

    private final Reports reports;
    private final DecisionLog decisions;
    private final Jdbi db;
    private final Clock clock;

    EditReport(Reports reports, DecisionLog decisions, Jdbi db, Clock clock) {
        this.reports = reports;
        this.decisions = decisions;
        this.db = db;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "report", id = "reportId", entity = Report.class, organization = "actor.organizationId")
    void handle(Command command) {
        var report =
                reports.forAction(command.reportId(), ReportAction.EDIT, command.actor(), command.expectedRowVersion());
        var before = report.state();
        report.edit(String.join("\n", command.narrative()), command.nilReason());
        db.useHandle(handle -> choose(handle, report, command.figures()));
        decisions.write(
                report.reportId(),
                new DecisionLog.Decision(
                        report.version(),
                        ReportAction.EDIT.verb(),
                        before,
                        report.state(),
                        command.actor().personId(),
                        OffsetDateTime.now(clock),
                        null,
                        null));
    }

    private static void choose(Handle handle, Report report, List<Choice> choices) {
        var errors = new ArrayList<Problem.Invalid.Error>();
        for (int i = 0; i < choices.size(); i++) {
            var choice = choices.get(i);
            if (choice.figureId() == null) {
                forget(handle, report, choice.matchingKey());
            } else if (!remember(handle, report, choice.matchingKey(), choice.figureId())) {
                errors.add(new Problem.Invalid.Error("/figures/" + i, "report.figure-does-not-fit"));
            }
        }
        if (!errors.isEmpty()) {
            throw new Problem.Invalid("request.invalid").errors(errors);
        }
    }

    /** A figure fits when it is the organization's own, of the round's period, and of the same unit. */
    private static boolean remember(Handle handle, Report report, String matchingKey, UUID figureId) {
        return handle.createUpdate("""
                                insert into report_line (report_id, matching_key, figure_id)
                                select :report, asked.matching_key, figure.figure_id
                                from report_round round
                                    join round_indicator asked using (round_id)
                                    join figure on figure.period_start = round.period_start
                                        and figure.period_end = round.period_end
                                    join indicator using (indicator_id)
                                    left join indicator_version said on said.indicator_id = figure.indicator_id
                                        and said.version = figure.plan_version
                                where round.round_id = :round and asked.matching_key = :key and figure.figure_id = :figure
                                    and figure.organization_id = :organization
                                    and split_part(coalesce(said.matching_key, indicator.matching_key), '~', 2)
                                        = split_part(asked.matching_key, '~', 2)
                                on conflict (report_id, matching_key) do update set figure_id = excluded.figure_id""")
                        .bind("report", report.reportId())
                        .bind("round", report.roundId())
                        .bind("key", matchingKey)
                        .bind("figure", figureId)
                        .bind("organization", report.organizationId())
                        .execute()
                == 1;
    }

    private static void forget(Handle handle, Report report, String matchingKey) {
        handle.createUpdate("delete from report_line where report_id = :report and matching_key = :key")
                .bind("report", report.reportId())
                .bind("key", matchingKey)
                .execute();
    }
}
