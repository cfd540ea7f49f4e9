package vn.lantoa.endtoend.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;

/** Whatever anybody sends, the answer is an answer: docs/guides/proofs.md. */
@ExtendWith(RunningSystem.class)
class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 14_000);
    private static final int LEAST = Math.min(REQUESTS * 3 / 4, 10_000);
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime() % 1_000_000);

    @Test
    void everyMalformedRequestIsAnsweredWithAProblemAndHarmsNothing(RunningSystem.Running running) throws Exception {
        System.out.println("fuzz: -Dfuzz.seed=" + SEED + " -Dfuzz.requests=" + REQUESTS + " sends the same again");
        var people = running.people();
        var estate = running.estate();
        var before = estate.state();
        var run = new FuzzRun(
                people.gateway(),
                ApiDocument.at(people.specialist()),
                KnownIds.ofTheOtherCommune(estate),
                () -> people.person("chuyenvien.vhxh.donglinh", "xa-dong-linh").bearer(),
                SEED);

        var failures = run.send(REQUESTS);

        System.out.println(run.summary(REQUESTS));
        assertThat(failures).isEmpty();
        assertThat(run.judged()).as("requests that had to be answered").isGreaterThanOrEqualTo(LEAST);
        assertThat(running.system()).satisfies(FuzzIT::isWell);
        assertThat(estate.state()).as("what belongs to another commune").isEqualTo(before);
    }

    private static void isWell(LocalSystem system) {
        for (var part : Part.values()) {
            assertThat(system.isReady(part)).as(part.label()).isTrue();
        }
    }
}
