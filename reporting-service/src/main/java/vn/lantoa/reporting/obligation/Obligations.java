package vn.lantoa.reporting.obligation;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
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
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.ReportFrequency;
import vn.lantoa.events.ReportKind;

/** Obligations and their dated duties, for those who owe the report and those who receive it. */
@Singleton
public class Obligations {

    private static final String SELECT = """
            select o.obligation_id, o.plan_id, p.subject, o.organization_id, n.name as organization_name, o.kind,
                o.frequency, o.from_unit_id, u.name as unit_name, o.receiving_organization_id, o.recipients,
                o.via_unit_id, v.name as via_name, o.words, o.plan_version, o.ended_in_version, o.ended_on
            from report_obligation o
                join plan p using (plan_id)
                left join directory_organization n on n.organization_id = o.organization_id
                left join directory_unit u on u.unit_id = o.from_unit_id
                left join directory_unit v on v.unit_id = o.via_unit_id
            where (o.organization_id = :organization or o.receiving_organization_id = :organization)
            """;
    /** Duties of one period without a report of their own share the reports that are left, in their order and one each. */
    private static final String DUTIES = """
            select d.duty_id, d.obligation_id, d.period_start, d.period_end, d.due_date, d.due_bound, d.due_words,
                d.last_day, d.last_safe_day, d.legal_end, d.calendar_version, r.report_id, r.state
            from report_duty d
                join report_obligation o using (obligation_id)
                left join lateral (
                    select claim.report_id, claim.state from report_claim claim
                    where claim.organization_id = d.organization_id
                        and claim.receiving_organization_id = o.receiving_organization_id
                        and claim.period_start = d.period_start and claim.period_end = d.period_end
                        and (claim.duty_id = d.duty_id or claim.duty_id is null)
                    order by claim.duty_id nulls last, claim.report_id
                    offset (
                        select count(*) from report_duty e join report_obligation eo using (obligation_id)
                        where e.organization_id = d.organization_id and e.withdrawn_on is null
                            and eo.receiving_organization_id = o.receiving_organization_id
                            and e.period_start = d.period_start and e.period_end = d.period_end
                            and (e.due_date, e.duty_id) < (d.due_date, d.duty_id)
                            and not exists (
                                select 1 from report_claim c
                                where c.organization_id = e.organization_id and c.duty_id in (e.duty_id, d.duty_id)))
                    limit 1) r on true
            where d.obligation_id = any (:ids) and d.withdrawn_on is null order by d.due_date""";

    private final Jdbi db;
    private final Clock clock;

