package vn.lantoa.reporting.tag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
