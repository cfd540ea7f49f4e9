package vn.lantoa.plan.directory;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.directory.Timeline.Entry;

/** Organizations and units with all their periods. */
@Singleton
class Histories {

    private static final String ORGANIZATIONS = """
            select organization_id, o.alias, o.kind, o.level, lower(p.validity) as since, upper(p.validity) - 1 as until, p.name,
                p.parent_id, p.administrative_code, p.agency_code, p.population,
                array(select predecessor_id from directory_succession where successor_id = organization_id order by 1) as before,
                array(select successor_id from directory_succession where predecessor_id = organization_id order by 1) as after
            from directory_organization o join directory_organization_period p using (organization_id)
            where %s
            order by organization_id, p.validity""";
    private static final String UNITS = """
            select unit_id, p.organization_id, u.kind, lower(p.validity) as since, upper(p.validity) - 1 as until, p.name,
                p.aliases, p.email, p.represents_organization_id, p.member_unit_ids,
                array(select predecessor_id from directory_succession where successor_id = unit_id order by 1) as before,
                array(select successor_id from directory_succession where predecessor_id = unit_id order by 1) as after
            from directory_unit u join directory_unit_period p using (unit_id)
            where %s
            order by unit_id, p.validity""";

    private static final int WAIT_SECONDS = 10;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Jdbi db;

    Histories(Jdbi db) {
        this.db = db;
    }

    /**
     * Changes of the directory are rare and touch many things: one at a time, until the running transaction ends.
     *
     * @throws Problem.Unavailable when another one, as a large file, takes longer than somebody at a screen should wait
     */
    void lock() {
        try {
            db.useHandle(handle -> {
                handle.execute("set local lock_timeout = '%ds'".formatted(WAIT_SECONDS));
                handle.execute("select pg_advisory_xact_lock(hashtext('directory'))");
                handle.execute("set local lock_timeout = 0");
            });
        } catch (UnableToExecuteStatementException failed) {
            if (failed.getCause() instanceof SQLException cause && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
                throw new Problem.Unavailable("directory.busy").retryAfter(WAIT_SECONDS);
            }
            throw failed;
        }
    }

    Optional<OrganizationHistory> organization(UUID id) {
        return organizations(List.of(id)).stream().findFirst();
    }

    List<OrganizationHistory> organizations(Collection<UUID> ids) {
        return organizations("organization_id = any (:ids)", ids.toArray(UUID[]::new));
    }

    /** Those that lie directly below one of these in some period. */
    List<OrganizationHistory> below(Collection<UUID> parents) {
        return organizations("""
                organization_id in (select organization_id from directory_organization_period where parent_id = any (:ids))""", parents.toArray(UUID[]::new));
    }

    /** Every organization: for imports, which meet most of them. */
    List<OrganizationHistory> allOrganizations() {
        return organizations("true or organization_id = any (:ids)", new UUID[0]);
    }

    Optional<UnitHistory> unit(UUID id) {
        return units("unit_id = any (:ids)", new UUID[] {id}).stream().findFirst();
    }

    List<UnitHistory> unitsOf(Collection<UUID> organizations) {
        return units("p.organization_id = any (:ids)", organizations.toArray(UUID[]::new));
    }

    /** All units of every organization that has a unit standing for one of these. */
    List<UnitHistory> besideRepresentativesOf(Collection<UUID> organizations) {
        return units("""
                p.organization_id in (
                    select organization_id from directory_unit_period
                    where represents_organization_id = any (:ids))""", organizations.toArray(UUID[]::new));
    }

    private List<OrganizationHistory> organizations(String condition, UUID[] ids) {
        return db.withHandle(handle -> {
            Map<UUID, OrganizationHistory> found = new LinkedHashMap<>();
            query(handle, ORGANIZATIONS.formatted(condition), ids, row -> {
                var entry = new Entry<>(
                        day(row, "since"),
                        lastDay(row),
                        new OrganizationHistory.State(
                                row.getString("name"),
                                row.getObject("parent_id", UUID.class),
                                row.getString("administrative_code"),
                                row.getString("agency_code"),
                                row.getObject("population", Long.class)));
                var id = row.getObject("organization_id", UUID.class);
                var known = found.get(id);
                found.put(
                        id,
                        known != null
                                ? known.with(and(known.timeline(), entry))
                                : new OrganizationHistory(
                                        id,
                                        row.getString("alias"),
                                        OrganizationKind.valueOf(row.getString("kind")),
                                        OrganizationLevel.valueOf(row.getString("level")),
                                        new Timeline<>(List.of(entry)),
                                        ids(row, "before"),
                                        ids(row, "after")));
            });
            return List.copyOf(found.values());
        });
    }

    private List<UnitHistory> units(String condition, UUID[] ids) {
        return db.withHandle(handle -> {
            Map<UUID, UnitHistory> found = new LinkedHashMap<>();
            query(handle, UNITS.formatted(condition), ids, row -> {
                var entry = new Entry<>(
                        day(row, "since"),
                        lastDay(row),
                        new UnitHistory.State(
                                row.getString("name"),
                                List.of((String[]) row.getArray("aliases").getArray()),
                                row.getString("email"),
                                row.getObject("represents_organization_id", UUID.class),
                                ids(row, "member_unit_ids")));
                var id = row.getObject("unit_id", UUID.class);
                var known = found.get(id);
                found.put(
                        id,
                        known != null
                                ? known.with(and(known.timeline(), entry))
                                : new UnitHistory(
                                        id,
                                        row.getObject("organization_id", UUID.class),
                                        UnitKind.valueOf(row.getString("kind")),
                                        new Timeline<>(List.of(entry)),
                                        ids(row, "before"),
                                        ids(row, "after")));
            });
            return List.copyOf(found.values());
        });
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void query(Handle handle, String sql, UUID[] ids, RowReader reader) {
        handle.createQuery(sql)
                .bind("ids", ids)
                .map((row, _) -> {
                    reader.read(row);
                    return true;
                })
                .forEach(_ -> {});
    }

    private static <S> Timeline<S> and(Timeline<S> known, Entry<S> further) {
        var entries = new ArrayList<>(known.entries());
        entries.add(further);
        return new Timeline<>(entries);
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static @Nullable LocalDate lastDay(ResultSet row) throws SQLException {
        return row.getObject("until", LocalDate.class);
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return List.of((UUID[]) row.getArray(column).getArray());
    }
}
