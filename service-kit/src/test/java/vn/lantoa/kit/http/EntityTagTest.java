package vn.lantoa.kit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    private final EntityTag tag = EntityTag.of("nội dung".getBytes(UTF_8));

    @Test
    void sameContentHasTheSameTagAndOtherContentAnother() {
        assertThat(EntityTag.of("nội dung".getBytes(UTF_8))).isEqualTo(tag);
        assertThat(EntityTag.of("nội dung khác".getBytes(UTF_8))).isNotEqualTo(tag);
        assertThat(EntityTag.ofParts("a", "bc")).isNotEqualTo(EntityTag.ofParts("ab", "c"));
    }

    @Test
    void isFoundInAList() {
        assertThat(tag.isNamedBy("\"other\", " + tag.quoted(), true)).isTrue();
        assertThat(tag.isNamedBy("*", true)).isTrue();
        assertThat(tag.isNamedBy("\"other\"", true)).isFalse();
        assertThat(tag.isNamedBy(null, true)).isFalse();
    }

    @Test
    void weakTagCountsForReadingOnly() {
        assertThat(tag.isNamedBy("W/" + tag.quoted(), true)).isTrue();
        assertThat(tag.isNamedBy("W/" + tag.quoted(), false)).isFalse();
    }

    @Test
    void stateIsFoundInItsTagWhoeverWasShownIt() {
        var shown = tag.shownAsParts("một người", 1);

        assertThat(shown).isNotEqualTo(tag.shownAsParts("người khác", 1)).isEqualTo(tag.shownAsParts("một người", 1));
        tag.requireNamedBy(tag.quoted());
        tag.requireNamedBy("\"other\", " + shown.quoted());
        var ofAnotherState = EntityTag.of("khác".getBytes(UTF_8)).shownAsParts("một người", 1);
        assertThatThrownBy(() -> tag.requireNamedBy(ofAnotherState.quoted())).isInstanceOf(Problem.Stale.class);
        assertThatThrownBy(() -> tag.requireNamedBy("W/" + shown.quoted())).isInstanceOf(Problem.Stale.class);
    }

    @Test
    void versionIsFoundInItsTagWhoeverWasShownIt() {
        var thing = UUID.randomUUID();
        var version = EntityTag.ofVersion(thing, 7);
        var shown = version.shownAs("một người".getBytes(UTF_8));

        assertThat(EntityTag.expected(version.quoted(), thing)).isEqualTo(7);
        assertThat(EntityTag.expected(shown.quoted(), thing)).isEqualTo(7);
        assertThat(EntityTag.expected(EntityTag.ofVersion(thing, 5).quoted() + ", " + shown.quoted(), thing))
                .isEqualTo(7);
        assertThat(EntityTag.expected("*", thing)).isNull();
        assertThat(EntityTag.expected(null, thing)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "\"7\"", "\"7-0123456789abcdef\"", "\"\"", "", "\"99999999999999999999-0123456789abcdef\""})
    void madeUpTagIsStale(String ifMatch) {
        assertThatThrownBy(() -> EntityTag.expected(ifMatch, UUID.randomUUID())).isInstanceOf(Problem.Stale.class);
    }

    @Test
    void tagOfAnotherThingAndAWeakTagAreStale() {
        var thing = UUID.randomUUID();
        var other = EntityTag.ofVersion(UUID.randomUUID(), 7).quoted();
        var weak = "W/" + EntityTag.ofVersion(thing, 7).quoted();

        assertThatThrownBy(() -> EntityTag.expected(other, thing)).isInstanceOf(Problem.Stale.class);
        assertThatThrownBy(() -> EntityTag.expected(weak, thing)).isInstanceOf(Problem.Stale.class);
    }
}
