package vn.lantoa.task.work;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The parts of coordinating units. */
@Singleton
public class CoordinatingDuties {

    private final Jdbi db;

    CoordinatingDuties(Jdbi db) {
        this.db = db;
    }

    void add(Collection<CoordinatingDuty> duties) {
        if (duties.isEmpty()) {
            return;
        }
        db.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into coordinating_duty (task_id, unit_id, receiving_organization_id)
                    values (:task, :unit, :receiver)""");
            duties.forEach(it -> batch.bind("task", it.taskId())
                    .bind("unit", it.unitId())
                    .bind("receiver", it.receivingOrganizationId())
                    .add());
            batch.execute();
        });
    }

    List<CoordinatingDuty> of(UUID taskId) {
        return db.withHandle(handle -> handle.createQuery("""
                        select task_id, unit_id, receiving_organization_id, done_on, done_by, note
                        from coordinating_duty where task_id = :task order by unit_id""")
                .bind("task", taskId)
                .map((row, _) -> duty(row))
                .list());
    }

    /** Those of each of several tasks; a task without any is missing. */
    Map<UUID, List<CoordinatingDuty>> of(Collection<UUID> taskIds) {
        return db.withHandle(handle -> handle.createQuery("""
                        select task_id, unit_id, receiving_organization_id, done_on, done_by, note
                        from coordinating_duty where task_id = any (:tasks) order by unit_id""")
                .bind("tasks", taskIds.toArray(UUID[]::new))
                .map((row, _) -> duty(row))
                .collect(Collectors.groupingBy(CoordinatingDuty::taskId)));
    }

    /** As they would be given once more, for each of several tasks; a task without any is missing. */
    public Map<UUID, List<TaskOrder.UnitPart>> partsOf(Collection<UUID> taskIds) {
        var parts = new HashMap<UUID, List<TaskOrder.UnitPart>>();
        of(taskIds)
                .forEach((task, duties) -> parts.put(
                        task,
                        duties.stream()
                                .map(it -> new TaskOrder.UnitPart(it.unitId(), it.receivingOrganizationId()))
                                .toList()));
        return parts;
    }

    public CoordinatingParties partiesOf(UUID taskId) {
        return CoordinatingParties.of(of(taskId));
    }

    /** The units of each of several tasks; a task without any is missing. */
    Map<UUID, List<UUID>> unitsOf(Collection<UUID> taskIds) {
        return db.withHandle(handle -> handle.createQuery(
                        "select task_id, unit_id from coordinating_duty where task_id = any (:tasks) order by unit_id")
                .bind("tasks", taskIds.toArray(UUID[]::new))
                .map((row, _) -> Map.entry(row.getObject("task_id", UUID.class), row.getObject("unit_id", UUID.class)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    void keep(CoordinatingDuty done) {
        db.useHandle(handle -> handle.createUpdate("""
                        update coordinating_duty set done_on = :on, done_by = :by, note = :note
                        where task_id = :task and unit_id = :unit""")
                .bind("on", done.doneOn())
                .bind("by", done.doneBy())
                .bind("note", done.note())
                .bind("task", done.taskId())
                .bind("unit", done.unitId())
                .execute());
    }

    void remove(Collection<CoordinatingDuty> left) {
        if (left.isEmpty()) {
            return;
        }
        db.useHandle(handle -> {
            var batch = handle.prepareBatch("delete from coordinating_duty where task_id = :task and unit_id = :unit");
            left.forEach(it ->
                    batch.bind("task", it.taskId()).bind("unit", it.unitId()).add());
            batch.execute();
        });
    }

    boolean isReceivedBy(UUID taskId, UUID organizationId) {
        return db.withHandle(handle -> handle.createQuery("""
                        select exists (select from coordinating_duty
                                       where task_id = :task and receiving_organization_id = :organization)""")
                .bind("task", taskId)
                .bind("organization", organizationId)
                .mapTo(Boolean.class)
                .one());
    }

    private static CoordinatingDuty duty(ResultSet row) throws SQLException {
        return new CoordinatingDuty(
                row.getObject("task_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("receiving_organization_id", UUID.class),
                row.getObject("done_on", LocalDate.class),
                row.getObject("done_by", UUID.class),
                row.getString("note"));
    }
}
