package vn.lantoa.endtoend.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.local.Part;
import vn.lantoa.local.Secrets;

/** The walk of {@link IsolationIT} finds a check that somebody forgot: a proof that cannot fail proves nothing. */
@ExtendWith(RunningSystem.class)
class RemovedCheckIT {

    private static final String QUERIES = "vn/lantoa/reporting/indicator/Indicators.class";
    private static final String CONDITION = "i.organization_id = :organization";
    /** Every table with a policy, whether it is in force or not. */
    private static final String ROW_LEVEL_SECURITY = """
            do $$ declare target regclass;
            begin
                for target in select distinct polrelid::regclass from pg_policy loop
                    execute format('alter table %%s %s row level security', target);
                end loop;
            end $$""";

    private static final String ALWAYS_TRUE = ":organization is not null";

    @Test
    void aQueryThatForgetsTheOrganizationIsStoppedByTheSecondWallAndFoundWithoutIt(
            RunningSystem.Running running, @TempDir Path folder) throws Exception {
        assertThat(indicatorsAsStrangersSeeThem(running)).as("with all checks").isEmpty();

        try (var _ = BrokenService.inPlaceOf(
                running.system(), Part.REPORTING_SERVICE, QUERIES, CONDITION, ALWAYS_TRUE, folder)) {
            assertThat(indicatorsAsStrangersSeeThem(running))
                    .as("with row-level security alone")
                    .isEmpty();
            try (var _ = withoutRowLevelSecurity(running)) {
                assertThat(indicatorsAsStrangersSeeThem(running))
                        .as("without the condition on the organization")
                        .anySatisfy(
                                it -> assertThat(it)
                                        .startsWith(
                                                "GET /api/v1/indicators/{id} as chutich.donglinh of xa-dong-linh: must not find it"))
                        .anySatisfy(it -> assertThat(it)
                                .startsWith("GET /api/v1/indicators as ")
                                .contains(": sees "));
            }
        }
    }

    private static List<String> indicatorsAsStrangersSeeThem(RunningSystem.Running running) throws IOException {
        var estate = running.estate();
        var document = ApiDocument.at(running.people().specialist());
        var directory =
                Files.readString(running.system().settings().repository().resolve("deploy/seed/directory.json"));
        var operations = document.operations().stream()
                .filter(it -> it.path().startsWith("/api/v1/indicators"))
                .toList();
        var strangers = Identity.outsiders(running.system(), running.people()).stream()
                .filter(it -> it.kind() == Identity.Kind.STRANGER)
                .toList();
        assertThat(operations).isNotEmpty();
        return new IsolationWalk(document, KnownIds.of(estate), new Marks(estate, directory, ""), estate.owner())
                .go(operations, strangers);
    }

    /** On the tables: a service does not start as a role that the policies would not bind. */
    private static AutoCloseable withoutRowLevelSecurity(RunningSystem.Running running) throws SQLException {
        administer(running, ROW_LEVEL_SECURITY.formatted("disable"));
        return () -> administer(running, ROW_LEVEL_SECURITY.formatted("enable"));
    }

    private static void administer(RunningSystem.Running running, String command) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        running.system().database(Part.REPORTING_SERVICE),
                        "postgres",
                        running.system().secrets().get(Secrets.POSTGRES));
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