    Obligations(Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** An obligation that the organization owes or receives. */
    public Optional<ObligationView> find(UUID organizationId, UUID obligationId) {
        return db.withHandle(handle -> views(
                        handle,
                        handle.createQuery(SELECT + " and o.obligation_id = :id")
                                .bind("organization", organizationId)
                                .bind("id", obligationId)
                                .map((row, _) -> Row.of(row))
                                .list())
                .stream()
                .findFirst());
    }

    /** The obligation to which a duty belongs, when the organization owes or receives it and it was not withdrawn. */
    public Optional<ObligationView> ofDuty(UUID organizationId, UUID dutyId) {
        return db.withHandle(handle -> handle.createQuery("""
                                select obligation_id from report_duty d join report_obligation o using (obligation_id)
                                where d.duty_id = :id and d.withdrawn_on is null
                                    and (o.organization_id = :organization or o.receiving_organization_id = :organization)""")
                        .bind("id", dutyId)
                        .bind("organization", organizationId)
                        .mapTo(UUID.class)
                        .findOne())
                .flatMap(obligation -> find(organizationId, obligation));
    }

    List<ObligationView> list(UUID organizationId, @Nullable UUID planId, @Nullable UUID after, int size) {
        return db.withHandle(handle -> views(
                handle,
                handle.createQuery(SELECT + """
                                 and (cast(:plan as uuid) is null or o.plan_id = :plan)
                                 and (cast(:after as uuid) is null or o.obligation_id > :after)
                                order by o.obligation_id limit :limit""")
                        .bind("organization", organizationId)
                        .bind("plan", planId)
                        .bind("after", after)
                        .bind("limit", size + 1)
                        .map((row, _) -> Row.of(row))
                        .list()));
    }

    private List<ObligationView> views(Handle handle, List<Row> rows) {
        var duties = duties(handle, rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> row.view(duties.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<ObligationView.Duty>> duties(Handle handle, Collection<UUID> obligationIds) {
        record Of(UUID obligation, ObligationView.Duty duty) {}
        var today = LocalDate.now(clock);
        return handle
                .createQuery(DUTIES)
                .bind("ids", obligationIds.toArray(UUID[]::new))
                .map((row, _) -> new Of(row.getObject("obligation_id", UUID.class), duty(row, today)))
                .stream()
                .collect(Collectors.groupingBy(Of::obligation, Collectors.mapping(Of::duty, Collectors.toList())));
    }

    private static ObligationView.Duty duty(ResultSet row, LocalDate today) throws SQLException {
        var period = new ReportPeriod(
                row.getObject("period_start", LocalDate.class), row.getObject("period_end", LocalDate.class));
        var legalEnd = row.getObject("legal_end", LocalDate.class);
        return new ObligationView.Duty(
                row.getObject("duty_id", UUID.class),
                period.label(),
                period.start(),
                period.end(),
                row.getObject("due_date", LocalDate.class),
                DeadlineBound.valueOf(row.getString("due_bound")),
                row.getString("due_words"),
                row.getObject("last_day", LocalDate.class),
                row.getObject("last_safe_day", LocalDate.class),
                legalEnd,
                row.getString("calendar_version"),
                legalEnd.isBefore(today),
                row.getObject("report_id", UUID.class),
                row.getString("state"));
    }

    private record Row(
            UUID id,
            UUID planId,
            String planSubject,
            UUID organizationId,
            @Nullable String organizationName,
            ReportKind kind,
            @Nullable ReportFrequency frequency,
            UUID fromUnitId,
            @Nullable String fromUnitName,
            @Nullable UUID receivingOrganizationId,
            List<String> to,
            @Nullable UUID viaUnitId,
            @Nullable String viaUnitName,
            String words,
            int planVersion,
            @Nullable Integer endedInVersion,
            @Nullable LocalDate endedOn) {

        static Row of(ResultSet row) throws SQLException {
            var frequency = row.getString("frequency");
            return new Row(
                    row.getObject("obligation_id", UUID.class),
                    row.getObject("plan_id", UUID.class),
                    row.getString("subject"),
                    row.getObject("organization_id", UUID.class),
                    row.getString("organization_name"),
                    ReportKind.valueOf(row.getString("kind")),
                    frequency == null ? null : ReportFrequency.valueOf(frequency),
                    row.getObject("from_unit_id", UUID.class),
                    row.getString("unit_name"),
                    row.getObject("receiving_organization_id", UUID.class),
                    Arrays.asList((String[]) row.getArray("recipients").getArray()),
                    row.getObject("via_unit_id", UUID.class),
                    row.getString("via_name"),
                    row.getString("words"),
                    row.getInt("plan_version"),
                    row.getObject("ended_in_version", Integer.class),
                    row.getObject("ended_on", LocalDate.class));
        }

        ObligationView view(List<ObligationView.Duty> duties) {
            return new ObligationView(
                    id,
                    planId,
                    planSubject,
                    organizationId,
                    organizationName,
                    kind,
                    frequency,
                    fromUnitId,
                    fromUnitName,
                    receivingOrganizationId,
                    to,
                    viaUnitId,
                    viaUnitName,
                    words,
                    planVersion,
                    endedInVersion,
                    endedOn,
                    duties);
        }
    }
}
