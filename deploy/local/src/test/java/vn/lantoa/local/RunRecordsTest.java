package vn.lantoa.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordsTest {
    @TempDir
    Path temporary;

    private DataFolder folder;
    private RunRecords records;
    private Process process;

    @BeforeEach
    void setUp() throws IOException {
        folder = new DataFolder(temporary, temporary.resolve("dist"));
        folder.create();
        records = new RunRecords(folder);
        process = new ProcessBuilder("sleep", "300").start();
    }

    @AfterEach
    void endIt() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Test
    void aNoteComesBackAsItWasWritten() {
        var note = RunRecord.of(process.toHandle(), Map.of(Port.SMTP, 3025, Port.MAILBOX, 8085), "abc", true);

        records.write(Part.MAIL, note);

        assertThat(new RunRecords(folder).live(Part.MAIL)).contains(note);
        assertThat(records.live()).containsOnlyKeys(Part.MAIL);
    }

    @Test
    void theNoteOfAProcessThatEndedIsRemoved() throws InterruptedException {
        records.write(Part.KAFKA, RunRecord.of(process.toHandle(), Map.of(), "abc", false));
        process.destroyForcibly().waitFor();

        assertThat(records.live(Part.KAFKA)).isEmpty();
        assertThat(folder.run("kafka.json")).doesNotExist();
    }

    @Test
    void aDamagedNoteCountsForNothing() throws IOException {
        for (String damaged : new String[] {"", "{\"pid\": ", "{}", "{\"pid\": 1, \"startedAt\": \"yesterday\"}"}) {
            Files.writeString(folder.run("postgres.json"), damaged);

            assertThat(records.live(Part.POSTGRES)).as(damaged).isEmpty();
        }
    }
}
