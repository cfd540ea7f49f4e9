package vn.lantoa.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurroundingsTest {
    @TempDir
    Path folder;

    @Test
    void aServiceIsToldItsDatabaseItsBrokerAndWhoIssuesTokens() {
        var task = surroundings(false).environment(Part.TASK_SERVICE);

        assertThat(task)
                .containsEntry("LANTOA_HTTP_PORT", "8082")
                .containsEntry("LANTOA_DB_URL", "jdbc:postgresql://127.0.0.1:15432/lantoa_task")
                .containsEntry("LANTOA_DB_OWNER", "lantoa_task")
                .containsEntry("LANTOA_DB_USER", "lantoa_task_app")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:19092")
                .containsEntry("LANTOA_OIDC_ISSUER", "http://localhost:8180/realms/lantoa")
                .containsKeys("LANTOA_DB_PASSWORD", "LANTOA_DB_OWNER_PASSWORD")
                .doesNotContainKeys("LANTOA_SMTP_HOST", "LANTOA_GATEWAY_CLIENT_SECRET");
    }

    @Test
    void theGatewayKnowsEveryServiceAndNoDatabase() {
        var gateway = surroundings(true).environment(Part.GATEWAY);

        assertThat(gateway)
                .containsEntry("LANTOA_PLAN_URL", "http://localhost:8081")
                .containsEntry("LANTOA_NOTIFICATION_URL", "http://localhost:8084")
                .containsEntry("LANTOA_PUBLIC_URL", "http://localhost:8080")
                .doesNotContainKeys("LANTOA_DB_PASSWORD", "LANTOA_MOVABLE_CLOCK");
        assertThat(gateway.get("LANTOA_SESSION_SECRET")).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void theClockStandsFirmUnlessAskedOtherwise() {
        for (Part service : Part.SERVICES) {
            assertThat(surroundings(false).environment(service)).containsEntry("LANTOA_MOVABLE_CLOCK", "false");
            assertThat(surroundings(true).environment(service)).containsEntry("LANTOA_MOVABLE_CLOCK", "true");
        }
        assertThat(Settings.fromEnvironment(folder, Map.of()).movableClock()).isFalse();
    }

    private Surroundings surroundings(boolean movableClock) {
        var settings = Settings.fromEnvironment(folder, Map.of()).withMovableClock(movableClock);
        return new Surroundings(settings, Secrets.of(folder.resolve("secrets")));
    }
}
