package vn.lantoa.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void areMadeOnceAndKept() {
        var first = Secrets.of(folder.resolve("a"));
        var again = Secrets.of(folder.resolve("a"));
        var other = Secrets.of(folder.resolve("b"));

        assertThat(again.get(Secrets.SESSION)).isEqualTo(first.get(Secrets.SESSION));
        assertThat(other.get(Secrets.SESSION)).isNotEqualTo(first.get(Secrets.SESSION));
        assertThat(first.get(Secrets.SESSION)).hasSizeGreaterThanOrEqualTo(32);
        assertThat(first.get(Secrets.database(Part.TASK_SERVICE)))
                .isNotEqualTo(first.get(Secrets.database(Part.PLAN_SERVICE)));
    }

    @Test
    void onlyTheOwnerMayReadThem() throws IOException {
        Secrets.of(folder.resolve("a"));

        assertThat(Files.getPosixFilePermissions(folder.resolve("a")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void oneThatANewerLauncherNeedsIsAddedToThoseThatExist() throws IOException {
        var old = Files.writeString(folder.resolve("a"), Secrets.SESSION + "=kept\n");

        var secrets = Secrets.of(old);

        assertThat(secrets.get(Secrets.SESSION)).isEqualTo("kept");
        assertThat(Files.readString(old)).contains(Secrets.GATEWAY_CLIENT + "=" + secrets.get(Secrets.GATEWAY_CLIENT));
    }

    @Test
    void theDemoPasswordSatisfiesTheRealmsPolicy() {
        assertThat(Secrets.of(folder.resolve("a")).demoPassword())
                .hasSizeGreaterThanOrEqualTo(14)
                .matches(".*[a-z].*")
                .matches(".*[A-Z].*")
                .matches(".*[0-9].*")
                .matches(".*[^A-Za-z0-9].*");
    }
}
