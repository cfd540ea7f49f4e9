package vn.lantoa.local.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** From a document to an issued plan. */
public final class PlanJourney {

    private static final String PLANS = "/api/v1/plans/";
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Ho_Chi_Minh"));

    /** The day that the demo's specialist gives to the first duty she makes a task: a decision, in no document. */
    public static final int DAYS_BY_DECISION = 60;

    private final People people;

    public PlanJourney(People people) {
        this.people = people;
    }

    /** Uploads the document; what comes back is the draft. */
    public JsonNode upload(Path document) throws IOException {
        Waiting.until(
                "the directory", () -> people.specialist().get("/api/v1/me").status(), status -> status == 200);
        return people.specialist()
                .postForm("/api/v1/plans/imports", "file", document, mediaType(document), Map.of())
                .expect(201)
                .json();
    }

    public JsonNode get(String planId) {
        return people.specialist().get(PLANS + planId).expect(200).json();
    }

    /**
     * Answers each question that stands in the way as a careful person would: the first unit that is named for a lead, the
     * group's members for a group, outside for a receiver that nobody here knows.
     *
     * @return one line per decision
     */
    public List<String> answerOpenQuestions(String planId) {
        var decisions = new ArrayList<String>();
        var answered = new java.util.HashSet<String>();
        while (true) {
            var open = blocking(get(planId)).stream()
                    .filter(question -> answered.add(question.path("id").asText()))
                    .findFirst();
            if (open.isEmpty()) {
                return decisions;
            }
            var answer = answer(open.get());
            people.specialist()
                    .act(PLANS + planId, "/questions/" + open.get().path("id").asText() + "/answer", answer)
                    .expect(200);
            decisions.add(open.get().path("question").asText() + " -> " + shown(answer, open.get()));
        }
    }

    /** A plan of duties only: each duty of a unit that the directory knows becomes a task of that unit. */
    public int makeTasksOfDuties(String planId) {
        int made = 0;
        for (var unitDuty : get(planId).path("unitDuties")) {
            var unit = resolvedUnit(unitDuty);
            for (var duty : unitDuty.path("duties")) {
                if (unit.isPresent() && duty.path("taskId").isNull()) {
                    var body = new TreeMap<String, Object>();
                    body.put("unitId", unit.get());
                    if (made == 0) { // the first gets a day, so that there is something to be reminded of
                        body.put(
                                "schedule",
                                Map.of(
                                        "kind",
                                        "BY",
                                        "to",
                                        LocalDate.now(CLOCK).plusDays(60).toString()));
                    }
                    people.specialist()
                            .act(PLANS + planId, "/duties/" + duty.path("id").asText() + "/make-task", body)
                            .expect(200);
                    made++;
                }
            }
        }
        return made;
    }

    public JsonNode submit(String planId) {
        return people.head().act(PLANS + planId, "/submit", null).expect(200).json();
    }

    public JsonNode approve(String planId) {
        return people.leader()
                .act(PLANS + planId, "/approve", Map.of("signingMode", "TM"))
                .expect(200)
                .json();
    }

    /** Issues it today under the number it bears where the register can go on with that, else under the next one of the register. */
    public JsonNode promulgate(String planId) {
        var printed = get(planId).path("document").path("number").asText("");
        var body = new TreeMap<String, Object>();
        body.put("promulgatedOn", LocalDate.now(CLOCK).toString());
        if (!printed.isEmpty() && !printed.equals("null")) {
            body.put("number", printed);
            var reply = people.clerk().act(PLANS + planId, "/promulgate", body);
            if (!reply.json().has("nextNumber")) {
                return reply.expect(200).json();
            }
            body.remove("number");
        }
        return people.clerk()
                .act(PLANS + planId, "/promulgate", body)
                .expect(200)
                .json();
    }

    private static List<JsonNode> blocking(JsonNode plan) {
        return StreamSupport.stream(plan.path("openQuestions").spliterator(), false)
                .filter(question -> question.path("blocking").asBoolean())
                .toList();
    }

    private Map<String, Object> answer(JsonNode question) {
        var kinds = new ArrayList<String>();
        question.path("answerKinds").forEach(kind -> kinds.add(kind.asText()));
        var unit = candidate(question, "unitId");
        var organization = candidate(question, "organizationId");
        if (kinds.contains("UNIT") && unit.isPresent()) {
            return Map.of("kind", "UNIT", "unitId", unit.get());
        }
        if (kinds.contains("ORGANIZATION") && organization.isPresent()) {
            return Map.of("kind", "ORGANIZATION", "organizationId", organization.get());
        }
        if (kinds.contains("ACKNOWLEDGE")) {
            return Map.of("kind", "ACKNOWLEDGE");
        }
        if (kinds.contains("OUTSIDE")) {
            return Map.of("kind", "OUTSIDE", "reason", "Cơ quan nhận báo cáo không sử dụng hệ thống");
        }
        if (kinds.contains("SCHEDULE")) {
            return Map.of("kind", "SCHEDULE", "schedule", Map.of("kind", "CONTINUOUS", "words", "Thường xuyên"));
        }
        if (kinds.contains("DISMISS")) {
            return Map.of("kind", "DISMISS", "reason", "Văn bản không nêu rõ; sẽ bổ sung sau");
        }
        if (kinds.contains("UNIT")) {
            return Map.of("kind", "UNIT", "unitId", anyUnit());
        }
        throw new IllegalStateException("A question that the demo cannot answer: " + question);
    }

    /** The first candidate that is a unit of the directory and not the People's Committee itself, which gives the tasks. */
    private Optional<String> candidate(JsonNode question, String idField) {
        return StreamSupport.stream(question.path("candidates").spliterator(), false)
                .filter(candidate -> candidate.hasNonNull(idField))
                .filter(candidate -> !idField.equals("unitId")
                        || people.headOf(candidate.path(idField).asText()).isPresent())
                .map(candidate -> candidate.path(idField).asText())
                .findFirst()
                .or(() -> StreamSupport.stream(question.path("candidates").spliterator(), false)
                        .filter(candidate -> candidate.hasNonNull(idField))
                        .map(candidate -> candidate.path(idField).asText())
                        .findFirst());
    }

    private String anyUnit() {
        var units = people.specialist()
                .get("/api/v1/organizations/" + people.organizationId(People.COMMUNE) + "/units")
                .expect(200)
                .json();
        return StreamSupport.stream(units.path("items").spliterator(), false)
                .map(unit -> unit.path("id").asText())
                .filter(unit -> people.headOf(unit).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> resolvedUnit(JsonNode unitDuty) {
        for (var named : unitDuty.path("units")) {
            for (var id : named.path("unitIds")) {
                return Optional.of(id.asText());
            }
        }
        return Optional.empty();
    }

    private static String shown(Map<String, Object> answer, JsonNode question) {
        for (var field : Set.of("unitId", "organizationId")) {
            for (var candidate : question.path("candidates")) {
                if (answer.containsKey(field) && candidate.path(field).asText().equals(answer.get(field))) {
                    return candidate.path("words").asText();
                }
            }
        }
        return String.valueOf(answer.get("kind")).toLowerCase(java.util.Locale.ROOT);
    }

    private static String mediaType(Path document) {
        var name = document.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
        if (name.endsWith(".docx")) {
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        }
        return name.endsWith(".pdf") ? "application/pdf" : "text/plain";
    }
}
