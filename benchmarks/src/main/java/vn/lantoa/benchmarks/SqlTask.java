package vn.lantoa.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;

/**
 * The raw limit of creating a task: its row, a line of history and an event of the usual size, in one transaction over JDBC,
 * on a connection that stays open, with statements that stay prepared. The tables are copies of the service's own, with every
 * index and constraint, in a schema that no relay watches.
 */
final class SqlTask implements Operation {

    private static final String SCHEMA = "raw_limit";

    /** As long as the envelope of a task that was assigned. */
    private static final String ENVELOPE = "x".repeat(1_200);

    private final Connection connection;
    private final PreparedStatement task;
    private final PreparedStatement history;
    private final PreparedStatement event;
    private final SeededUnit seed;

    SqlTask(LocalSystem system, SeededUnit seed) throws SQLException {
        this.seed = seed;
        var environment = system.environment(Part.TASK_SERVICE);
        connection = connect(environment);
        connection.setSchema(SCHEMA);
        connection.setAutoCommit(false);
        task = connection.prepareStatement("""
                insert into task (id, version, organization_id, title, source, mode, state, lead_unit_id,
                    coordinating_as_written, schedule_kind, schedule_to, schedule_bound, schedule_yearly_days,
                    schedule_words, due_date, due_bound, due_last_day, due_last_safe_day, due_legal_end,
                    due_calendar_version,
                    evidence_count, progress_count, coordinating_done, assigned_by, assigned_at)
                values (?, 0, ?, 'Gửi danh sách cán bộ phụ trách chuyển đổi số', 'chỉ đạo trực tiếp', 'ASSIGN', 'ASSIGNED',
                    ?, '{}', 'BY', date '2027-01-15', 'ON_OR_BEFORE', '[]', 'chậm nhất ngày 15/01/2027',
                    date '2027-01-15', 'ON_OR_BEFORE', date '2027-01-15', date '2027-01-15', date '2027-01-15',
                    '2026-1+2027-1',
                    0, 0, 0, ?, now())""");
        history = connection.prepareStatement("""
                insert into task_history (id, task_id, at, person_id, action, state)
                values (?, ?, now(), ?, 'ASSIGN', 'ASSIGNED')""");
        event = connection.prepareStatement("""
                insert into outbox (event_id, topic, aggregate_id, event_type, envelope, recorded_at)
                values (?, 'tasks', ?, 'task.assigned.v1', ?, now())""");
    }

    /** Copies the service's tables, once it has made them. */
    static void prepare(LocalSystem system) throws SQLException {
        try (var connection = connect(system.environment(Part.TASK_SERVICE));
                var statement = connection.createStatement()) {
            statement.execute("""
                    create schema if not exists %1$s;
                    create table if not exists %1$s.task (like public.task including all);
                    create table if not exists %1$s.task_history (like public.task_history including all,
                        foreign key (task_id) references %1$s.task);
                    create table if not exists %1$s.outbox (like public.outbox including all)""".formatted(SCHEMA));
        }
    }

    private static Connection connect(Map<String, String> environment) throws SQLException {
        return DriverManager.getConnection(
                environment.get("LANTOA_DB_URL"),
                environment.get("LANTOA_DB_OWNER"),
                environment.get("LANTOA_DB_OWNER_PASSWORD"));
    }

    @Override
    public void run() throws SQLException {
        var taskId = id();
        var personId = id();
        task.setObject(1, taskId);
        task.setObject(2, seed.organizationId());
        task.setObject(3, seed.unitId());
        task.setObject(4, personId);
        task.executeUpdate();
        history.setObject(1, id());
        history.setObject(2, taskId);
        history.setObject(3, personId);
        history.executeUpdate();
        event.setObject(1, id());
        event.setObject(2, taskId);
        event.setString(3, ENVELOPE);
        event.executeUpdate();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Ordered by time, as the service's own ids are: random ones would make the index slower than it need be. */
    private static UUID id() {
        var random = ThreadLocalRandom.current();
        return new UUID(
                System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000),
                random.nextLong() >>> 2 | Long.MIN_VALUE);
    }
}
