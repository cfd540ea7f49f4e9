package vn.lantoa.reporting.round;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.ReportPeriod;
import vn.lantoa.events.ReportRoundOpened;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.messaging.Outbox;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.reporting.report.RequestReports;
import vn.lantoa.reporting.report.RequestReports.Expected;
import vn.lantoa.workingdays.Deadline;

/**
 * Asks the communes below for a report on a period: one report each. The communes are those that exist at the period's end; the
 * same rows are later the denominator of the coverage, so that it can never exceed 100 percent.
 */
@Singleton
class OpenRound {

    /** @param dueOn last day in time, as far as the calendar of working days does not extend it */
    record Command(
            UUID organizationId,
            UUID openedBy,
            @Nullable UUID obligationId,
            @Nullable UUID dutyId,
            String title,
            ReportPeriod period,
            LocalDate dueOn,
            List<AskedIndicator> indicators) {

        Command {
            indicators = List.copyOf(indicators);
        }
    }

    private final Jdbi db;
    private final Territory territory;
    private final RequestReports requestReports;
    private final Calendars calendars;
    private final Outbox outbox;
    private final Clock clock;

    OpenRound(
            Jdbi db,
            Territory territory,
            RequestReports requestReports,
            Calendars calendars,
            Outbox outbox,
            Clock clock) {
        this.db = db;
        this.territory = territory;
        this.requestReports = requestReports;
        this.calendars = calendars;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "round", id = "result", organization = "organizationId")
    UUID handle(Command command) {
        var expected =
                territory.communesAt(command.organizationId(), command.period().end());
        if (expected.isEmpty()) {
            throw new Problem.RuleBroken("round.nobody-to-ask");
        }
        var roundId = Ids.next();
        db.useHandle(handle -> {
            write(handle, roundId, command);
            writeIndicators(handle, roundId, command.indicators());
        });
        requestReports.handle(roundId, command.organizationId(), expected);
        db.useHandle(handle -> giveEachAnIndicator(handle, roundId));
        outbox.publish(new ReportRoundOpened(
                roundId,
                command.organizationId(),
                command.period().label(),
                command.period().start(),
                command.period().end(),
                command.dueOn(),
                expected.stream().map(Expected::organizationId).toList(),
                command.openedBy()));
        return roundId;
    }

    private void write(Handle handle, UUID roundId, Command command) {
        var calendar = calendars.of(command.organizationId());
        var deadline = new Deadline(command.dueOn(), Deadline.Bound.ON_OR_BEFORE);
        int written = handle.createUpdate("""
                        insert into report_round (round_id, organization_id, obligation_id, duty_id, title, period_start,
                            period_end, due_on, legal_end, calendar_version, opened_by, opened_at)
                        values (:id, :organization, :obligation, :duty, :title, :start, :end, :due, :legal, :calendar, :by, :at)
                        on conflict on constraint report_round_once do nothing""")
                .bind("id", roundId)
                .bind("organization", command.organizationId())
                .bind("obligation", command.obligationId())
                .bind("duty", command.dutyId())
                .bind("title", command.title())
                .bind("start", command.period().start())
                .bind("end", command.period().end())
                .bind("due", command.dueOn())
                .bind("legal", deadline.legalEnd(calendar))
                .bind("calendar", calendar.version())
                .bind("by", command.openedBy())
                .bind("at", OffsetDateTime.now(clock))
                .execute();
        if (written == 0) {
            throw new Problem.RuleBroken(
                            "round.already-open",
                            command.title(),
                            command.period().label())
                    .with("roundId", existing(handle, command));
        }
    }

    private static UUID existing(Handle handle, Command command) {
        return handle.createQuery("""
                        select round_id from report_round
                        where organization_id = :organization and period_start = :start and period_end = :end
                            and title = :title and duty_id is not distinct from cast(:duty as uuid)""")
                .bind("organization", command.organizationId())
                .bind("start", command.period().start())
                .bind("end", command.period().end())
                .bind("title", command.title())
                .bind("duty", command.dutyId())
                .mapTo(UUID.class)
                .one();
    }

    private static void writeIndicators(Handle handle, UUID roundId, List<AskedIndicator> indicators) {
        var batch = handle.prepareBatch("""
                insert into round_indicator (round_id, position, matching_key, name, unit)
                values (:round, :position, :key, :name, :unit) on conflict do nothing""");
        int position = 0;
        for (var indicator : indicators) {
            batch.bind("round", roundId)
                    .bind("position", position++)
                    .bind("key", indicator.matchingKey())
                    .bind("name", indicator.name())
                    .bind("unit", indicator.unit())
                    .add();
        }
        batch.execute();
    }

    /** A commune whose plans do not have an indicator, or not any more in that period, gets one to record its figure for. */
    private static void giveEachAnIndicator(Handle handle, UUID roundId) {
        handle.createUpdate("""
                        insert into indicator (indicator_id, organization_id, round_id, matching_key, name, unit, position)
                        select uuidv7(), report.organization_id, asked.round_id, asked.matching_key, asked.name, asked.unit,
                            asked.position
                        from report join report_round round using (round_id) join round_indicator asked using (round_id)
                        where asked.round_id = :round and not exists (
                            select 1 from named_indicator own
                            where own.organization_id = report.organization_id
                                and own.matching_key = asked.matching_key
                                and (own.ended_on is null or own.ended_on > round.period_end)
                                and own.version is not distinct from
                                    indicator_version_on(own.indicator_id, round.period_end))
                        on conflict do nothing""").bind("round", roundId).execute();
    }
}
