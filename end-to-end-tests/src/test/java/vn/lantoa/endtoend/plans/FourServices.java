package vn.lantoa.endtoend.plans;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;

/**
 * What the four services hold of one plan, read from their databases as their owners: each service's own truth, not what it shows. Says
 * where they disagree.
 */
final class FourServices {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Done, answered or called off: they stay bound to the version under which that happened. */
    private static final Set<String> OVER = Set.of("COMPLETED", "RESPONDED", "CANCELLED");
    /** Those of which people are reminded. */
    private static final Set<String> WITH_THEIR_UNIT =
            Set.of("ASSIGNED", "ACCEPTED", "IN_PROGRESS", "REQUESTED", "ACKNOWLEDGED");

    private static final String TASKS = """
            select id::text as id, plan_item_id::text as item, occurrence_on::text as day, state, title, mode,
                lead_unit_id::text as unit, due_last_day::text as last_day, due_last_safe_day::text as safe
            from task where plan_id = ?::uuid""";
    private static final String PUBLISHED_TASKS = """
            select task_id::text as id, item_id::text as item, occurrence_on::text as day, state, title, mode,
                lead_unit_id::text as unit, last_day::text as last_day, last_safe_day::text as safe
            from published_task where plan_id = ?::uuid""";
    private static final String TASK_FACTS = """
            select task_id::text as id, plan_item_id::text as item, state, title, mode, lead_unit_id::text as unit,
                due_on::text as last_day
            from task_fact where plan_id = ?::uuid""";
    private static final String DUTIES = """
            select d.duty_id::text as id, d.obligation_id::text as item, d.due_date::text as due, d.last_day::text as last_day,
                d.last_safe_day::text as safe, d.legal_end::text as legal, o.from_unit_id::text as unit
            from report_duty d join report_obligation o using (obligation_id)
            where o.plan_id = ?::uuid and d.withdrawn_on is null and not d.reference_only""";
    private static final String PUBLISHED_DUTIES = """
            select duty_id::text as id, obligation_id::text as item, due_on::text as due, last_day::text as last_day,
                last_safe_day::text as safe, legal_end::text as legal, unit_id::text as unit
            from published_duty where plan_id = ?::uuid and not withdrawn""";
    private static final String REMINDED = """
            select subject_id::text as id, unit_id::text as unit, last_day::text as last_day, last_safe_day::text as safe,
                open::text as open
            from duty where subject_id = any (?::uuid[])""";
    private static final String REMINDERS = """
            select subject_id::text || ' ' || rung as id, subject_id::text as subject, rung::text as rung,
                fires_on::text as fires
            from reminder where state = 'PLANNED' and subject_id = any (?::uuid[])""";
    private static final String WITHDRAWN = """
            select d.duty_id::text as id from report_duty d join report_obligation o using (obligation_id)
            where o.plan_id = ?::uuid and d.withdrawn_on is not null""";

    private final LocalSystem system;
    private final String planId;

    FourServices(LocalSystem system, String planId) {
        this.system = system;
        this.planId = planId;
    }

    /** Rows by their id; columns by their name, without those that are null. */
    record Rows(Map<String, Map<String, String>> byId) {

        Set<String> ids() {
            return byId.keySet();
        }

        Map<String, String> get(String id) {
            return Objects.requireNonNull(byId.get(id), id);
        }

        Rows without(String... columns) {
            var rows = new TreeMap<String, Map<String, String>>();
            byId.forEach((id, row) -> {
                var fewer = new TreeMap<>(row);
                Set.of(columns).forEach(fewer::remove);
                rows.put(id, fewer);
            });
            return new Rows(rows);
        }
    }

    /** Everything that an amendment may touch in the services that act. */
    record State(Rows tasks, Rows duties, Rows reminders) {}

    State state() {
        var tasks = tasks();
        var duties = duties();
        return new State(tasks, duties, reminders(all(tasks.ids(), duties.ids())));
    }

