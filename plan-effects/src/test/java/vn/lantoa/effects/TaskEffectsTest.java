package vn.lantoa.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.effects.Versions.CULTURE;
import static vn.lantoa.effects.Versions.ECONOMY;
import static vn.lantoa.effects.Versions.ENDS;
import static vn.lantoa.effects.Versions.FRONT;
import static vn.lantoa.effects.Versions.STARTS;
import static vn.lantoa.effects.Versions.TODAY;
import static vn.lantoa.effects.Versions.by;
import static vn.lantoa.effects.Versions.item;
import static vn.lantoa.effects.Versions.led;
import static vn.lantoa.effects.Versions.timed;
import static vn.lantoa.effects.Versions.titled;
import static vn.lantoa.effects.Versions.version;
import static vn.lantoa.effects.Versions.yearly;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.PlanPromulgated.TaskItem;
import vn.lantoa.events.TaskState;

class TaskEffectsTest {

    private static final LocalDate DEADLINE = LocalDate.of(2027, 6, 30);
    private static final LocalDate SCIENCE_DAY = LocalDate.of(2027, 5, 18);
    private static final LocalDate DIGITAL_DAY = LocalDate.of(2027, 10, 10);

    private final TaskModel tasks = TaskModel.empty();

    @Test
    void firstVersionGivesOneTaskAnItemWithItsNextDays() {
        var once = item(1, by(DEADLINE));
        var recurring = item(2, yearly("05-18 Ngày Khoa học", "10-10 Ngày Chuyển đổi số", "01-15 Hội xuân"));

        var effects = tasks.follow(version(once, recurring), TODAY);

        assertThat(effects)
                .containsExactly(
                        new TaskEffect.Given(once, List.of()),
                        new TaskEffect.Given(
                                recurring,
                                List.of(
                                        new YearlyDays.Occurrence(SCIENCE_DAY, "Ngày Khoa học"),
                                        new YearlyDays.Occurrence(DIGITAL_DAY, "Ngày Chuyển đổi số"),
                                        new YearlyDays.Occurrence(LocalDate.of(2028, 1, 15), "Hội xuân"))));
    }

    @Test
    void whatIsTheSameHasNoEffectAndOnlyChangedFieldsAreNamed() {
        var same = item(1, by(DEADLINE));
        var changed = item(2, by(DEADLINE));
        tasks.follow(version(same, changed), TODAY);

        var effects = tasks.follow(version(same, titled(timed(changed, by(DEADLINE.plusDays(9))), "Tên mới")), TODAY);

        assertThat(effects).singleElement().isInstanceOfSatisfying(TaskEffect.Amended.class, it -> {
            assertThat(it.task()).isEqualTo(tasks.own(changed));
            assertThat(it.fields()).containsExactlyInAnyOrder(ItemField.TITLE, ItemField.SCHEDULE);
            assertThat(it.beginsAnew()).isFalse();
        });
    }

