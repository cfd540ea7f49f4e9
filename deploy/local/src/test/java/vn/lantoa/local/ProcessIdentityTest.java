package vn.lantoa.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {
    private Process process;

    @BeforeEach
    void startOne() throws IOException {
        process = new ProcessBuilder("sleep", "300").start();
    }

    @AfterEach
    void endIt() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Test
    void findsTheProcessItWasMadeOf() {
        assertThat(ProcessIdentity.of(process.toHandle()).live()).contains(process.toHandle());
    }

    @Test
    void aProcessThatEndedIsGone() throws InterruptedException {
        var identity = ProcessIdentity.of(process.toHandle());
        process.destroyForcibly().waitFor();

        assertThat(identity.live()).isEmpty();
    }

    @Test
    void aProcessWithTheSameNumberThatStartedAtAnotherTimeIsAStranger() {
        var now = ProcessIdentity.of(process.toHandle());

        assertThat(new ProcessIdentity(now.pid(), now.startedAt(), now.stamp() + "1").live())
                .isEmpty();
        assertThat(new ProcessIdentity(now.pid(), now.startedAt().minus(Duration.ofSeconds(10)), "").live())
                .isEmpty();
    }

    @Test
    void withoutAStampTheInstantOfItsStartIdentifiesIt() {
        var now = ProcessIdentity.of(process.toHandle());

        assertThat(new ProcessIdentity(now.pid(), now.startedAt(), "").live()).contains(process.toHandle());
    }
}
