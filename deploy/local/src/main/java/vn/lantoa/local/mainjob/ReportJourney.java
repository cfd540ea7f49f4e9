package vn.lantoa.local.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.lantoa.local.Http;
import vn.lantoa.local.Http.Reply;

/** From a round that the city opens to the figure that its data platform pulls. */
public final class ReportJourney {

    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String REPORTS = "/api/v1/reports/";

    private final People people;

    public ReportJourney(People people) {
        this.people = people;
    }

    /** The indicators of a plan, as soon as they have arrived. */
    public List<JsonNode> awaitIndicators(String planId, int expected) {
        return Waiting.until(
                expected + " indicators of plan " + planId,
                () -> items(people.specialist(), "/api/v1/indicators?limit=200&planId=" + planId),
                it -> it.size() >= expected);
    }

    /** The obligations of a plan, as soon as they have arrived. */
    public List<JsonNode> awaitObligations(String planId, int expected) {
        return Waiting.until(
                expected + " report obligations of plan " + planId,
                () -> items(people.specialist(), "/api/v1/report-obligations?limit=200&planId=" + planId),
                it -> it.size() >= expected);
    }

    /** The next dated duty that is owed to the city. */
    public Optional<JsonNode> nextDutyToTheCity(List<JsonNode> obligations) {
        var city = people.organizationId(People.CITY);
        return obligations.stream()
                .filter(obligation ->
                        obligation.path("receivingOrganizationId").asText().equals(city))
                .flatMap(obligation -> stream(obligation.path("duties")))
                .filter(duty -> !duty.path("past").asBoolean())
                .min(java.util.Comparator.comparing(duty -> duty.path("dueOn").asText()));
    }

    /** The city opens a round from a duty of the commune's plan, or on demand when the plan owes it nothing. */
    public JsonNode openRound(Optional<JsonNode> duty, List<JsonNode> indicators, JsonNode plan) {
        var today = LocalDate.now(CLOCK);
        var body = new TreeMap<String, Object>();
        duty.ifPresentOrElse(it -> body.put("dutyId", it.path("id").asText()), () -> {
            body.put(
                    "title",
                    "Báo cáo đột xuất kết quả thực hiện Kế hoạch số %s/%s"
                            .formatted(
                                    plan.path("number").asText(),
                                    plan.path("symbol").asText()));
            body.put("periodStart", today.withDayOfYear(1).toString());
            body.put("periodEnd", today.toString());
            body.put("dueOn", today.plusDays(14).toString());
            body.put(
                    "indicators",
                    indicators.isEmpty()
                            ? List.of(Map.of("name", "Tỷ lệ nhiệm vụ của kế hoạch đã triển khai", "unit", "%"))
                            : indicators.stream()
                                    .map(it -> Map.of(
                                            "name",
                                            it.path("name").asText(),
                                            "unit",
                                            it.path("unit").asText()))
                                    .toList());
        });
        // The city learns of the duty by the same events as the commune, perhaps a moment later.
        return Waiting.until(
                        "a round",
                        () -> people.cityCoordinator().post("/api/v1/report-rounds", body),
                        reply -> reply.status() != 404)
                .expect(201)
                .json();
    }

    /** Enters a figure for each indicator: plain numbers of a demo, and said to be so. */
    public int recordFigures(List<JsonNode> planned, JsonNode round) {
        var indicators = planned.isEmpty() ? indicatorsOf(round) : planned;
        for (var indicator : indicators) {
            var body = new TreeMap<String, Object>();
            body.put("indicatorId", indicator.path("id").asText());
            body.put("periodStart", round.path("periodStart").asText());
            body.put("periodEnd", round.path("periodEnd").asText());
            body.put("source", "Số liệu minh họa, nhập khi chạy thử");
            if (indicator.path("aggregation").asText().equals("RATIO")) {
                body.put("numerator", numerator(indicators.indexOf(indicator)));
                body.put("denominator", denominator());
            } else {
                body.put("value", 1);
            }
            people.specialist().put("/api/v1/figures", body).expect(200, 201);
        }
        return indicators.size();
    }

    /** What the city asks for beyond the commune's own plan. */
    private List<JsonNode> indicatorsOf(JsonNode round) {
        var asked = new HashSet<String>();
        round.path("indicators").forEach(it -> asked.add(it.path("matchingKey").asText()));
        var found = new ArrayList<JsonNode>();
        for (var next = "/api/v1/indicators?limit=200"; next != null; ) {
            var page = people.specialist().get(next).expect(200).json();
            page.path("items").forEach(indicator -> {
                if (asked.remove(indicator.path("matchingKey").asText())) {
                    found.add(indicator);
                }
            });
            next = page.path("next").isNull() ? null : page.path("next").asText();
        }
        return found;
    }

    /** Made up, another for each indicator: a third of the inhabitants, a quarter, a fifth … */
    public long numerator(int indicator) {
        return denominator() / (3 + indicator);
    }

    public long denominator() {
        return people.population(People.COMMUNE);
    }

    /** The commune's report of the round, filled from its figures and its accepted work. */
    public JsonNode prefill(JsonNode round) {
        var roundId = round.path("id").asText();
        var report = items(people.specialist(), "/api/v1/reports?roundId=" + roundId)
                .getFirst()
                .path("id")
                .asText();
        return people.specialist()
                .act(REPORTS + report, "/prefill", Map.of())
                .expect(200)
                .json();
    }

    public JsonNode submitApproveAndSend(String reportId) {
        people.specialist().act(REPORTS + reportId, "/submit", null).expect(200);
        people.leader().act(REPORTS + reportId, "/approve", null).expect(200);
        return people.clerk().act(REPORTS + reportId, "/send", null).expect(200).json();
    }

    public JsonNode acceptByTheCity(String reportId) {
        return people.cityCoordinator()
                .act(REPORTS + reportId, "/accept", null)
                .expect(200)
                .json();
    }

    public JsonNode rollup(JsonNode round) {
        return people.cityCoordinator()
                .get("/api/v1/rollups?roundId=" + round.path("id").asText())
                .expect(200)
                .json();
    }

    /** The city's data platform pulls all reports of the round. */
    public Reply pull(JsonNode round, String format) {
        return people.cityMachine().get(exportOf(round, format)).expect(200);
    }

    /** The same pull again with the tag of what it has: nothing new, nothing sent. */
    public Reply pullAgain(JsonNode round, String format, Reply before) {
        return people.cityMachine()
                .with("If-None-Match", before.header("ETag"))
                .get(exportOf(round, format))
                .expect(304);
    }

    public Reply pullRollup(JsonNode round) {
        return people.cityMachine()
                .get("/api/v1/rollups?format=csv&roundId=" + round.path("id").asText())
                .expect(200);
    }

    private static String exportOf(JsonNode round, String format) {
        return "/api/v1/exports/reports?format=" + format + "&roundId="
                + round.path("id").asText();
    }

    private static List<JsonNode> items(Http person, String path) {
        var found = new ArrayList<JsonNode>();
        person.get(path).expect(200).json().path("items").forEach(found::add);
        return found;
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
        return java.util.stream.StreamSupport.stream(list.spliterator(), false);
    }
}
