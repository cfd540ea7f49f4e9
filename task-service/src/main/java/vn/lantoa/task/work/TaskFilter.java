package vn.lantoa.task.work;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.TaskState;
import vn.lantoa.kit.http.Cursor;

/**
 * Which tasks are wanted; what is null or empty does not narrow.
 *
 * @param states any of them
 * @param units tasks led by any of them
 * @param mine tasks led by one of {@code units}, or delegated to {@code assignee}: either is enough
 * @param received with {@code mine}: also tasks that the organization received as a whole
 * @param parent the recurring task whose occurrences are wanted
 * @param onlyWithoutParent leaves occurrences out
 * @param overdueOn open tasks whose legal end lies before this day
 */
public record TaskFilter(
        Set<TaskState> states,
        Set<UUID> units,
        @Nullable UUID assignee,
        boolean mine,
        boolean received,
        @Nullable UUID planId,
        @Nullable UUID parent,
        boolean onlyWithoutParent,
        @Nullable AssignMode mode,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        @Nullable LocalDate overdueOn) {

    /** States in which a task still asks for work by its unit. */
    public static final Set<TaskState> OPEN = Set.of(
            TaskState.ASSIGNED,
            TaskState.ACCEPTED,
            TaskState.IN_PROGRESS,
            TaskState.RESULT_SUBMITTED,
            TaskState.REQUESTED,
            TaskState.ACKNOWLEDGED);

    private static final List<TaskState> SCORED =
            List.of(TaskState.ASSIGNED, TaskState.ACCEPTED, TaskState.IN_PROGRESS);

    public TaskFilter {
        states = Set.copyOf(states);
        units = Set.copyOf(units);
    }

    /** The name of the list that this filter cuts, for its cursors. */
    String cursorList() {
        return Cursor.listOf(
                "tasks",
                new TreeSet<>(states),
                new TreeSet<>(units),
                assignee,
                mine,
                received,
                planId,
                parent,
                onlyWithoutParent,
                mode,
                dueFrom,
                dueTo,
                overdueOn);
    }

    /**
     * Open tasks delegated to a person, or led by one of the units that they head.
     *
     * @param headsOrganization whether what the organization received as a whole is theirs to see to
     */
    public static TaskFilter mine(UUID personId, Set<UUID> headOf, boolean headsOrganization) {
        return new TaskFilter(
                OPEN, headOf, personId, true, headsOrganization, null, null, false, null, null, null, null);
    }

    /** Conditions on {@code task t}, each beginning with "and". */
    String conditions() {
        var sql = new StringJoiner("\n");
        sql.setEmptyValue("");
        if (!states.isEmpty()) {
            sql.add("and t.state = any (:states)");
        }
        if (mine) {
            sql.add("and (t.assignee_id = :assignee or t.lead_unit_id = any (:units)"
                    + (received ? " or t.receiving_organization_id = :organization)" : ")"));
        } else {
            add(sql, units.isEmpty() ? null : units, "and t.lead_unit_id = any (:units)");
            add(sql, assignee, "and t.assignee_id = :assignee");
        }
        add(sql, planId, "and t.plan_id = :plan");
        add(sql, parent, "and t.parent_task_id = :parent");
        if (onlyWithoutParent) {
            sql.add("and t.parent_task_id is null");
        }
        add(sql, mode, "and t.mode = :mode");
        add(sql, dueFrom, "and t.due_last_day >= :dueFrom");
        add(sql, dueTo, "and t.due_last_day <= :dueTo");
        add(sql, overdueOn, """
                and t.mode = 'ASSIGN'
                and (t.state = any (:scored) and t.due_legal_end < :overdueOn
                     or t.state = 'RESULT_SUBMITTED' and t.due_legal_end < t.submitted_on)""");
        return sql.toString();
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        values.put("states", states.stream().map(TaskState::name).toArray(String[]::new));
        values.put("units", units.toArray(UUID[]::new));
        values.put("scored", SCORED.stream().map(TaskState::name).toArray(String[]::new));
        put(values, "assignee", assignee);
        put(values, "plan", planId);
        put(values, "parent", parent);
        put(values, "mode", mode == null ? null : mode.name());
        put(values, "dueFrom", dueFrom);
        put(values, "dueTo", dueTo);
        put(values, "overdueOn", overdueOn);
        return values;
    }

    private static void add(StringJoiner sql, @Nullable Object wanted, String condition) {
        if (wanted != null) {
            sql.add(condition);
        }
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
