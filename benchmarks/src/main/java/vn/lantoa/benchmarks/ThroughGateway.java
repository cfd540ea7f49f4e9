package vn.lantoa.benchmarks;

import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Set;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Logins;
import vn.lantoa.local.Part;

/** What the one door costs: the same read with the same bearer token, asked of the service itself and through the gateway. */
final class ThroughGateway implements Scenario {

    private static final String PATH = "/api/v1/tasks?limit=50";

    @Override
    public String name() {
        return "through-gateway";
    }

    @Override
    public String question() {
        return "GET " + PATH
                + " through the gateway against task-service directly; the difference of p50 is the added time";
    }

    @Override
    public Set<Part> parts() {
        return EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.PLAN_SERVICE, Part.TASK_SERVICE, Part.GATEWAY);
    }

    @Override
    public void run(LocalSystem system, Load load, int[] clients, PrintStream out) throws Exception {
        Ready.await(system.url(Part.GATEWAY), PATH, token(system));
        Comparison.printHeader(out);
        for (int count : clients) {
            var token = token(system);
            var direct = HttpCall.get(system.url(Part.TASK_SERVICE), PATH, token);
            var relayed = HttpCall.get(system.url(Part.GATEWAY), PATH, token);
            var raw = load.run("task-service directly", count, _ -> new HttpCall(direct, 200));
            var ours = load.run("through the gateway", count, _ -> new HttpCall(relayed, 200));
            new Comparison(raw, ours).print(out);
        }
    }

    private static String token(LocalSystem system) {
        return new Logins(system.realm(), system.secrets()).person("chutich.mayha", "xa-may-ha");
    }
}
