package vn.lantoa.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.Set;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Logins;
import vn.lantoa.local.Part;

/**
 * A leader assigns a task over HTTP: token checked, rights looked up, working days counted, task, history and event written in
 * one transaction, the event relayed. Against it, one plain SQL transaction that writes the same rows.
 */
final class CreateTask implements Scenario {

    private static final String LEADER = "chutich.mayha";
    private static final String COMMUNE = "xa-may-ha";

    @Override
    public String name() {
        return "create-task";
    }

    @Override
    public String question() {
        return "POST /api/v1/tasks at task-service against one SQL transaction that writes the same rows";
    }

    @Override
    public Set<Part> parts() {
        return EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.PLAN_SERVICE, Part.TASK_SERVICE);
    }

    @Override
    public void run(LocalSystem system, Load load, int[] clients, PrintStream out) throws Exception {
        var directory = new JsonMapper()
                .readTree(system.settings()
                        .repository()
                        .resolve("deploy/seed/directory.json")
                        .toFile());
        var seed = SeededUnit.of(directory, COMMUNE, "DEPARTMENT");
        Ready.await(system.url(Part.TASK_SERVICE), "/api/v1/tasks?limit=1", token(system));
        SqlTask.prepare(system);

        Comparison.printHeader(out);
        for (int count : clients) {
            var raw = load.run("SQL: task, history, outbox", count, _ -> new SqlTask(system, seed));
            var token = token(system);
            var ours = load.run("task-service over HTTP", count, _ -> new HttpTask(system, token, seed));
            new Comparison(raw, ours).print(out);
        }
    }

    /** Fresh each time: a token lives five minutes. */
    private static String token(LocalSystem system) {
        return new Logins(system.realm(), system.secrets()).person(LEADER, COMMUNE);
    }

    private static final class HttpTask implements Operation {
        private final HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final HttpRequest request;

        HttpTask(LocalSystem system, String token, SeededUnit seed) {
            var body = """
                    {"title":"Gửi danh sách cán bộ phụ trách chuyển đổi số","leadUnitId":"%s","dueOn":"2027-01-15"}""".formatted(seed.unitId());
            request = HttpRequest.newBuilder(URI.create(system.url(Part.TASK_SERVICE) + "/api/v1/tasks"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
        }

        @Override
        public void run() throws Exception {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
