package vn.lantoa.task.assignment;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.UnitKind;
import vn.lantoa.events.UnitRecorded;
import vn.lantoa.task.work.TellTasksAgain;

/**
 * A plan may be told before the directory tells of its units: then its tasks hold ids only. What depends on the unit is put in
 * when it becomes known: the organization it stands for, and the members of a group. What a task knows already is kept, as it
 * was on the day on which the task was given.
 */
@Singleton
class LateUnits {

    private final Jdbi db;
    private final TellTasksAgain tellTasksAgain;

    LateUnits(Jdbi db, TellTasksAgain tellTasksAgain) {
        this.db = db;
        this.tellTasksAgain = tellTasksAgain;
    }

    /** In the transaction in which the directory learned of the unit. */
    void complete(@Observes UnitRecorded unit) {
        db.useHandle(handle -> {
            if (unit.representsOrganizationId() != null) {
                tellTasksAgain.handle(new TellTasksAgain.Command(represent(handle, unit)));
            }
            if (unit.kind() == UnitKind.GROUP && !unit.memberUnitIds().isEmpty()) {
                expand(handle, unit);
            }
        });
    }

    /** The tasks that now have a receiver. */
    private static List<UUID> represent(Handle handle, UnitRecorded unit) {
        handle.createUpdate("""
                        update coordinating_duty set receiving_organization_id = :receiver
                        where unit_id = :unit and receiving_organization_id is null""")
                .bind("receiver", unit.representsOrganizationId())
                .bind("unit", unit.unitId())
                .execute();
        return handle.createQuery("""
                        update task set receiving_organization_id = :receiver, version = version + 1
                        where lead_unit_id = :unit and receiving_organization_id is null
                        returning id""")
                .bind("receiver", unit.representsOrganizationId())
                .bind("unit", unit.unitId())
                .mapTo(UUID.class)
                .list();
    }

    private static void expand(Handle handle, UnitRecorded group) {
        handle.createUpdate("""
                        insert into coordinating_duty (task_id, unit_id, receiving_organization_id)
                        select d.task_id, m.unit_id, u.represents_organization_id
                        from coordinating_duty d
                        join task t on t.id = d.task_id
                        cross join unnest(:members) as m (unit_id)
                        left join directory_unit u on u.unit_id = m.unit_id
                        where d.unit_id = :group and d.done_on is null and m.unit_id <> t.lead_unit_id
                        on conflict do nothing""")
                .bind("members", group.memberUnitIds().toArray(UUID[]::new))
                .bind("group", group.unitId())
                .execute();
        handle.createUpdate("delete from coordinating_duty where unit_id = :group and done_on is null")
                .bind("group", group.unitId())
                .execute();
    }
}
