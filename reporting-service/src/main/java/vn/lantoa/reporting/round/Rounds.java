package vn.lantoa.reporting.round;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.ReportPeriod;
import vn.lantoa.events.ReportState;

/** Rounds, for those who collect and those who are asked. */
@Singleton
class Rounds {

    private static final String SELECT = """
            select round.*, o.name as organization_name, own.report_id,
                reports_expected(round.round_id) as expected
            from report_round round
                left join directory_organization o on o.organization_id = round.organization_id
                left join report own on own.round_id = round.round_id and own.organization_id = :organization
            where (round.organization_id = :organization or own.report_id is not null)
            """;

    private final Jdbi db;
    private final Clock clock;

    Rounds(Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<RoundView> find(UUID organizationId, UUID roundId) {
        return db.withHandle(handle -> {
            var indicators = indicators(handle, List.of(roundId));
            return handle.createQuery(SELECT + " and round.round_id = :id")
                    .bind("organization", organizationId)
                    .bind("id", roundId)
                    .map((row, _) -> view(row, organizationId, indicators))
                    .findOne();
        });
    }

    /** The newest first, one more than asked for at most. */
    List<RoundView> list(UUID organizationId, @Nullable UUID after, int size) {
        return db.withHandle(handle -> {
            var ids = handle.createQuery("select round_id from (" + SELECT + """
                            ) as visible
                            where cast(:after as uuid) is null or round_id < :after
                            order by round_id desc limit :limit""")
                    .bind("organization", organizationId)
                    .bind("after", after)
                    .bind("limit", size + 1)
                    .map((row, _) -> row.getObject("round_id", UUID.class))
                    .list();
            var indicators = indicators(handle, ids);
            return handle.createQuery(SELECT + " and round.round_id = any (:ids) order by round.round_id desc")
                    .bind("organization", organizationId)
                    .bind("ids", ids.toArray(UUID[]::new))
                    .map((row, _) -> view(row, organizationId, indicators))
                    .list();
        });
    }

    /** Who has answered, by name of the organization; empty when the caller's organization does not collect this round. */
    Optional<RoundView.Matrix> matrix(UUID organizationId, UUID roundId) {
        var today = LocalDate.now(clock);
        var rows = db.withHandle(handle -> handle.createQuery("""
                        select report.*, o.name, round.legal_end
                        from report_round round
                            join report using (round_id)
                            left join directory_organization o on o.organization_id = report.organization_id
                        where round.round_id = :id and round.organization_id = :organization
                        order by o.name, report.organization_id""")
                .bind("id", roundId)
                .bind("organization", organizationId)
                .map((row, _) -> row(row, today))
                .list());
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RoundView.Matrix(
                rows.size(),
                (int) rows.stream().filter(it -> it.firstSentAt() != null).count(),
                (int) rows.stream()
                        .filter(it -> it.state() == ReportState.ACCEPTED)
                        .count(),
                (int) rows.stream().filter(it -> Boolean.TRUE.equals(it.late())).count(),
                (int) rows.stream().filter(RoundView.Row::overdue).count(),
                rows));
    }

    private static RoundView.Row row(ResultSet row, LocalDate today) throws SQLException {
        var firstSentAt = row.getObject("first_sent_at", OffsetDateTime.class);
        return new RoundView.Row(
                row.getObject("organization_id", UUID.class),
                row.getString("name"),
                row.getObject("population", Long.class),
                row.getObject("report_id", UUID.class),
                ReportState.valueOf(row.getString("state")),
                row.getInt("version"),
                firstSentAt,
                row.getObject("sent_at", OffsetDateTime.class),
                row.getObject("late", Boolean.class),
                row.getObject("accepted_at", OffsetDateTime.class),
                firstSentAt == null && today.isAfter(row.getObject("legal_end", LocalDate.class)));
    }

    private static Map<UUID, List<AskedIndicator>> indicators(Handle handle, Collection<UUID> roundIds) {
        record Of(UUID round, AskedIndicator indicator) {}
        return handle
                .createQuery("""
                        select round_id, matching_key, name, unit from round_indicator
                        where round_id = any (:ids) order by round_id, position""")
                .bind("ids", roundIds.toArray(UUID[]::new))
                .map((row, _) -> new Of(
                        row.getObject("round_id", UUID.class),
                        new AskedIndicator(
                                row.getString("matching_key"), row.getString("name"), row.getString("unit"))))
                .stream()
                .collect(Collectors.groupingBy(Of::round, Collectors.mapping(Of::indicator, Collectors.toList())));
    }

    private static RoundView view(ResultSet row, UUID actingFor, Map<UUID, List<AskedIndicator>> indicators)
            throws SQLException {
        var id = row.getObject("round_id", UUID.class);
        var collector = row.getObject("organization_id", UUID.class);
        var period = new ReportPeriod(
                row.getObject("period_start", LocalDate.class), row.getObject("period_end", LocalDate.class));
        return new RoundView(
                id,
                collector,
                row.getString("organization_name"),
                row.getString("title"),
                period.label(),
                period.start(),
                period.end(),
                row.getObject("due_on", LocalDate.class),
                row.getObject("legal_end", LocalDate.class),
                row.getString("calendar_version"),
                row.getObject("obligation_id", UUID.class),
                row.getObject("duty_id", UUID.class),
                row.getObject("opened_by", UUID.class),
                row.getObject("opened_at", OffsetDateTime.class),
                indicators.getOrDefault(id, List.of()),
                row.getInt("expected"),
                row.getObject("report_id", UUID.class),
                collector.equals(actingFor) ? RoundView.Links.of(id) : null);
    }
}
