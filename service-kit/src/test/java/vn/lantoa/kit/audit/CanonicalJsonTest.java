package vn.lantoa.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private record Inner(@Nullable String nothing, int b, String a) {}

    private record Outer(Inner z, List<UUID> ids, LocalDate on, BigDecimal amount, Set<String> names) {}

    @Test
    void membersAreSortedAndWhatIsNullIsLeftOut() {
        var value = new Outer(
                new Inner(null, 1, "x"),
                List.of(new UUID(0, 1)),
                LocalDate.of(2026, 11, 26),
                new BigDecimal("10.50"),
                Set.of());

        assertThat(CanonicalJson.of(value)).isEqualTo("""
                {"amount":"10.50","ids":["00000000-0000-0000-0000-000000000001"],"names":[],"on":"2026-11-26",\
                "z":{"a":"x","b":1}}""");
    }

    /** The example of RFC 8785, section 3.2.3. */
    @Test
    void membersAreSortedByUtf16CodeUnits() {
        var value = new LinkedHashMap<String, String>();
        List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")
                .forEach(it -> value.put(it, ""));

        assertThat(CanonicalJson.of(value))
                .isEqualTo(
                        "{\"\\r\":\"\",\"1\":\"\",\"\u0080\":\"\",\"\u00f6\":\"\",\"\u20ac\":\"\",\"\ud83d\ude00\":\"\",\"\ufb33\":\"\"}");
    }

    /** The string of RFC 8785, section 3.2.2. */
    @Test
    void textIsEscapedAsLittleAsPossible() {
        assertThat(CanonicalJson.of("\u20ac$\u000F\nA'B\"\\\\\"/\u001f"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\u001f\"");
        assertThat(CanonicalJson.of("Đã nhận \u2028")).isEqualTo("\"Đã nhận \u2028\"");
    }

    @Test
    void setHasOneTextInWhateverOrderItHappensToBe() {
        var one = new LinkedHashSet<>(List.of("b", "a", "c"));
        var other = new LinkedHashSet<>(List.of("c", "b", "a"));

        assertThat(CanonicalJson.of(one)).isEqualTo("[\"a\",\"b\",\"c\"]").isEqualTo(CanonicalJson.of(other));
    }

    @Test
    void whatWasReadIsWrittenTheSame() {
        var text = "{\"a\":[\"x\",2],\"b\":{\"c\":\"đ\"},\"n\":9007199254740991}";

        assertThat(CanonicalJson.of(CanonicalJson.read(text))).isEqualTo(text);
    }
}
