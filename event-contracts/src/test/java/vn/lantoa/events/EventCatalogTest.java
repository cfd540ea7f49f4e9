package vn.lantoa.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.EventCatalog.Entry;

class EventCatalogTest {

    @Test
    void everyEventIsInTheCatalogueOnce() {
        List<Class<?>> events = concrete(DomainEvent.class).toList();
        List<Class<?>> catalogued = EventCatalog.entries().stream()
                .<Class<?>>map(Entry::recordClass)
                .toList();

        assertThat(catalogued).containsExactlyInAnyOrderElementsOf(events);
        assertThat(EventCatalog.entries()).extracting(Entry::type).doesNotHaveDuplicates();
    }

    @Test
    void everyFamilyHasATopicOfItsOwn() {
        var topicsOfFamilies = Arrays.stream(DomainEvent.class.getPermittedSubclasses())
                .map(family -> concrete(family).map(EventCatalogTest::topicOf).collect(Collectors.toSet()))
                .toList();

        assertThat(topicsOfFamilies).allSatisfy(topics -> assertThat(topics).hasSize(1));
        assertThat(topicsOfFamilies.stream().flatMap(Set::stream))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrder(EventCatalog.Topic.values());
    }

    @Test
    void everyEventHasASchemaAndAnExampleAndNoFileIsLeftOver() {
        var types = EventCatalog.entries().stream().map(Entry::type).toList();

        assertThat(ContractFiles.names("examples", ContractFiles.EXAMPLE_SUFFIX))
                .containsExactlyInAnyOrderElementsOf(types);
        assertThat(ContractFiles.names("schemas", ContractFiles.SCHEMA_SUFFIX))
                .contains("envelope")
                .filteredOn(name -> !name.equals("envelope"))
                .containsExactlyInAnyOrderElementsOf(types);
    }

    @Test
    void aTypeOfANewerVersionIsUnknownAndNoError() {
        assertThat(EventCatalog.ofType("plan.promulgated.v1"))
                .hasValueSatisfying(entry -> assertThat(entry.recordClass()).isEqualTo(PlanPromulgated.class));
        assertThat(EventCatalog.ofType("plan.promulgated.v2")).isEmpty();
    }

    private static Stream<Class<?>> concrete(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventCatalogTest::concrete)
                : Stream.of(type);
    }

    private static EventCatalog.Topic topicOf(Class<?> event) {
        return EventCatalog.entries().stream()
                .filter(entry -> entry.recordClass() == event)
                .findFirst()
                .orElseThrow()
                .topic();
    }
}
