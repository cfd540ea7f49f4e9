package vn.lantoa.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void anEnvironmentVariableMovesOnePortAndLeavesTheOthers() {
        var ports = Ports.fromEnvironment(Map.of("LANTOA_GATEWAY_PORT", " 9000 ", "LANTOA_PLAN_PORT", ""));

        assertThat(ports.of(Port.GATEWAY)).isEqualTo(9000);
        assertThat(ports.of(Port.PLAN)).isEqualTo(8081);
        assertThat(ports.of(Port.KEYCLOAK)).isEqualTo(8180);
    }

    @Test
    void somethingThatIsNoPortIsNamedWithItsVariable() {
        for (String wrong : new String[] {"many", "0", "65536", "-1"}) {
            assertThatThrownBy(() -> Ports.fromEnvironment(Map.of("LANTOA_SMTP_PORT", wrong)))
                    .isInstanceOf(LaunchProblem.class)
                    .hasMessageContaining("LANTOA_SMTP_PORT")
                    .hasMessageContaining(wrong);
        }
    }

    @Test
    void onePortForTwoPartsIsRefused() {
        assertThatThrownBy(() -> Ports.fromEnvironment(Map.of("LANTOA_TASK_PORT", "8081")))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContaining("LANTOA_PLAN_PORT and LANTOA_TASK_PORT");
    }

    @Test
    void aTakenPortIsNamedWithTheVariableThatMovesIt() throws IOException {
        try (var stranger = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var ports = Ports.free().with(Map.of(Port.KEYCLOAK, stranger.getLocalPort()));

            assertThatThrownBy(() -> ports.refuseTaken(EnumSet.of(Part.MAIL, Part.KEYCLOAK)))
                    .isInstanceOf(LaunchProblem.class)
                    .hasMessageContaining(String.valueOf(stranger.getLocalPort()))
                    .hasMessageContaining("keycloak")
                    .hasMessageContaining("LANTOA_KEYCLOAK_PORT")
                    .hasMessageContaining("Nothing was started");
            assertThatCode(() -> ports.refuseTaken(EnumSet.of(Part.MAIL))).doesNotThrowAnyException();
        }
    }

    @Test
    void freePortsAreAllDifferent() {
        var ports = Ports.free();

        assertThat(Arrays.stream(Port.values()).map(ports::of)).doesNotHaveDuplicates();
    }
}
