package vn.lantoa.plan.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All states of all tables: one is added, none is changed. */
@Singleton
class TableVersions {

    private static final TypeReference<List<TableDay>> DAYS = new TypeReference<>() {};

    /**
     * A state with the one before it.
     *
     * @param before null for the first
     * @param current true when it is the newest of its table
     */
    record Step(TableVersion version, @Nullable List<TableDay> before, boolean current) {}

    private final Jdbi db;
    private final ObjectMapper json;

    TableVersions(Jdbi db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** One change of the tables of a year at a time: each knows the one before. */
    @Transactional(TxType.MANDATORY)
    void lock(int year) {
        db.useHandle(handle -> handle.execute("select pg_advisory_xact_lock(hashtext(?))", "calendar-" + year));
    }

    /** The newest state of a table, also one that was taken back. */
    Optional<TableVersion> newest(UUID ownerId, int year) {
        return db.withHandle(handle -> handle.createQuery("""
                        select * from calendar_version where organization_id = :owner and year = :year
                        order by number desc limit 1""")
                .bind("owner", ownerId)
                .bind("year", year)
                .map((row, _) -> version(row))
                .findOne());
    }

    /** The newest states of the tables of several owners. */
    List<TableVersion> newest(Collection<UUID> ownerIds, int year) {
        return db.withHandle(handle -> handle.createQuery("""
                        select distinct on (organization_id) * from calendar_version
                        where organization_id = any (:owners) and year = :year
                        order by organization_id, number desc""")
                .bind("owners", ownerIds.toArray(UUID[]::new))
                .bind("year", year)
                .map((row, _) -> version(row))
                .list());
    }

    /** The newest first. */
    List<Step> steps(
            Collection<UUID> ownerIds, int year, @Nullable OffsetDateTime before, @Nullable UUID beforeId, int limit) {
        return db.withHandle(handle -> handle.createQuery("""
                        select v.*, previous.days as days_before,
                            not exists (select from calendar_version later where later.organization_id = v.organization_id
                                and later.year = v.year and later.number > v.number) as current
                        from calendar_version v
                            left join calendar_version previous on previous.organization_id = v.organization_id
                                and previous.year = v.year and previous.number = v.number - 1
                        where v.year = :year and v.organization_id = any (:owners)
                            and (cast(:before as timestamptz) is null
                                or (v.recorded_at, v.id) < (cast(:before as timestamptz), cast(:beforeId as uuid)))
                        order by v.recorded_at desc, v.id desc limit :limit""")
                .bind("owners", ownerIds.toArray(UUID[]::new))
                .bind("year", year)
                .bind("before", before)
                .bind("beforeId", beforeId)
                .bind("limit", limit)
                .map((row, _) -> new Step(version(row), days(row.getString("days_before")), row.getBoolean("current")))
                .list());
    }

    @Transactional(TxType.MANDATORY)
    void add(TableVersion it) {
        var decision = it.decision();
        db.useHandle(handle -> handle.createUpdate("""
                        insert into calendar_version values (:id, :owner, :year, :number, :version, :state, :tentative, :at,
                            :by, :for, :reason, :decisionNumber, :decisionDate, :decisionIssuer, :decisionTitle, :above,
                            cast(:days as jsonb))""")
                .bind("id", it.id())
                .bind("owner", it.ownerId())
                .bind("year", it.year())
                .bind("number", it.number())
                .bind("version", it.version())
                .bind("state", it.state().name())
                .bind("tentative", it.tentative())
                .bind("at", it.recordedAt())
                .bind("by", it.recordedBy())
                .bind("for", it.recordedFor())
                .bind("reason", it.reason())
                .bind("decisionNumber", decision == null ? null : decision.number())
                .bind("decisionDate", decision == null ? null : decision.date())
                .bind("decisionIssuer", decision == null ? null : decision.issuer())
                .bind("decisionTitle", decision == null ? null : decision.title())
                .bind("above", it.aboveVersion())
                .bind("days", written(it.days()))
                .execute());
    }

    private TableVersion version(ResultSet row) throws SQLException {
        var number = row.getString("decision_number");
        return new TableVersion(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getInt("year"),
                row.getInt("number"),
                row.getString("version"),
                TableVersion.State.valueOf(row.getString("state")),
                row.getBoolean("tentative"),
                row.getObject("recorded_at", OffsetDateTime.class),
                row.getObject("recorded_by", UUID.class),
                row.getObject("recorded_for", UUID.class),
                row.getString("reason"),
                number == null
                        ? null
                        : new TableDecision(
                                number,
                                row.getObject("decision_date", LocalDate.class),
                                row.getString("decision_issuer"),
                                row.getString("decision_title")),
                row.getString("above_version"),
                Objects.requireNonNull(days(row.getString("days"))));
    }

    private String written(List<TableDay> days) {
        try {
            return json.writeValueAsString(days);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Days cannot be written", e);
        }
    }

    private @Nullable List<TableDay> days(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, DAYS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Days of a calendar cannot be read", e);
        }
    }
}
