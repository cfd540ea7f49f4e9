package vn.lantoa.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Logins;
import vn.lantoa.local.Part;

/**
 * A page of fifty tasks of one commune among a whole country's. The raw limit is the same page in one statement by a role whom no
 * policy binds; ours is first the endpoint with everything: token, rights, the ways in which a task may concern an
 * organization, policies, JSON.
 */
final class ListWithRights implements Scenario {

    private static final String PATH = "/api/v1/tasks?limit=50";

    @Override
    public String name() {
        return "list-with-rights";
    }

    @Override
    public String question() {
        return "GET %s with %,d organizations, %,d people and %,d tasks against the same page in SQL without rights"
                .formatted(PATH, Country.ORGANIZATIONS, Country.PEOPLE, Country.TASKS);
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
        var own = SeededUnit.of(directory, "xa-may-ha", "DEPARTMENT");
        Ready.await(system.url(Part.TASK_SERVICE), PATH, token(system));
        Country.settle(system, own);

        Comparison.printHeader(out);
        for (int count : clients) {
            var request = HttpCall.get(system.url(Part.TASK_SERVICE), PATH, token(system));
            var raw = load.run("SQL without rights", count, _ -> new SqlPage(system, own));
            var ours = load.run("task-service over HTTP", count, _ -> new HttpCall(request, 200));
            new Comparison(raw, ours).print(out);
        }
    }

    private static String token(LocalSystem system) {
        return new Logins(system.realm(), system.secrets()).person("chutich.mayha", "xa-may-ha");
    }

    /** The columns and joins of the list, for one organization, in its order. */
    private static final class SqlPage implements Operation {

        private static final int PAGE = 51;

        private final Connection connection;
        private final PreparedStatement page;

        SqlPage(LocalSystem system, SeededUnit own) throws SQLException {
            connection = Country.superuser(system);
            page = connection.prepareStatement("""
                    select t.*, p.subject, u.name,
                        (select m.display_name from directory_membership m
                         where m.person_id = t.assignee_id and m.organization_id in (t.organization_id, t.receiving_organization_id)
                         order by m.valid_from desc limit 1) as assignee_name,
                        (select count(*) from coordinating_duty d where d.task_id = t.id) as coordinating_total
                    from task t
                    left join promulgated_plan p on p.plan_id = t.plan_id
                    left join directory_unit u on u.unit_id = t.lead_unit_id
                    where t.organization_id = ?
                    order by t.sort_on, t.id limit\s""" + PAGE);
            page.setObject(1, own.organizationId());
        }

        @Override
        public void run() throws SQLException {
            int rows = 0;
            try (var tasks = page.executeQuery()) {
                while (tasks.next()) {
                    rows++;
                }
            }
            if (rows != PAGE) {
                throw new IllegalStateException(rows + " rows instead of " + PAGE);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
