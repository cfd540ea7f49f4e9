package vn.lantoa.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.effects.Versions.TODAY;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated.TaskItem;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskState;

/** What holds whatever the versions say and wherever the tasks stand. */
class TaskEffectsPropertiesTest {

    private static final Set<TaskState> DONE = Set.of(TaskState.COMPLETED, TaskState.RESPONDED);
    private static final Set<TaskState> STAYS_AT_THE_END =
            Set.of(TaskState.COMPLETED, TaskState.RESPONDED, TaskState.RESULT_SUBMITTED);

    @Property(tries = 400)
    void versionInBetweenLeavesNoTraceWhereNobodyTouchedTheTasks(
            @ForAll("versions") PlanInForce first,
            @ForAll("versions") PlanInForce second,
            @ForAll("versions") PlanInForce third) {
        var direct = TaskModel.empty();
        direct.follow(first, TODAY);
        var stepwise = direct.copy();

        direct.follow(third, TODAY);
        stepwise.follow(second, TODAY);
        stepwise.follow(third, TODAY);

        assertThat(stepwise.seen()).isEqualTo(direct.seen());
    }

    @Property(tries = 400)
    void sameVersionTwiceChangesNothing(
            @ForAll("versions") PlanInForce first, @ForAll("versions") PlanInForce second, @ForAll long seed) {
        var tasks = touched(first, seed);
        tasks.follow(second, TODAY);

        assertThat(tasks.follow(second, TODAY)).isEmpty();
    }

    @Property(tries = 400)
    void nothingDoneIsEverCalledOffOrChanged(
            @ForAll("versions") PlanInForce first, @ForAll("versions") PlanInForce second, @ForAll long seed) {
        var tasks = touched(first, seed);
        var done = tasks.standing().stream()
                .filter(it -> DONE.contains(it.task().state()))
                .toList();

        tasks.follow(second, TODAY);

        assertThat(tasks.standing()).containsAll(done);
    }

    @Property(tries = 400)
    void atMostOneTaskStandsForAnItemAndForADayOfIt(
            @ForAll("versions") PlanInForce first,
            @ForAll("versions") PlanInForce second,
            @ForAll("versions") PlanInForce third,
            @ForAll long seed) {
        var tasks = touched(first, seed);
        tasks.follow(second, TODAY);
        tasks.follow(third, TODAY.plusDays(40));

        var places = tasks.standing().stream()
                .map(it -> it.task().itemId() + " " + it.task().occurrenceOn())
                .toList();
        assertThat(new HashSet<>(places)).hasSameSizeAs(places);
    }

    @Property(tries = 400)
    void afterAVersionOpenWorkIsExactlyWhatTheVersionNames(
            @ForAll("versions") PlanInForce first, @ForAll("versions") PlanInForce second) {
        var tasks = TaskModel.empty();
        tasks.follow(first, TODAY);
        tasks.follow(second, TODAY);

        var named = second.tasks().stream().map(TaskItem::itemId).collect(Collectors.toSet());
        assertThat(tasks.standing())
                .allMatch(it -> named.contains(it.task().itemId()))
                .filteredOn(it -> !it.task().isOccurrence())
                .extracting(TaskModel.Entry::content)
                .containsExactlyInAnyOrderElementsOf(second.tasks());
        for (var item : second.tasks()) {
            assertThat(tasks.days(item))
                    .isEqualTo(YearlyDays.between(
                                    item.schedule(),
                                    TaskEffects.firstDayToGive(second, TODAY).minusDays(1),
                                    TaskEffects.lastDayToGive(second.endsOn(), TODAY))
                            .stream()
                            .map(YearlyDays.Occurrence::day)
                            .toList());
        }
    }

    @Property(tries = 200)
    void endLeavesNothingToWorkOn(@ForAll("versions") PlanInForce first, @ForAll long seed) {
        var tasks = touched(first, seed);

        var ended = TaskEffects.ofEnd(tasks.known());

        assertThat(ended).allMatch(TaskEffect.Cancelled.class::isInstance);
        var calledOff = ended.stream()
                .map(it -> ((TaskEffect.Cancelled) it).task().taskId())
                .collect(Collectors.toSet());
        assertThat(tasks.known())
                .allMatch(it -> calledOff.contains(it.taskId()) != STAYS_AT_THE_END.contains(it.state()));
    }

    /** People worked on the tasks of a version. */
    private static TaskModel touched(PlanInForce version, long seed) {
        var tasks = TaskModel.empty();
        tasks.follow(version, TODAY);
        var random = new Random(seed);
        var states = TaskState.values();
        for (var task : tasks.known()) {
            var state = states[random.nextInt(states.length)];
            if (state != TaskState.CANCELLED) { // that only a version does
                tasks.set(task.taskId(), state);
            }
        }
        return tasks;
    }

    @Provide
    Arbitrary<PlanInForce> versions() {
        var ends = Arbitraries.of(
                LocalDate.of(2027, 4, 30), LocalDate.of(2027, 12, 31), LocalDate.of(2028, 3, 15), Versions.ENDS);
        var items = Arbitraries.subsetOf(1, 2, 3).flatMap(numbers -> Combinators.combine(
                        numbers.stream().map(TaskEffectsPropertiesTest::items).toList())
                .as(List::copyOf));
        return Combinators.combine(ends, items)
                .as((endsOn, tasks) -> Versions.version(Versions.STARTS, endsOn, TODAY, tasks));
    }

    private static Arbitrary<TaskItem> items(int number) {
        var units = Arbitraries.of(Versions.CULTURE, Versions.ECONOMY, Versions.FRONT);
        var coordinating =
                Arbitraries.of(List.<UUID>of(), List.of(Versions.ECONOMY), List.of(Versions.ECONOMY, Versions.FRONT));
        return Combinators.combine(
                        Arbitraries.of("Phát thanh", "Ra quân"),
                        Arbitraries.of(AssignMode.class),
                        units,
                        coordinating,
                        schedules())
                .as((title, mode, lead, others, schedule) ->
                        Versions.item(number, title, mode, lead, others, schedule));
    }

    private static Arbitrary<TaskSchedule> schedules() {
        var days = Arbitraries.subsetOf(
                        "03-26 Ngày thành lập Đoàn",
                        "05-18 Ngày Khoa học",
                        "10-10 Ngày Chuyển đổi số",
                        "10-10 Ngày Giải phóng",
                        "02-29 Ngày nhuận")
                .map(it -> Versions.yearly(it.stream().sorted().toArray(String[]::new)));
        return Arbitraries.oneOf(
                days,
                Arbitraries.of(LocalDate.of(2027, 6, 30), LocalDate.of(2027, 9, 30))
                        .map(Versions::by));
    }
}