    @Test
    void orderOfCoordinatingUnitsSaysNothing() {
        var before = item(1, "Phối hợp", AssignMode.ASSIGN, CULTURE, List.of(ECONOMY, FRONT), by(DEADLINE));
        tasks.follow(version(before), TODAY);

        var after = item(1, "Phối hợp", AssignMode.ASSIGN, CULTURE, List.of(FRONT, ECONOMY), by(DEADLINE));

        assertThat(tasks.follow(version(after), TODAY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TaskState.class)
    void onlyWhatIsOpenChanges(TaskState state) {
        var item = item(1, by(DEADLINE));
        tasks.follow(version(item), TODAY);
        tasks.set(tasks.own(item).taskId(), state);

        var effects = tasks.copy().follow(version(titled(item, "Tên mới")), TODAY);

        boolean over = EnumSet.of(TaskState.COMPLETED, TaskState.RESPONDED, TaskState.CANCELLED)
                .contains(state);
        assertThat(effects).hasSize(over ? 0 : 1);
    }

    @ParameterizedTest
    @EnumSource(TaskState.class)
    void itemThatIsNoLongerThereEndsWhatSomebodyWouldStillWorkOn(TaskState state) {
        var item = item(1, by(DEADLINE));
        tasks.follow(version(item), TODAY);
        tasks.set(tasks.own(item).taskId(), state);
        var known = tasks.known();

        boolean stays = EnumSet.of(
                        TaskState.COMPLETED, TaskState.RESPONDED, TaskState.CANCELLED, TaskState.RESULT_SUBMITTED)
                .contains(state);
        List<TaskEffect> expected = stays ? List.of() : List.of(new TaskEffect.Cancelled(known.getFirst()));
        assertThat(tasks.follow(version(), TODAY)).isEqualTo(expected);
        assertThat(TaskEffects.ofEnd(known)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskState.class,
            names = {"DECLINED", "IN_PROGRESS", "RESULT_SUBMITTED", "SUSPENDED"})
    void anotherLeadOrModeBeginsAnew(TaskState state) {
        var item = item(1, yearly("05-18 Ngày Khoa học"));
        tasks.follow(version(item), TODAY);
        tasks.set(tasks.own(item).taskId(), state);

        tasks.follow(version(led(item, AssignMode.ASSIGN, ECONOMY)), TODAY);
        assertThat(tasks.own(item).state()).isEqualTo(TaskState.ASSIGNED);

        tasks.follow(version(led(item, AssignMode.REQUEST, FRONT)), TODAY);
        assertThat(tasks.own(item).state()).isEqualTo(TaskState.REQUESTED);
        assertThat(tasks.on(item, SCIENCE_DAY).state()).isEqualTo(TaskState.REQUESTED);
    }

    @Test
    void unitThatALeaderHadMovedItToAlreadyGoesOn() {
        var item = item(1, by(DEADLINE));
        tasks.follow(version(item), TODAY);
        tasks.reassign(tasks.own(item).taskId(), ECONOMY);
        tasks.set(tasks.own(item).taskId(), TaskState.IN_PROGRESS);

        assertThat(tasks.follow(version(led(item, AssignMode.ASSIGN, ECONOMY)), TODAY))
                .isEmpty();
        assertThat(tasks.own(item).state()).isEqualTo(TaskState.IN_PROGRESS);
    }

    @Test
    void leadersOwnChoiceOutlivesAnAmendmentThatSaysNothingAboutTheUnit() {
        var item = item(1, by(DEADLINE));
        tasks.follow(version(item), TODAY);
        tasks.reassign(tasks.own(item).taskId(), ECONOMY);

        assertThat(tasks.follow(version(titled(item, "Tên mới")), TODAY))
                .singleElement()
                .isInstanceOfSatisfying(
                        TaskEffect.Amended.class, it -> assertThat(it.fields()).containsExactly(ItemField.TITLE));
    }

    @Test
    void daysAreDroppedAddedAndRenamedEachOnItsOwn() {
        var before = item(1, yearly("05-18 Ngày Khoa học", "10-10 Ngày Chuyển đổi số"));
        tasks.follow(version(before), TODAY);
        var dropped = tasks.on(before, SCIENCE_DAY);
        var renamed = tasks.on(before, DIGITAL_DAY);

        var after = timed(before, yearly("10-10 Ngày Chuyển đổi số quốc gia", "11-09 Ngày Pháp luật"));
        var effects = tasks.follow(version(after), TODAY);

        assertThat(effects)
                .containsExactly(
                        new TaskEffect.Amended(tasks.own(before), before, after, null, Set.of(ItemField.SCHEDULE)),
                        new TaskEffect.Cancelled(dropped),
                        new TaskEffect.Amended(
                                renamed,
                                before,
                                after,
                                new YearlyDays.Occurrence(DIGITAL_DAY, "Ngày Chuyển đổi số quốc gia"),
                                Set.of(ItemField.TITLE)),
                        new TaskEffect.OccurrenceGiven(
                                tasks.own(before),
                                after,
                                new YearlyDays.Occurrence(LocalDate.of(2027, 11, 9), "Ngày Pháp luật")));
    }

    @Test
    void dayThatCameBeforeTheVersionStaysWithTheUnitThatHadIt() {
        var item = item(1, yearly("03-26 Ngày thành lập Đoàn", "05-18 Ngày Khoa học"));
        tasks.follow(version(item), TODAY);

        var inForceFrom = LocalDate.of(2027, 4, 1);
        tasks.follow(
                version(STARTS, ENDS, inForceFrom, List.of(led(item, AssignMode.ASSIGN, ECONOMY))),
                inForceFrom.plusDays(20));

        var past = tasks.on(item, LocalDate.of(2027, 3, 26));
        assertThat(tasks.entry(past.taskId()).content().leadUnitId()).isEqualTo(CULTURE);
        assertThat(tasks.entry(tasks.on(item, SCIENCE_DAY).taskId()).content().leadUnitId())
                .isEqualTo(ECONOMY);
    }

    @Test
    void versionThatIsToldLateGivesNoDaysThatAreOver() {
        var item = item(1, yearly("05-18 Ngày Khoa học"));
        tasks.follow(version(item), TODAY);

        var more = timed(item, yearly("03-26 Ngày thành lập Đoàn", "05-18 Ngày Khoa học"));
        tasks.follow(version(more), LocalDate.of(2027, 4, 20));

        assertThat(tasks.days(item)).containsExactly(SCIENCE_DAY, LocalDate.of(2028, 3, 26), LocalDate.of(2028, 5, 18));
    }

    @Test
    void noDayLiesBeforeThePlanBegins() {
        var item = item(1, yearly("04-30 Ngày Giải phóng", "05-18 Ngày Khoa học"));
        var startsOn = LocalDate.of(2027, 5, 1);
        tasks.follow(version(startsOn, ENDS, TODAY, List.of(item)), TODAY);

        tasks.follow(version(startsOn, ENDS, TODAY, List.of(titled(item, "Tên mới"))), TODAY);

        assertThat(tasks.days(item)).containsExactly(SCIENCE_DAY);
    }

    @Test
    void shorterPlanLosesDaysThatALongerOneGetsBack() {
        var item = item(1, yearly("05-18 Ngày Khoa học", "10-10 Ngày Chuyển đổi số"));
        tasks.follow(version(item), TODAY);
        var lost = tasks.on(item, DIGITAL_DAY);

        var shorter = tasks.follow(version(LocalDate.of(2027, 6, 30), item), TODAY);
        assertThat(shorter).contains(new TaskEffect.Cancelled(lost));
        assertThat(tasks.days(item)).containsExactly(SCIENCE_DAY);

        tasks.follow(version(ENDS, item), TODAY);
        assertThat(tasks.days(item)).containsExactly(SCIENCE_DAY, DIGITAL_DAY);
        assertThat(tasks.on(item, DIGITAL_DAY).taskId()).isNotEqualTo(lost.taskId());
    }

    @Test
    void endOfThePlanIsToldOnlyToTasksThatLastUntilThen() {
        var once = item(1, by(DEADLINE));
        var lasting = item(2, yearly());
        tasks.follow(version(once, lasting), TODAY);

        var effects = tasks.follow(version(ENDS.plusYears(1), once, lasting), TODAY);

        assertThat(effects)
                .containsExactly(
                        new TaskEffect.Amended(tasks.own(lasting), lasting, lasting, null, Set.of(ItemField.PLAN_END)));
    }

    @Test
    void itemThatStopsToRecurKeepsItsTaskAndLosesItsDays() {
        var item = item(1, yearly("05-18 Ngày Khoa học"));
        tasks.follow(version(item), TODAY);

        tasks.follow(version(timed(item, by(DEADLINE))), TODAY);
        assertThat(tasks.standing()).extracting(TaskModel.Entry::task).containsExactly(tasks.own(item));

        tasks.follow(version(item), TODAY);
        assertThat(tasks.days(item)).containsExactly(SCIENCE_DAY);
    }

    @Test
    void doneDayIsNeitherTakenBackNorGivenAgain() {
        var item = item(1, yearly("05-18 Ngày Khoa học"));
        tasks.follow(version(item), TODAY);
        var done = tasks.on(item, SCIENCE_DAY);
        tasks.set(done.taskId(), TaskState.COMPLETED);

        tasks.follow(version(), TODAY);
        tasks.follow(version(titled(item, "Trở lại")), TODAY);

        assertThat(tasks.days(item)).containsExactly(SCIENCE_DAY);
        assertThat(tasks.entry(done.taskId()).content()).isEqualTo(item);
    }

    @Test
    void itemThatComesBackIsGivenAnew() {
        TaskItem item = item(1, by(DEADLINE));
        tasks.follow(version(item), TODAY);
        var first = tasks.own(item);
        tasks.follow(version(), TODAY);

        assertThat(tasks.follow(version(item), TODAY)).containsExactly(new TaskEffect.Given(item, List.of()));
        assertThat(tasks.entry(first.taskId()).task().state()).isEqualTo(TaskState.CANCELLED);
    }

    @Test
    void declinedTaskGetsNoFurtherDays() {
        var item = item(1, yearly("05-18 Ngày Khoa học"));
        tasks.follow(version(item), TODAY);
        tasks.set(tasks.own(item).taskId(), TaskState.DECLINED);

        tasks.follow(version(timed(item, yearly("10-10 Ngày Chuyển đổi số"))), TODAY);

        assertThat(tasks.days(item)).isEmpty();
    }

    @Test
    void taskOfAnUnknownVersionStandsAsItIsAndItsDaysFollow() {
        var item = item(1, yearly("05-18 Ngày Khoa học"));
        tasks.follow(version(item), TODAY);

        var effects = TaskEffects.of(
                List.of(),
                ENDS,
                version(titled(timed(item, yearly("10-10 Ngày Chuyển đổi số")), "Tên mới")),
                tasks.known(),
                TODAY);

        assertThat(effects).hasExactlyElementsOfTypes(TaskEffect.Cancelled.class, TaskEffect.OccurrenceGiven.class);
    }
}
