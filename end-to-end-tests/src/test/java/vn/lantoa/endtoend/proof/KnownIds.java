package vn.lantoa.endtoend.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * For every place in a path that takes an id, and every query parameter and property that does, one that really exists and belongs
 * to Xã Mây Hạ. A new endpoint is missing here until somebody adds its line: then the walk fails and says which.
 */
final class KnownIds {

    /** Of a specialist of Xã Mây Hạ, in deploy/seed. */
    private static final String MEMBERSHIP = "0197c1ce-4200-7003-8004-000000000006";

    private final Map<String, List<String>> places = new LinkedHashMap<>();
    private final Map<String, String> strangers = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")));
    private final Map<String, String> bodies = new LinkedHashMap<>();

    /** Everything is of Xã Mây Hạ. */
    static KnownIds of(Estate estate) {
        return new KnownIds(
                estate,
                List.of(estate.draft, estate.issued),
                List.of(estate.started, estate.finished, estate.tasks.getLast()));
    }

    /** Plans and tasks are of the other commune, whose people thus get past the door; the rest is of Xã Mây Hạ. */
    static KnownIds ofTheOtherCommune(Estate estate) {
        return new KnownIds(estate, List.of(estate.strangersDraft), List.of(estate.strangersTask));
    }

    private KnownIds(Estate estate, List<JsonNode> plans, List<JsonNode> tasks) {
        place("/api/v1/organizations/{id}", estate.organizationId());
        place("/api/v1/organizations/{organizationId}", estate.organizationId());
        place("/api/v1/organizations/{organizationId}/units/{id}", estate.unitId());
        place("/api/v1/calendars/{year}", "2026");
        place("/api/v1/registers/{year}", String.valueOf(today.getYear()));
        place("/api/v1/registers/{year}/entries/{id}", id(estate.registerEntry));
        place("/api/v1/calendars/country/{year}", "2026");
        place("/api/v1/machine-clients/{id}", id(estate.machineClient));
        place("/api/v1/machine-clients/{id}/keys/{keyId}", id(estate.machineClient, "keys"));
        place("/api/v1/people/{id}", estate.personId());
        place("/api/v1/memberships/{id}", MEMBERSHIP);
        place("/api/v1/delegations/{id}", UUID.randomUUID().toString()); // the estate holds none: nobody's

        place("/api/v1/plans/{id}", plans, KnownIds::id);
        place("/api/v1/plans/{id}/tasks/{itemId}", plans, plan -> id(plan, "tasks"));
        place("/api/v1/plans/{id}/items/{itemId}", plans, plan -> id(plan, "tasks"));
        place("/api/v1/plans/{id}/questions/{questionId}", plans.subList(0, 1), plan -> id(plan, "openQuestions"));
        place("/api/v1/plans/{id}/duties/{dutyId}", plans, KnownIds::duty);
        place(
                "/api/v1/plans/{id}/proposals/{proposalId}",
                UUID.randomUUID().toString()); // the estate holds none: nobody's
        place("/api/v1/plans/{id}/versions/{version}", plans, _ -> "1");
        place("/api/v1/received-documents/{id}", estate.receivedId());
        stranger("/api/v1/plans/{id}", id(estate.strangersDraft));

        place("/api/v1/tasks/{id}", tasks, KnownIds::id);
        place("/api/v1/tasks/{id}/coordinating/{unitId}", estate.unitId());
        place("/api/v1/evidence/{id}", estate.evidenceId());
        stranger("/api/v1/tasks/{id}", id(estate.strangersTask));

        place("/api/v1/indicators/{id}", id(estate.indicator));
        place("/api/v1/figures/{id}", id(estate.figure));
        place("/api/v1/report-obligations/{id}", id(estate.obligation));
        place("/api/v1/report-rounds/{id}", id(estate.round));
        place("/api/v1/reports/{id}", id(estate.report));

        place("/api/v1/notifications/{id}", id(estate.notice));

        writeBodies(estate);
        name("membershipId", MEMBERSHIP);
        name("planId", id(estate.issued));
        name("roundId", id(estate.round));
        name("indicatorId", id(estate.indicator));
        name("figureId", id(estate.figure));
        name("obligationId", id(estate.obligation));
        name("dutyId", duty(estate.draft));
        name("subjectId", id(estate.started));
        name("itemId", id(estate.issued, "tasks"));
        name("parent", id(estate.started));
        name("clientId", UUID.randomUUID().toString()); // made by the sender
        name("evidenceIds", estate.evidenceId());
        name("id", id(estate.started)); // in the lists of things to do at once
        for (var organization :
                List.of("organizationId", "organizationIds", "parentId", "endingIds", "representsOrganizationId")) {
            name(organization, estate.organizationId());
        }
        for (var unit : List.of(
                "unit",
                "unitId",
                "leadUnitId",
                "unitIds",
                "contactUnitId",
                "coordinatingUnitIds",
                "implementingUnitIds",
                "memberUnitIds")) {
            name(unit, estate.unitId());
        }
        for (var person : List.of("assignee", "assigneeId", "personId", "toPersonId")) {
            name(person, estate.personId());
        }
    }

