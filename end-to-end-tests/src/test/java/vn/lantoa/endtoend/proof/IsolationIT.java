package vn.lantoa.endtoend.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody finds what is not theirs, whatever they ask: docs/guides/proofs.md. */
@ExtendWith(RunningSystem.class)
class IsolationIT {

    @Test
    void everyPathAndVerbHidesWhatBelongsToOthers(RunningSystem.Running running) throws IOException {
        var estate = running.estate();
        var document = ApiDocument.at(running.people().specialist());
        var directory =
                Files.readString(running.system().settings().repository().resolve("deploy/seed/directory.json"));
        var rounds = running.people()
                .person("chutich.donglinh", "xa-dong-linh")
                .get("/api/v1/report-rounds?limit=200")
                .expect(200)
                .text();
        var walk =
                new IsolationWalk(document, KnownIds.of(estate), new Marks(estate, directory, rounds), estate.owner());
        var identities = new ArrayList<>(Identity.outsiders(running.system(), running.people()));
        identities.add(Identity.withoutScope(estate));
        var operations = document.operations();

        var before = estate.state();
        walk.go(operations, identities);
        assertThat(estate.state()).as("what belongs to Xã Mây Hạ").isEqualTo(before);
        var colleagues = Identity.colleagues(running.people()); // after all others: what they may do, they do
        var findings = walk.go(operations, colleagues);

        System.out.println(walk.summary(operations, identities.size() + colleagues.size()));
        assertThat(findings).isEmpty();
        assertThat(walk.rulesUsed())
                .as("an exception that no case needs: take its line out of Rules")
                .containsExactlyInAnyOrderElementsOf(Rules.ALL);
    }
}
