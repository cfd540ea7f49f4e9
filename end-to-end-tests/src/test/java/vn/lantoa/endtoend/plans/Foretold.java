package vn.lantoa.endtoend.plans;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import vn.lantoa.endtoend.plans.FourServices.Rows;
import vn.lantoa.endtoend.plans.FourServices.State;

/** Holds what a preview said against what happened: every line came true, and nothing happened that no line said. */
final class Foretold {

    private final JsonNode preview;
    private final State before;
    private final State after;
    private final Map<String, String> newItems = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    /**
     * @param was the version before, as the API shows it
     * @param is the version after
     */
    Foretold(JsonNode preview, State before, State after, JsonNode was, JsonNode is) {
        this.preview = preview;
        this.before = before;
        this.after = after;
        placeNewItems("tasks", "itemId", was, is);
        placeNewItems("reportObligations", "obligationId", was, is);
    }

    /** New items stand behind the old ones, in the order of the wish. */
    private void placeNewItems(String list, String idField, JsonNode was, JsonNode is) {
        var known = new TreeSet<String>();
        was.path(list).forEach(it -> known.add(it.path("item").path(idField).asText()));
        int place = 0;
        for (var it : is.path(list)) {
            var id = it.path("item").path(idField).asText();
            if (!known.contains(id)) {
                newItems.put("/" + list + "/add/" + place++, id);
            }
        }
    }

    List<String> differences() {
        tasks();
        duties();
        reminders();
        return wrong;
    }

    private void tasks() {
        var given = new TreeSet<String>();
        var touched = new TreeSet<String>();
        for (var line : preview.path("tasks")) {
            var effect = line.path("effect").asText();
            if (effect.equals("GIVEN")) {
                given.add(item(line) + " " + text(line, "occurrenceOn"));
                continue;
            }
            var id = line.path("taskId").asText();
            touched.add(id);
            var task = after.tasks().byId().getOrDefault(id, Map.of());
            expect(id, "state", text(line, "stateAfter"), task.get("state"));
            if (effect.equals("AMENDED")) {
                expect(id, "unit", text(line, "leadUnitAfter"), task.get("unit"));
                expect(id, "last day", text(line.path("deadlineAfter"), "lastDay"), task.get("last_day"));
                expect(id, "last safe day", text(line.path("deadlineAfter"), "lastSafeDay"), task.get("safe"));
            }
        }
        var really = new TreeSet<String>();
        after.tasks().byId().forEach((id, task) -> {
            if (!before.tasks().ids().contains(id)) {
                really.add(task.get("item") + " " + task.get("day"));
            } else if (!task.equals(before.tasks().get(id)) && !touched.contains(id)) {
                wrong.add("task %s became %s, which nobody foretold".formatted(id, task));
            }
        });
        if (!given.equals(really)) {
            wrong.add("foretold to be given: %s, really given: %s".formatted(given, really));
        }
    }

    private void duties() {
        var scheduled = new TreeSet<String>();
        var withdrawn = new TreeSet<String>();
        var rescheduled = new TreeSet<String>();
        for (var line : preview.path("reportDuties")) {
            switch (line.path("effect").asText()) {
                case "SCHEDULED" -> scheduled.add(item(line) + " " + text(line.path("deadlineAfter"), "date"));
                case "WITHDRAWN" -> withdrawn.add(line.path("dutyId").asText());
                default -> {
                    var id = line.path("dutyId").asText();
                    rescheduled.add(id);
                    var duty = after.duties().byId().getOrDefault(id, Map.of());
                    expect(id, "unit", text(line, "unitAfter"), duty.get("unit"));
                    expect(id, "last day", text(line.path("deadlineAfter"), "lastDay"), duty.get("last_day"));
                }
            }
        }
        var reallyScheduled = new TreeSet<String>();
        after.duties().byId().forEach((id, duty) -> {
            if (!before.duties().ids().contains(id)) {
                reallyScheduled.add(duty.get("item") + " " + duty.get("due"));
            } else if (!duty.equals(before.duties().get(id)) && !rescheduled.contains(id)) {
                wrong.add("duty %s became %s, which nobody foretold".formatted(id, duty));
            }
        });
        var reallyWithdrawn = new TreeSet<>(before.duties().ids());
        reallyWithdrawn.removeAll(after.duties().ids());
        if (!scheduled.equals(reallyScheduled)) {
            wrong.add("foretold to be scheduled: %s, really: %s".formatted(scheduled, reallyScheduled));
        }
        if (!withdrawn.equals(reallyWithdrawn)) {
            wrong.add("foretold to be withdrawn: %s, really: %s".formatted(withdrawn, reallyWithdrawn));
        }
    }

    /** By task or duty and rung: when it goes out, before and after. */
    private void reminders() {
        var foretold = new TreeSet<String>();
        for (var line : preview.path("reminders")) {
            foretold.add("%s %s: %s -> %s"
                    .formatted(subject(line), line.path("rung").asText(), text(line, "before"), text(line, "after")));
        }
        var really = new TreeSet<String>();
        var ids = new TreeSet<>(before.reminders().ids());
        ids.addAll(after.reminders().ids());
        for (var id : ids) {
            var was = fires(before.reminders(), id);
            var is = fires(after.reminders(), id);
            if (!Objects.equals(was, is)) {
                really.add("%s %s: %s -> %s".formatted(named(id), id.split(" ")[1], was, is));
            }
        }
        if (!foretold.equals(really)) {
            var missing = new TreeSet<>(foretold);
            missing.removeAll(really);
            really.removeAll(foretold);
            wrong.add("reminders foretold and not seen: %s; seen and not foretold: %s".formatted(missing, really));
        }
    }

    private static String fires(Rows reminders, String id) {
        var row = reminders.byId().get(id);
        return row == null ? null : row.get("fires");
    }

    /** A task or duty that is new has no id in the preview: it is named by its item and day. */
    private String named(String reminder) {
        var id = reminder.split(" ")[0];
        if (before.tasks().ids().contains(id) || before.duties().ids().contains(id)) {
            return id;
        }
        var task = after.tasks().byId().get(id);
        if (task != null) {
            return task.get("item") + "/" + task.get("day");
        }
        var duty = after.duties().byId().get(id);
        return duty == null ? id : duty.get("item") + "/" + duty.get("due");
    }

    private String subject(JsonNode line) {
        var id = text(line, "id");
        return id == null ? item(line) + "/" + text(line, "day") : id;
    }

    private String item(JsonNode line) {
        var item = line.path("item");
        var id = text(item, "itemId");
        return id != null ? id : newItems.getOrDefault(text(item, "newItem"), "no item");
    }

    private void expect(String id, String what, String foretold, String really) {
        if (!Objects.equals(foretold, really)) {
            wrong.add("%s: %s foretold as %s and really %s".formatted(id, what, foretold, really));
        }
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }
}
