package vn.lantoa.endtoend.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import vn.lantoa.local.Http;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.mainjob.People;
import vn.lantoa.local.mainjob.PlanJourney;
import vn.lantoa.local.mainjob.ReportJourney;
import vn.lantoa.local.mainjob.WorkJourney;

/**
 * What Xã Mây Hạ owns while the proofs run: a draft, an issued plan with its tasks in several states, evidence, figures, a report
 * that is with the city, and what people were told of it. All of it came into being over the public API.
 */
final class Estate {

    private static final String SAMPLE = "deploy/local/src/main/resources/sample/ke-hoach-xa-may-ha.txt";

    /** Stands in the subject of every plan and the title of every task of this organization, and nowhere else. */
    final String mark = "mh" + System.nanoTime();

    final JsonNode draft;
    final JsonNode issued;
    final List<JsonNode> tasks;
    final JsonNode finished;
    final JsonNode started;
    final JsonNode figure;
    final JsonNode indicator;
    final JsonNode obligation;
    final JsonNode round;
    final JsonNode report;
    final JsonNode notice;
    final JsonNode registerEntry;
    /** A program of the organization that was granted nothing. */
    final JsonNode machineClient;

    /** Of another commune: what its people may name in a path while they mean a thing of Xã Mây Hạ. */
    final JsonNode strangersDraft;

    final JsonNode strangersTask;

    private final MachineWithoutScope machine;
    private final Path repository;
    private final People people;

    Estate(LocalSystem system, People people) throws IOException {
        this.repository = system.settings().repository();
        this.people = people;
        var plans = new PlanJourney(people);
        var work = new WorkJourney(people);
        var reports = new ReportJourney(people);
        people.awaitKnownEverywhere();

        issued = issue(
                plans, plans.upload(variant("bản ban hành", mark)).path("id").asText());
        draft = plans.upload(variant("bản dự thảo", mark));
        var planId = issued.path("id").asText();
        work.awaitTasks(planId, issued.path("tasks").size());
        finished = work.finish(work.finishable(planId).orElseThrow());
        started = work.finishable(planId).orElseThrow();
        head(started)
                .with("If-Match", "*")
                .post("/api/v1/tasks/" + started.path("id").asText() + "/accept", null)
                .expect(200);
        tasks = work.awaitTasks(planId, issued.path("tasks").size());

        var indicators =
                reports.awaitIndicators(planId, issued.path("indicators").size());
        var obligations = reports.awaitObligations(planId, 1);
        round = reports.openRound(reports.nextDutyToTheCity(obligations), indicators, issued);
        reports.recordFigures(indicators, round);
        report = reports.submitApproveAndSend(reports.prefill(round).path("id").asText());
        indicator = indicators.getFirst();
        obligation = obligations.getFirst();
        figure = first(people.specialist(), "/api/v1/figures?limit=1");
        registerEntry = first(
                people.leader(),
                "/api/v1/registers/" + issued.path("promulgatedOn").asText().substring(0, 4) + "?limit=1");
        notice = first(head(started), "/api/v1/notifications?limit=1");

        machine = new MachineWithoutScope(system, people);
        machineClient = machine.client();

        strangersDraft = strangersDraft();
        strangersTask = strangersTask();
    }

    Http machineWithoutScope() {
        return machine.http();
    }

    /** Somebody of the organization who may read all of it. */
    Http owner() {
        return people.leader();
    }

    /** What its owner reads of each thing: equal before and after, nobody changed any. */
    Map<String, JsonNode> state() {
        var state = new TreeMap<String, JsonNode>();
        for (var path : List.of(
                "plans/" + draft.path("id").asText(),
                "plans/" + issued.path("id").asText(),
                "plans/" + issued.path("id").asText() + "/distribution",
                "tasks/" + started.path("id").asText(),
                "tasks/" + finished.path("id").asText(),
                "tasks/" + tasks.getLast().path("id").asText(),
                "figures/" + figure.path("id").asText(),
                "indicators/" + indicator.path("id").asText(),
                "reports/" + report.path("id").asText(),
                "reminder-policies",
                "organizations/" + organizationId() + "/members")) {
            state.put(path, owner().get("/api/v1/" + path).expect(200).json());
        }
        return state;
    }

    String organizationId() {
        return people.organizationId(People.COMMUNE);
    }

    String unitId() {
        return started.path("leadUnit").path("id").asText();
    }

    String personId() {
        return people.personToDelegateTo(unitId());
    }

    String evidenceId() {
        var id = finished.path("evidence").path(0).path("id").asText();
        if (id.isEmpty()) {
            throw new IllegalStateException("The finished task shows no evidence: " + finished);
        }
        return id;
    }

    /** What the issued plan has sent to a unit of the organization itself. */
    String receivedId() {
        var distribution = owner()
                .get("/api/v1/plans/" + issued.path("id").asText() + "/distribution")
                .expect(200)
                .json();
        return StreamSupport.stream(distribution.path("lines").spliterator(), false)
                .flatMap(line -> StreamSupport.stream(line.path("recipients").spliterator(), false))
                .filter(to -> to.path("unitId").isTextual())
                .map(to -> to.path("id").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The plan was sent to no unit: " + distribution));
    }

    private Http head(JsonNode task) {
        var unit = task.path("leadUnit").path("id").asText();
        return people.person(people.headOf(unit).orElseThrow(), People.COMMUNE);
    }

    private static JsonNode issue(PlanJourney plans, String planId) {
        plans.answerOpenQuestions(planId);
        plans.submit(planId);
        plans.approve(planId);
        return plans.promulgate(planId);
    }

    /**
     * The same document is refused a second time, so each plan gets a line of its own; and in the words of the plan and of each task
     * stands a mark by which they are known in any list.
     */
    private Path variant(String line, String mark) throws IOException {
        var text = Files.readString(repository.resolve(SAMPLE))
                .replace("Truyền thông Chương trình", "Truyền thông " + mark + " Chương trình")
                .replaceAll("(?m)^(\\d+\\.\\d+\\. [^.,\\n]*)", "$1 " + mark);
        var file = Files.createTempFile("ke-hoach", ".txt");
        file.toFile().deleteOnExit();
        return Files.writeString(file, text + "\n\nGhi chú: " + line + " " + System.nanoTime() + ".\n");
    }

    private JsonNode strangersDraft() {
        var specialist = people.person("chuyenvien.vhxh.donglinh", "xa-dong-linh");
        return once("a member of the other commune", () -> {
            try {
                return specialist.postFile("/api/v1/plans/imports", variant("xã bạn", "của xã bạn"), "text/plain");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private JsonNode strangersTask() {
        var leader = people.person("chutich.donglinh", "xa-dong-linh");
        var unit = first(
                people.person("chutich.donglinh", "xa-dong-linh"),
                "/api/v1/organizations/" + people.organizationId("xa-dong-linh") + "/units");
        var body =
                Map.of("title", "Việc của xã bạn", "leadUnitId", unit.path("id").asText());
        return once("a member of the other commune", () -> leader.post("/api/v1/tasks", body));
    }

    /** Another service learns of its members a moment after the system has begun. */
    private static JsonNode once(String what, Supplier<Http.Reply> call) {
        return Awaitility.await(what)
                .until(call::get, reply -> reply.status() != 403)
                .expect(200, 201)
                .json();
    }

    private static JsonNode first(Http person, String list) {
        return Awaitility.await(list)
                .until(
                        () -> StreamSupport.stream(
                                        person.get(list)
                                                .expect(200)
                                                .json()
                                                .path("items")
                                                .spliterator(),
                                        false)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }
}