    /** What the schema cannot say: a day that is possible, a unit where an organization is meant elsewhere. */
    private void writeBodies(Estate estate) {
        bodies.put(
                "POST /api/v1/plans/{id}/promulgate",
                "{\"number\": \"77\", \"promulgatedOn\": \"%s\"}".formatted(today));
        bodies.put("PUT /api/v1/plans/{id}/distribution", "{\"lines\": []}");
        bodies.put(
                "POST /api/v1/registers/{year}/entries",
                "{\"documentType\": \"THU_CONG\", \"subject\": \"Thử\", \"issuedOn\": \"%s\"}".formatted(today));
        bodies.put(
                "POST /api/v1/registers/{year}/merge", "{\"register\": \"CHUNG\", \"documentTypes\": [\"PHIEU_BAO\"]}");
        bodies.put("POST /api/v1/registers/{year}/open", "{\"register\": \"PHIEU_GUI\", \"openingNumber\": 7}");
        var amendment = """
                {"document": {"type": "QD", "issuedOn": "%1$s"}, "effectiveOn": "%1$s", "reason": "Thử", "subject": "Tên mới"}""".formatted(today);
        bodies.put("POST /api/v1/plans/{id}/amendments/preview", amendment);
        bodies.put("POST /api/v1/plans/{id}/amend", amendment);
        bodies.put(
                "POST /api/v1/organizations/{organizationId}/machine-clients",
                "{\"name\": \"Kho\", \"purpose\": \"Thử\", \"scopes\": [], \"validTo\": \"%s\"}"
                        .formatted(today.plusDays(30)));
        var split = """
                {"effectiveOn": "%s", "endingIds": ["%s"], "successors": [{"name": "Phòng Một"}, {"name": "Phòng Hai"}],
                 "postsTo": [{"membershipId": "%s", "successor": 1}]}""".formatted(today.plusDays(30), estate.unitId(), MEMBERSHIP);
        var mergers = "POST /api/v1/organizations/{organizationId}/units/mergers";
        bodies.put(mergers + "/preview", split);
        bodies.put(mergers, "{\"merger\": %s, \"previewToken\": \"unseen\"}".formatted(split));
    }

    /**
     * The values for an operation's path, one list for each thing to try it on; one empty list when its path has none.
     *
     * @throws MissingId when a place is not known
     */
    List<List<String>> rows(Operation operation) {
        var columns = operation.places().stream()
                .map(place -> known(places, place, operation, "place(\"" + place + "\", <id>)"))
                .toList();
        int rows = columns.stream().mapToInt(List::size).min().orElse(1);
        return IntStream.range(0, rows)
                .mapToObj(row -> columns.stream().map(column -> column.get(row)).toList())
                .toList();
    }

    /** The id of a stranger's own thing for the first place of a path. */
    java.util.Optional<String> strangersOwn(Operation operation) {
        return operation.places().stream().findFirst().map(strangers::get);
    }

    String named(String name, Operation operation) {
        return known(names, name, operation, "name(\"" + name + "\", <id>)");
    }

    /** A body that is right beyond what the schema can say; empty where the schema says it all. */
    java.util.Optional<String> body(Operation operation) {
        return java.util.Optional.ofNullable(bodies.get(operation.toString()));
    }

    List<String> all() {
        var all = new ArrayList<String>();
        places.values().forEach(all::addAll);
        all.addAll(names.values());
        return all;
    }

    private static <T> T known(Map<String, T> map, String key, Operation operation, String line) {
        var found = map.get(key);
        if (found == null) {
            throw new MissingId(
                    "%s wants an id that the walk does not know: add %s to KnownIds, with one that belongs to Xã Mây Hạ."
                            .formatted(operation, line));
        }
        return found;
    }

    static final class MissingId extends RuntimeException {
        private static final long serialVersionUID = 1;

        MissingId(String message) {
            super(message);
        }
    }

    private void place(String place, String... ids) {
        places.put(place, List.of(ids));
    }

    private void place(String place, List<JsonNode> things, Function<JsonNode, String> id) {
        places.put(place, things.stream().map(id).toList());
    }

    private void stranger(String place, String id) {
        strangers.put(place, id);
    }

    private void name(String name, String id) {
        names.put(name, id);
    }

    private static String id(JsonNode thing) {
        return some(thing.path("id"), thing);
    }

    private static String id(JsonNode thing, String list) {
        return some(thing.path(list).path(0).path("id"), thing);
    }

    private static String duty(JsonNode plan) {
        return StreamSupport.stream(plan.path("unitDuties").spliterator(), false)
                .flatMap(it -> StreamSupport.stream(it.path("duties").spliterator(), false))
                .map(KnownIds::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The plan has no duty"));
    }

    private static String some(JsonNode id, JsonNode thing) {
        if (id.asText().isBlank()) {
            throw new IllegalStateException("No id in " + thing);
        }
        return id.asText();
    }
}
