package vn.lantoa.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Logins;
import vn.lantoa.local.Part;

/**
 * The first page of what one commune finds among many plans. The raw limit is the same search in one statement by a role whom no policy
 * binds, without where the words stand; ours is the endpoint: token, rights, policies, the places with some words around
 * them, JSON.
 */
final class SearchPlans implements Scenario {

    /** What is typed, and how many of a page it finds: a word of many plans, one of few, one in source texts only, and none. */
    private static final Map<String, Integer> TYPED = new TreeMap<>(
            Map.of("tuyen truyen", 51, "K12346", 1, "bao cao so 1234", -1, "khong co gi nhu the", 0));

    @Override
    public String name() {
        return "search-plans";
    }

    @Override
    public String question() {
        return "GET /api/v1/plans?q= among %,d plans against the same search in SQL without rights".formatted(ManyPlans.PLANS);
    }

    @Override
    public Set<Part> parts() {
        return EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.PLAN_SERVICE);
    }

    @Override
    public void run(LocalSystem system, Load load, int[] clients, PrintStream out) throws Exception {
        var directory = new JsonMapper()
                .readTree(system.settings()
                        .repository()
                        .resolve("deploy/seed/directory.json")
                        .toFile());
        var own = SeededUnit.of(directory, "xa-may-ha", "DEPARTMENT").organizationId();
        Ready.await(system.url(Part.PLAN_SERVICE), "/api/v1/plans?limit=1", token(system));
        ManyPlans.write(system, own);

        Comparison.printHeader(out);
        for (var typed : TYPED.entrySet()) {
            var path = "/api/v1/plans?limit=50&q=" + URLEncoder.encode(typed.getKey(), StandardCharsets.UTF_8);
            for (int count : clients) {
                var request = HttpCall.get(system.url(Part.PLAN_SERVICE), path, token(system));
                var raw = load.run(
                        "SQL: " + typed.getKey(), count, _ -> new SqlSearch(system, own, typed.getKey(), typed.getValue()));
                var ours = load.run("plan-service: " + typed.getKey(), count, _ -> new HttpCall(request, 200));
                new Comparison(raw, ours).print(out);
            }
        }
    }

    private static String token(LocalSystem system) {
        return new Logins(system.realm(), system.secrets()).person("chutich.mayha", "xa-may-ha");
    }

    private static final class SqlSearch implements Operation {

        private final Connection connection;
        private final PreparedStatement search;
        private final int expected;

        /** @param expected how many rows of a page; negative when at least one is enough */
        SqlSearch(LocalSystem system, UUID own, String typed, int expected) throws SQLException {
            this.expected = expected;
            connection = ManyPlans.superuser(system);
            search = connection.prepareStatement("""
                    select id, state, subject, document_type, registered_number, registered_symbol, promulgated_on,
                        (select count(*) from plan_task where plan_id = plan.id) as tasks, drafted_at, changed_at
                    from plan
                    where organization_id = '%1$s'
                      and exists (select from plan_search piece where piece.plan_id = plan.id
                          and piece.words @@ search_query('%1$s', string_to_array('%2$s', ' ')))
                    order by drafted_at desc, id desc limit 51""".formatted(own, typed));
        }

        @Override
        public void run() throws SQLException {
            int rows = 0;
            try (var plans = search.executeQuery()) {
                while (plans.next()) {
                    rows++;
                }
            }
            if (expected < 0 ? rows == 0 : rows != expected) {
                throw new IllegalStateException(rows + " rows instead of " + expected);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
