package vn.lantoa.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicListTest {
    @TempDir
    Path folder;

    @Test
    void readsNamesPartitionsAndSettings() throws IOException {
        var file = Files.writeString(folder.resolve("topics"), """
                # a comment

                plans 6 retention.ms=100 cleanup.policy=delete
                plans.task-service.dead   1
                """);

        assertThat(TopicList.read(file))
                .containsExactly(
                        new TopicList.Topic("plans", 6, Map.of("retention.ms", "100", "cleanup.policy", "delete")),
                        new TopicList.Topic("plans.task-service.dead", 1, Map.of()));
    }

    @Test
    void aLineThatCannotBeMeantIsRefused() throws IOException {
        for (String wrong : new String[] {"plans", "plans 6 retention", "plans many"}) {
            var file = Files.writeString(folder.resolve("topics"), wrong);

            assertThatThrownBy(() -> TopicList.read(file)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theListOfTheRepositoryHoldsEveryTopicOfTheServices() throws IOException {
        assertThat(TopicList.read(Path.of("../compose/topics.txt")))
                .filteredOn(topic -> !topic.name().endsWith(".dead"))
                .allSatisfy(topic -> assertThat(topic.partitions()).isEqualTo(6))
                .extracting(TopicList.Topic::name)
                .containsExactlyInAnyOrder("organizations", "plans", "tasks", "reports", "notifications");
    }
}
