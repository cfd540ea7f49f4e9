package vn.lantoa.endtoend.plans;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Wishes for amendments as officials might have them, out of what a plan says now; the same seed wishes the same. */
final class RandomWish {

    private static final List<String> YEARLY = List.of("03-26", "05-18", "09-02", "10-01", "10-10", "12-22", "02-29");

    private final Random random;
    private final LocalDate today;
    private int made;

    RandomWish(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.today = today;
    }

    /** @param version as the API shows it */
    Map<String, Object> of(JsonNode version) {
        made++;
        var units = new TreeSet<String>();
        version.path("tasks").forEach(it -> {
            if (it.path("item").path("mode").asText().equals("ASSIGN")) {
                units.add(it.path("item").path("leadUnitId").asText());
            }
        });
        var wish = new LinkedHashMap<String, Object>();
        wish.put(
                "document",
                Map.of(
                        "type",
                        "QD",
                        "number",
                        String.valueOf(100 + made),
                        "symbol",
                        "QĐ-UBND",
                        "issuedOn",
                        today.toString(),
                        "subject",
                        "Điều chỉnh, bổ sung kế hoạch lần " + made));
        wish.put("effectiveOn", today.plusDays(random.nextInt(5)).toString());
        wish.put("reason", "Điều chỉnh lần " + made);
        var tasks = tasks(version, new ArrayList<>(units));
        if (!tasks.isEmpty()) {
            wish.put("tasks", tasks);
        }
        if (chance(35)) {
            wish.put("reportObligations", obligations(version));
        }
        if (chance(20) && version.path("indicators").size() > 0) {
            wish.put("indicators", indicators(version));
        }
        if (chance(15)) {
            int year = Integer.parseInt(version.path("endsOn").asText().substring(0, 4));
            wish.put("endsOn", (chance(50) ? year + 1 : Math.max(today.getYear() + 1, year - 1)) + "-12-31");
        }
        if (chance(10)) {
            wish.put("subject", "Truyền thông về chuyển đổi số trên địa bàn xã, điều chỉnh lần " + made);
        }
        return wish;
    }

    private Map<String, Object> tasks(JsonNode version, List<String> units) {
        var change = new LinkedHashMap<String, Object>();
        var remove = new ArrayList<String>();
        var add = new ArrayList<Object>();
        for (var task : version.path("tasks")) {
            var item = task.path("item");
            var id = item.path("itemId").asText();
            if (chance(8) && version.path("tasks").size() > 3) {
                remove.add(id);
            } else if (chance(35)) {
                var patch = patch(item, units);
                if (!patch.isEmpty()) {
                    change.put(id, patch);
                }
            }
        }
        if (chance(45) || (change.isEmpty() && remove.isEmpty())) {
            add.add(newTask(units));
        }
        var tasks = new LinkedHashMap<String, Object>();
        if (!add.isEmpty()) {
            tasks.put("add", add);
        }
        if (!change.isEmpty()) {
            tasks.put("change", change);
        }
        if (!remove.isEmpty()) {
            tasks.put("remove", remove);
        }
        return tasks;
    }

    private Map<String, Object> patch(JsonNode item, List<String> units) {
        var patch = new LinkedHashMap<String, Object>();
        if (chance(50)) {
            patch.put("schedule", schedule());
        }
        if (chance(30)) {
            patch.put("title", "Nhiệm vụ điều chỉnh lần " + made + ", số " + item.path("number").asText("thêm"));
        }
        if (chance(25) && item.path("mode").asText().equals("ASSIGN")) {
            patch.put("leadUnitId", units.get(random.nextInt(units.size())));
            patch.put("coordinatingUnitIds", List.of());
        }
        if (chance(15)) {
            patch.put("product", "Báo cáo kết quả lần " + made);
        }
        return patch;
    }

    private Map<String, Object> newTask(List<String> units) {
        var task = new LinkedHashMap<String, Object>();
        task.put("title", "Nhiệm vụ bổ sung lần " + made);
        task.put("mode", "ASSIGN");
        task.put("leadUnitId", units.get(random.nextInt(units.size())));
        task.put("schedule", schedule());
        return task;
    }

    private Map<String, Object> schedule() {
        return switch (random.nextInt(4)) {
            case 0 -> Map.of("kind", "CONTINUOUS", "words", "Thường xuyên");
            case 1 -> {
                var day = YEARLY.get(random.nextInt(YEARLY.size()));
                var other = YEARLY.get(random.nextInt(YEARLY.size()));
                var days = new ArrayList<Object>();
                days.add(Map.of("monthDay", day, "name", "Ngày " + day));
                if (!other.equals(day)) {
                    days.add(Map.of("monthDay", other, "name", "Ngày " + other));
                }
                yield Map.of("kind", "YEARLY_DAY", "yearlyDays", days, "words", "Hằng năm");
            }
            default -> {
                var to = today.plusDays(20 + random.nextInt(300));
                var bound = chance(50) ? "BEFORE" : "ON_OR_BEFORE";
                yield Map.of("kind", "BY", "to", to.toString(), "bound", bound, "words", "Hoàn thành đến " + to);
            }
        };
    }

    private Map<String, Object> obligations(JsonNode version) {
        var obligations = new LinkedHashMap<String, Object>();
        for (var it : version.path("reportObligations")) {
            var item = it.path("item");
            if (!item.path("kind").asText().equals("PERIODIC")) {
                continue;
            }
            var id = item.path("obligationId").asText();
            if (chance(10)) {
                obligations.put("remove", List.of(id));
                return obligations;
            }
            obligations.put("change", Map.of(id, Map.of("due", List.of(day("06"), day("12")))));
            return obligations;
        }
        var unit = version.path("tasks").path(0).path("item").path("leadUnitId").asText();
        obligations.put(
                "add",
                List.of(Map.of(
                        "kind",
                        "PERIODIC",
                        "frequency",
                        "HALF_YEARLY",
                        "due",
                        List.of(day("06"), day("12")),
                        "fromUnitId",
                        unit,
                        "to",
                        List.of("Ủy ban nhân dân thành phố"),
                        "words",
                        "Báo cáo sáu tháng, lần điều chỉnh " + made)));
        return obligations;
    }

    private Map<String, Object> day(String month) {
        return Map.of(
                "monthDay", month + "-%02d".formatted(15 + random.nextInt(14)), "bound", chance(50) ? "BEFORE" : "ON_OR_BEFORE");
    }

    private Map<String, Object> indicators(JsonNode version) {
        var item = version.path("indicators").path(0).path("item");
        int year = today.getYear() + 1 + random.nextInt(3);
        return Map.of(
                "change",
                Map.of(
                        item.path("indicatorId").asText(),
                        Map.of(
                                "targets",
                                List.of(Map.of("year", year, "comparator", ">=", "value", 5 + random.nextInt(90), "aspirational", false)))));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