    /** All rows of all that could change, counted: what looks only at a plan leaves this alone. */
    String fingerprint() {
        var all = new ArrayList<String>();
        all.add(state().toString());
        all.add(query(Part.PLAN_SERVICE, "select count(*)::text as id from outbox").ids().toString());
        all.add(query(
                        Part.PLAN_SERVICE,
                        "select id::text || version || edition || state as id from plan where id = ?::uuid",
                        planId)
                .ids()
                .toString());
        all.add(query(
                        Part.PLAN_SERVICE,
                        "select count(*)::text as id from plan_version where plan_id = ?::uuid",
                        planId)
                .ids()
                .toString());
        return String.join("\n", all);
    }

    /** Where the services do not say the same; empty when they agree. */
    List<String> disagreements() {
        var found = new ArrayList<String>();
        var tasks = tasks();
        differ(found, "plan-service's copy of tasks", tasks, query(Part.PLAN_SERVICE, PUBLISHED_TASKS, planId));
        differ(
                found,
                "reporting-service's facts of tasks",
                tasks.without("day", "safe"),
                query(Part.REPORTING_SERVICE, TASK_FACTS, planId));
        var duties = duties();
        differ(found, "plan-service's copy of duties", duties, query(Part.PLAN_SERVICE, PUBLISHED_DUTIES, planId));
        aboutVersions(found);
        aboutContent(found, tasks);
        aboutReminders(found, tasks, duties);
        return found;
    }

    private void aboutVersions(List<String> found) {
        var edition = one(Part.PLAN_SERVICE, "select edition::text as id from plan where id = ?::uuid");
        var followed = one(Part.TASK_SERVICE, "select version::text as id from promulgated_plan where plan_id = ?::uuid");
        var reported = one(Part.REPORTING_SERVICE, "select version::text as id from plan where plan_id = ?::uuid");
        if (!edition.equals(followed) || !edition.equals(reported)) {
            found.add("version %s; task-service follows %s, reporting-service %s".formatted(edition, followed, reported));
        }
    }

    /** Each item that holds has one task that says what the item says; an item that ended has nothing to do any more. */
    private void aboutContent(List<String> found, Rows tasks) {
        var ended = !Set.of("PROMULGATED", "IN_EXECUTION")
                .contains(one(Part.PLAN_SERVICE, "select state as id from plan where id = ?::uuid"));
        var items = new TreeMap<String, JsonNode>();
        content().path("tasks").forEach(item -> items.put(item.path("itemId").asText(), item));
        for (var item : items.entrySet()) {
            var own = tasks.byId().values().stream()
                    .filter(it -> item.getKey().equals(it.get("item"))
                            && !it.containsKey("day")
                            && (ended || !"CANCELLED".equals(it.get("state"))))
                    .toList();
            if (own.size() != 1) {
                found.add("item %s has %d tasks".formatted(item.getKey(), own.size()));
            } else if (!OVER.contains(own.getFirst().get("state"))) {
                said(found, item.getKey(), "title", item.getValue().path("title").asText(), own.getFirst().get("title"));
                said(found, item.getKey(), "mode", item.getValue().path("mode").asText(), own.getFirst().get("mode"));
                said(found, item.getKey(), "lead", item.getValue().path("leadUnitId").asText(), own.getFirst().get("unit"));
            }
        }
        tasks.byId().forEach((id, task) -> {
            boolean over = OVER.contains(task.get("state")) || "RESULT_SUBMITTED".equals(task.get("state"));
            if (!over && (ended || !items.containsKey(task.get("item")))) {
                found.add("task %s of an item that ended is %s".formatted(id, task.get("state")));
            }
        });
    }

