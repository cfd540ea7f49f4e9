package vn.lantoa.plan.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.plan.plan.PlanScenario;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;

/** Whatever a plan is amended to: the difference of two versions leads from one to the other, and what was foretold is done. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class AmendmentSequenceTest {

    private static final int VERSIONS = 8;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
    private static final Map<String, String> IDS = Map.of(
            "tasks", "itemId",
            "indicators", "indicatorId",
            "reportObligations", "obligationId");

    @Inject
    DirectoryCopy directory;

    @Inject
    PublishedStates states;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 57})
    void differenceOfTwoVersionsLeadsFromOneToTheOther(long seed) throws IOException {
        var random = new Random(seed);
        var plan = IssuedPlan.make();
        states.follow(plan);
        Set<String> gone = new HashSet<>();
        for (int version = 1; version < VERSIONS; version++) {
            var before = content(plan, version);
            var wish = wish(random, before, version);
            wish.put(
                    "token",
                    plan.preview(wish).statusCode(200).extract().jsonPath().getString("token"));
            plan.amend(wish).statusCode(200);

            var after = content(plan, version + 1);
            assertThat(applied(before, read(plan, "/diff?from=" + version + "&to=" + (version + 1))))
                    .as("seed %d, version %d", seed, version)
                    .isEqualTo(after);
            gone.addAll(ids(before));
            ids(after).forEach(id -> {
                if (!ids(before).contains(id)) {
                    assertThat(gone).doesNotContain(id);
                }
            });
            shows(plan, after);
        }
    }

    /** The plan itself shows its newest version. */
    private static void shows(IssuedPlan plan, ObjectNode content) {
        var shown = PlanScenario.read(TestDirectory.SPECIALIST, plan.id());
        assertThat(shown.getString("subject")).isEqualTo(content.path("subject").asText());
        assertThat(shown.getString("endsOn")).isEqualTo(content.path("endsOn").asText());
        assertThat(shown.getList("tasks.id", String.class)).isEqualTo(values(content, "tasks", "itemId"));
        assertThat(shown.getList("tasks.title", String.class)).isEqualTo(values(content, "tasks", "title"));
        assertThat(shown.getList("tasks.leadUnitId", String.class)).isEqualTo(values(content, "tasks", "leadUnitId"));
        assertThat(shown.getList("indicators.name", String.class)).isEqualTo(values(content, "indicators", "name"));
        assertThat(shown.getList("reportObligations.words", String.class))
                .isEqualTo(values(content, "reportObligations", "words"));
    }

    private static List<String> values(ObjectNode content, String kind, String field) {
        var values = new ArrayList<String>();
        content.path(kind).forEach(it -> values.add(it.path(field).asText()));
        return values;
    }

    private static Map<String, Object> wish(Random random, ObjectNode content, int version) {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("subject", "Kế hoạch, lần điều chỉnh " + version);
        if (random.nextBoolean()) {
            parts.put("endsOn", (2030 + random.nextInt(6)) + "-12-31");
        }
        parts.put(
                "tasks",
                items(random, content, "tasks", AmendmentSequenceTest::task, AmendmentSequenceTest::taskPatch));
        parts.put(
                "indicators",
                items(
                        random,
                        content,
                        "indicators",
                        AmendmentSequenceTest::indicator,
                        it -> Map.of(
                                "denominator",
                                "tổng số hộ",
                                "targets",
                                indicator(it).get("targets"))));
        parts.put(
                "reportObligations",
                items(
                        random,
                        content,
                        "reportObligations",
                        AmendmentSequenceTest::obligation,
                        it -> Map.of(
                                "words",
                                "Báo cáo " + it.nextInt(100),
                                "due",
                                obligation(it).get("due"))));
        return IssuedPlan.wish(parts);
    }

    private interface Made {
        Map<String, Object> by(Random random);
    }

    private static Map<String, Object> items(Random random, ObjectNode content, String kind, Made made, Made patched) {
        var add = new ArrayList<Map<String, Object>>();
        for (int left = random.nextInt(3); left > 0; left--) {
            add.add(made.by(random));
        }
        var change = new LinkedHashMap<String, Object>();
        var remove = new ArrayList<String>();
        content.path(kind).forEach(item -> {
            var id = item.path(IDS.get(kind)).asText();
            switch (random.nextInt(4)) {
                case 0 -> change.put(id, patched.by(random));
                case 1 -> remove.add(id);
                default -> {}
            }
        });
        return Map.of("add", add, "change", change, "remove", remove);
    }

    private static Map<String, Object> task(Random random) {
        return Map.of(
                "title",
                "Nhiệm vụ " + random.nextInt(1000),
                "mode",
                "ASSIGN",
                "leadUnitId",
                lead(random),
                "coordinatingUnitIds",
                List.of(TestDirectory.ALL_DEPARTMENTS.id()),
                "schedule",
                schedule(random));
    }

    private static Map<String, Object> taskPatch(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Map.of("title", "Tên " + random.nextInt(1000));
            case 1 -> Map.of("leadUnitId", lead(random), "mode", "ASSIGN");
            case 2 -> Map.of("coordinatingUnitIds", List.of(TestDirectory.SERVICE_CENTRE.id(), lead(random)));
            default -> Map.of("schedule", schedule(random));
        };
    }

    private static Object lead(Random random) {
        return (random.nextBoolean() ? TestDirectory.CULTURE : TestDirectory.ECONOMY).id();
    }

    private static Map<String, Object> schedule(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Map.of("kind", "BY", "to", "2027-0" + (1 + random.nextInt(9)) + "-15", "bound", "BEFORE");
            case 1 -> Map.of("kind", "CONTINUOUS");
            default ->
                Map.of(
                        "kind",
                        "YEARLY_DAY",
                        "yearlyDays",
                        List.of(Map.of("monthDay", "10-1" + random.nextInt(10), "name", "Ngày hội")));
        };
    }

    private static Map<String, Object> indicator(Random random) {
        var targets = new TreeMap<Integer, Object>();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            int year = 2027 + random.nextInt(4);
            targets.put(year, Map.of("year", year, "comparator", ">=", "value", random.nextInt(1000) / 10.0));
        }
        return Map.of(
                "name",
                "Tỷ lệ " + random.nextInt(1000),
                "unit",
                "%",
                "denominator",
                "tổng số hộ",
                "targets",
                List.copyOf(targets.values()));
    }

    private static Map<String, Object> obligation(Random random) {
        return Map.of(
                "kind",
                "PERIODIC",
                "due",
                List.of(Map.of("monthDay", "0" + (1 + random.nextInt(9)) + "-20", "bound", "BEFORE")),
                "fromUnitId",
                TestDirectory.CULTURE.id(),
                "to",
                List.of("UBND thành phố Thử"),
                "words",
                "Báo cáo " + random.nextInt(1000));
    }

    /** What the difference tells, done to a content. */
    private static ObjectNode applied(ObjectNode before, JsonNode diff) {
        var after = before.deepCopy();
        diff.path("fields").forEach(it -> after.set(it.path("field").asText(), it.path("value")));
        IDS.forEach((kind, id) -> {
            Map<String, JsonNode> items = new LinkedHashMap<>();
            after.path(kind).forEach(it -> items.put(it.path(id).asText(), it));
            diff.path(kind)
                    .path("removed")
                    .forEach(it -> items.remove(it.path(id).asText()));
            diff.path(kind).path("changed").forEach(it -> {
                var item = (ObjectNode) items.get(it.path("itemId").asText());
                it.path("changes").forEach(change -> {
                    var field = change.path("field").asText();
                    if (field.startsWith("targets/")) {
                        aim(item, Integer.parseInt(field.substring("targets/".length())), change.path("value"));
                    } else {
                        item.set(field, change.path("value"));
                    }
                });
            });
            diff.path(kind).path("added").forEach(it -> items.put(it.path(id).asText(), it));
            after.set(kind, JSON.createArrayNode().addAll(items.values()));
        });
        return after;
    }

    private static void aim(ObjectNode item, int year, JsonNode target) {
        var targets = new TreeMap<Integer, JsonNode>();
        item.path("targets").forEach(it -> targets.put(it.path("year").asInt(), it));
        if (target.isNull() || target.isMissingNode()) {
            targets.remove(year);
        } else {
            targets.put(year, target);
        }
        item.set("targets", JSON.createArrayNode().addAll(targets.values()));
    }

    private static ObjectNode content(IssuedPlan plan, int version) throws IOException {
        var whole = (ObjectNode) read(plan, "/versions/" + version);
        var content = JSON.createObjectNode();
        for (var field : List.of("subject", "promulgatedOn", "startsOn", "endsOn")) {
            content.set(field, whole.path(field));
        }
        IDS.keySet().forEach(kind -> {
            ArrayNode items = content.putArray(kind);
            whole.path(kind).forEach(it -> items.add(it.path("item")));
        });
        return content;
    }

    private static Set<String> ids(ObjectNode content) {
        var ids = new HashSet<String>();
        IDS.forEach((kind, id) ->
                content.path(kind).forEach(it -> ids.add(it.path(id).asText())));
        return ids;
    }

    private static JsonNode read(IssuedPlan plan, String address) throws IOException {
        return JSON.readTree(PlanScenario.as(TestDirectory.SPECIALIST)
                .get(plan.address() + address)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }
}
