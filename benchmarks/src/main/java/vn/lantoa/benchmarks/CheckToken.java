package vn.lantoa.benchmarks;

import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Set;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Logins;
import vn.lantoa.local.Part;

/**
 * What checking a signature costs. Both requests are refused with an answer of the same size; the one without a token is
 * refused unread, the other one after its signature was checked and found wrong. The difference is the check.
 */
final class CheckToken implements Scenario {

    private static final String PATH = "/api/v1/tasks?limit=1";

    @Override
    public String name() {
        return "check-token";
    }

    @Override
    public String question() {
        return "a token whose signature is checked (and wrong) against none at all, both refused with 401 by task-service";
    }

    @Override
    public Set<Part> parts() {
        return EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.PLAN_SERVICE, Part.TASK_SERVICE);
    }

    @Override
    public void run(LocalSystem system, Load load, int[] clients, PrintStream out) throws Exception {
        var token = new Logins(system.realm(), system.secrets()).person("chutich.mayha", "xa-may-ha");
        Ready.await(system.url(Part.TASK_SERVICE), PATH, token);
        var nobody = HttpCall.get(system.url(Part.TASK_SERVICE), PATH, "");
        var forged = HttpCall.get(system.url(Part.TASK_SERVICE), PATH, withAnotherSignature(token));
        Comparison.printHeader(out);
        for (int count : clients) {
            var raw = load.run("no token", count, _ -> new HttpCall(nobody, 401));
            var ours = load.run("a token that is checked", count, _ -> new HttpCall(forged, 401));
            new Comparison(raw, ours).print(out);
        }
    }

    /** The same header and claims, so that the whole check is done; only the last step finds that somebody else signed. */
    static String withAnotherSignature(String token) {
        int signature = token.lastIndexOf('.') + 1;
        char first = token.charAt(signature);
        return token.substring(0, signature) + (first == 'A' ? 'B' : 'A') + token.substring(signature + 1);
    }
}
