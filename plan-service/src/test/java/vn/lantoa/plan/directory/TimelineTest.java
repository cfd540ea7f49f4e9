package vn.lantoa.plan.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.http.Problem;

class TimelineTest {

    private static final LocalDate BEGIN = LocalDate.of(2025, 7, 1);

    @Test
    void changeHoldsFromItsDayUntilTheNextKnownChange() {
        var timeline =
                Timeline.since(BEGIN, "a").change(BEGIN.plusDays(20), "c").change(BEGIN.plusDays(10), "b");

        assertThat(timeline.on(BEGIN.plusDays(9))).contains("a");
        assertThat(timeline.on(BEGIN.plusDays(10))).contains("b");
        assertThat(timeline.on(BEGIN.plusDays(19))).contains("b");
        assertThat(timeline.on(BEGIN.plusDays(20))).contains("c");
    }

    @Test
    void periodOfWhichNothingChangesIsNotDivided() {
        var timeline = Timeline.since(BEGIN, "a").change(BEGIN.plusDays(20), "b");

        assertThat(timeline.changeFrom(BEGIN.plusDays(10), it -> it)).isEqualTo(timeline);
        assertThat(timeline.changeFrom(BEGIN.plusDays(10), it -> it.equals("b") ? "c" : it))
                .isEqualTo(Timeline.since(BEGIN, "a").change(BEGIN.plusDays(20), "c"));
    }

    @Test
    void endDropsWhatWasPlannedLaterAndNothingFollowsIt() {
        var ended = Timeline.since(BEGIN, "a").change(BEGIN.plusDays(20), "b").endAfter(BEGIN.plusDays(5));

        assertThat(ended.end()).isEqualTo(BEGIN.plusDays(5));
        assertThat(ended.entries()).hasSize(1);
        assertThat(ended.on(BEGIN.plusDays(6))).isEmpty();
        assertThat(ended.nearest(BEGIN.plusDays(99))).isEqualTo("a");
        assertThatThrownBy(() -> ended.change(BEGIN.plusDays(6), "b")).isInstanceOf(Problem.RuleBroken.class);
        assertThatThrownBy(() -> ended.endAfter(BEGIN.minusDays(1))).isInstanceOf(Problem.RuleBroken.class);
    }

    @Property
    void whateverChangesEachDayHasExactlyOneState(
            @ForAll @Size(max = 30) List<@IntRange(max = 400) Integer> days, @ForAll @IntRange(max = 400) int probe) {
        var timeline = Timeline.since(BEGIN, -1);
        Integer expected = -1;
        int latest = 0;
        for (int i = 0; i < days.size(); i++) {
            timeline = timeline.change(BEGIN.plusDays(days.get(i)), i);
        }
        // the state of a day is what was said last of the latest change that begins on or before it
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i) <= probe && days.get(i) >= latest) {
                latest = days.get(i);
                expected = i;
            }
        }

        var day = BEGIN.plusDays(probe);
        assertThat(timeline.entries().stream().filter(it -> it.holdsOn(day))).hasSize(1);
        assertThat(timeline.on(day)).contains(expected);
    }
}
