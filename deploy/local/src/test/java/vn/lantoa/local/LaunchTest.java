package vn.lantoa.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {
    @TempDir
    Path folder;

    @Test
    void theFingerprintChangesWithCommandEnvironmentAndProgram() throws IOException {
        var program = Files.writeString(folder.resolve("app.jar"), "one");
        var launch = launch(List.of("java"), Map.of("A", "1"), program);
        var first = launch.fingerprint();

        assertThat(launch(List.of("java"), Map.of("A", "1"), program).fingerprint())
                .isEqualTo(first);
        assertThat(launch(List.of("/another/jdk/bin/java"), Map.of("A", "1"), program)
                        .fingerprint())
                .isEqualTo(first);
        assertThat(launch(List.of("java", "-x"), Map.of("A", "1"), program).fingerprint())
                .isNotEqualTo(first);
        assertThat(launch(List.of("java"), Map.of("A", "2"), program).fingerprint())
                .isNotEqualTo(first);

        Files.writeString(program, "rebuilt");
        assertThat(launch.fingerprint()).isNotEqualTo(first);
    }

    @Test
    void theFingerprintShowsNoSecret() throws IOException {
        var launch = launch(List.of("java"), Map.of("SECRET", "c0ffee"), Files.createFile(folder.resolve("app.jar")));

        assertThat(launch.fingerprint()).hasSize(64).matches("[0-9a-f]+");
    }

    private Launch launch(List<String> command, Map<String, String> environment, Path program) {
        return new Launch(command, environment, folder, List.of(program));
    }
}
