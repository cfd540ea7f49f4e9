package vn.lantoa.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final String DRAFTS = Cursor.listOf("plans", "DRAFT", null);

    @Test
    void leadsBackToItsPlaceInItsList() {
        var cursor = Cursor.of(DRAFTS, "2026-11-26", "Kế hoạch");

        assertThat(Cursor.read(Cursor.listOf("plans", "DRAFT", null), cursor, 2))
                .containsExactly("2026-11-26", "Kế hoạch");
        assertThat(Cursor.read(DRAFTS, null, 2)).isEmpty();
    }

    @Test
    void isNoneOfAnotherListOrOfOtherFilters() {
        var cursor = Cursor.of(DRAFTS, "a", "b");

        for (var other : new String[] {
            Cursor.listOf("tasks", "DRAFT", null),
            Cursor.listOf("plans", "ISSUED", null),
            Cursor.listOf("plans", null, "DRAFT")
        }) {
            assertThatThrownBy(() -> Cursor.read(other, cursor, 2)).isInstanceOf(Problem.Invalid.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "plans", "plans\u001Fa\u001Fb"})
    void madeUpOneIsRefused(String text) {
        var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Cursor.read(DRAFTS, encoded, 2)).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> Cursor.read(DRAFTS, text, 2)).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void placeThatNoDatabaseCanHoldIsRefused() {
        var cursor = Cursor.of(DRAFTS, "a\u0000b", "c");

        assertThatThrownBy(() -> Cursor.read(DRAFTS, cursor, 2)).isInstanceOf(Problem.Invalid.class);
    }
}