    private void aboutReminders(List<String> found, Rows tasks, Rows duties) {
        var withdrawn = query(Part.REPORTING_SERVICE, WITHDRAWN, planId);
        var ids = all(all(tasks.ids(), duties.ids()), withdrawn.ids());
        var reminded = query(Part.NOTIFICATION_SERVICE, REMINDED, array(ids));
        var planned = reminders(ids).byId().values().stream()
                .collect(Collectors.groupingBy(it -> it.get("subject")));
        tasks.byId().forEach((id, task) -> {
            var duty = reminded.byId().get(id);
            if (duty == null) {
                found.add("nobody is reminded of task " + id);
                return;
            }
            boolean open = WITH_THEIR_UNIT.contains(task.get("state"));
            said(found, id, "open for reminders", String.valueOf(open), duty.get("open"));
            said(found, id, "unit to remind", task.get("unit"), duty.get("unit"));
            said(found, id, "last day to remind of", task.get("last_day"), duty.get("last_day"));
            said(found, id, "safe day to remind of", task.get("safe"), duty.get("safe"));
        });
        duties.byId().forEach((id, owed) -> {
            var duty = reminded.byId().get(id);
            if (duty == null) {
                found.add("nobody is reminded of duty " + id);
                return;
            }
            said(found, id, "unit to remind", owed.get("unit"), duty.get("unit"));
            said(found, id, "last day to remind of", owed.get("last_day"), duty.get("last_day"));
            said(found, id, "safe day to remind of", owed.get("safe"), duty.get("safe"));
        });
        withdrawn.ids().forEach(id -> {
            var duty = reminded.byId().get(id);
            if (duty != null && "true".equals(duty.get("open"))) {
                found.add("people are reminded of the withdrawn duty " + id);
            }
        });
        reminded.byId().forEach((id, duty) -> {
            for (var reminder : planned.getOrDefault(id, List.of())) {
                if (!"true".equals(duty.get("open"))) {
                    found.add("a reminder is planned of %s, which is not open".formatted(id));
                } else if ("0".equals(reminder.get("rung")) && !Objects.equals(duty.get("safe"), reminder.get("fires"))) {
                    found.add("the reminder of the last safe day of %s goes out on %s".formatted(id, reminder.get("fires")));
                }
            }
        });
    }

    /** The content of the newest version, as it was told. */
    JsonNode content() {
        try {
            return JSON.readTree(one(
                    Part.PLAN_SERVICE,
                    "select content::text as id from plan_version where plan_id = ?::uuid order by version desc limit 1"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Rows tasks() {
        return query(Part.TASK_SERVICE, TASKS, planId);
    }

    private Rows duties() {
        return query(Part.REPORTING_SERVICE, DUTIES, planId);
    }

    private Rows reminders(Set<String> subjects) {
        return query(Part.NOTIFICATION_SERVICE, REMINDERS, array(subjects));
    }

    private static void said(List<String> found, String id, String what, String expected, String actual) {
        if (!Objects.equals(expected, actual)) {
            found.add("%s: %s is \"%s\" and not \"%s\"".formatted(id, what, actual, expected));
        }
    }

    private static void differ(List<String> found, String whose, Rows expected, Rows actual) {
        for (var id : all(expected.ids(), actual.ids())) {
            var one = expected.byId().get(id);
            var other = actual.byId().get(id);
            if (!Objects.equals(one, other)) {
                found.add("%s: %s is %s and not %s".formatted(whose, id, other, one));
            }
        }
    }

    private static Set<String> all(Set<String> some, Set<String> more) {
        var all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    private static String array(Set<String> ids) {
        return "{" + String.join(",", ids) + "}";
    }

    private String one(Part service, String sql) {
        var rows = query(service, sql, planId).ids();
        return rows.isEmpty() ? "nothing" : rows.iterator().next();
    }

    private Rows query(Part service, String sql, String... parameters) {
        var environment = system.environment(service);
        try (var connection = DriverManager.getConnection(
                        environment.get("LANTOA_DB_URL"),
                        environment.get("LANTOA_DB_OWNER"),
                        environment.get("LANTOA_DB_OWNER_PASSWORD"));
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            var rows = new TreeMap<String, Map<String, String>>();
            try (var result = statement.executeQuery()) {
                var columns = result.getMetaData();
                while (result.next()) {
                    var row = new TreeMap<String, String>();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        if (result.getString(i) != null) {
                            row.put(columns.getColumnLabel(i), result.getString(i));
                        }
                    }
                    rows.put(result.getString("id"), row);
                }
            }
            return new Rows(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(service + ": " + sql, e);
        }
    }
}
