package vn.lantoa.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path folder;

    @Test
    void theTailIsTheLastLines() throws IOException {
        var log = Files.writeString(folder.resolve("log"), "một\nhai\nba\n");

        assertThat(LogFile.tail(log, 2)).isEqualTo("hai\nba");
        assertThat(LogFile.tail(log, 9)).isEqualTo("một\nhai\nba");
        assertThat(LogFile.tail(folder.resolve("none"), 2)).isEmpty();
    }

    @Test
    void followingShowsWhatIsAddedAndStartsAgainWithAFreshFile() throws Exception {
        var log = Files.writeString(folder.resolve("log"), "old\n");
        var seen = new ByteArrayOutputStream();
        var round = new AtomicInteger();

        LogFile.follow(
                log, new PrintStream(seen, true, StandardCharsets.UTF_8), () -> switch (round.incrementAndGet()) {
                    case 1 -> append(log, "new\n");
                    case 2 -> replace(log, "af\n");
                    default -> round.get() < 5;
                });

        assertThat(seen.toString(StandardCharsets.UTF_8)).isEqualTo("new\naf\n");
    }

    private static boolean append(Path log, String text) {
        return write(log, text, StandardOpenOption.APPEND);
    }

    private static boolean replace(Path log, String text) {
        return write(log, text, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static boolean write(Path log, String text, StandardOpenOption option) {
        try {
            Files.writeString(log, text, option);
            return true;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
