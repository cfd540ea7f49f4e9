package vn.lantoa.plan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.Map;

/** Walks a whole reading: every source lies in the text and holds its words, every confidence lies between 0 and 1. */
final class Spans {
    private Spans() {}

    static void check(ExtractedPlan plan, DocumentText text) {
        walk(plan, text);
    }

    private static void walk(Object value, DocumentText text) {
        switch (value) {
            case null -> {}
            case Source source -> {
                assertThat(source.start()).isBetween(0, text.text().length());
                assertThat(source.end()).isBetween(source.start(), text.text().length());
                assertThat(text.text().substring(source.start(), source.end())).startsWith(source.words());
            }
            case Collection<?> many -> many.forEach(it -> walk(it, text));
            case Map<?, ?> map -> map.values().forEach(it -> walk(it, text));
            case Record record -> walkRecord(record, text);
            default -> {}
        }
    }

    private static void walkRecord(Record record, DocumentText text) {
        for (var component : record.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                var value = accessor.invoke(record);
                if (component.getName().equals("confidence")) {
                    assertThat((double) value).isBetween(0.0, 1.0);
                }
                walk(value, text);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new AssertionError(e);
            }
        }
    }
}
