package vn.lantoa.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.DecidingDocument;
import vn.lantoa.events.PlanAmended;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.events.PlanPromulgated.YearlyDue;
import vn.lantoa.events.PlanState;
import vn.lantoa.events.ReportFrequency;
import vn.lantoa.events.ReportKind;
import vn.lantoa.workingdays.WorkingCalendar;

class ReportEffectsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate IN_FORCE = LocalDate.of(2026, 12, 1);
    private static final LocalDate STARTS = LocalDate.of(2026, 3, 2);
    private static final LocalDate ENDS = LocalDate.of(2028, 12, 31);
    private static final UUID CULTURE = new UUID(1, 1);
    private static final UUID ECONOMY = new UUID(1, 2);
    private static final UUID OBLIGATION = new UUID(2, 1);

    private final WorkingCalendar calendar = new WorkingCalendar("test", List.of());

    // --- one change at a time

    @Test
    void firstVersionSchedulesWhatIsStillToCome() {
        var plan = promulgated(halfYearly(CULTURE, "06-20", "12-20"));

        var effects = ReportEffects.of(List.of(), plan, List.of(), calendar, TODAY);

        assertThat(effects).hasSize(5).allMatch(ReportEffect.Scheduled.class::isInstance);
        assertThat(ReportEffects.overAlready(plan, calendar, TODAY))
                .singleElement()
                .satisfies(it -> assertThat(it.dated().deadline().date()).isEqualTo("2026-06-20"));
    }

    @Test
    void anotherUnitWritesTheSameDuties() {
        var before = halfYearly(CULTURE, "06-20", "12-20");
        var model = new Model(calendar).follow(promulgated(before));

        var effects = model.effectsOf(amended(halfYearly(ECONOMY, "06-20", "12-20")));

        assertThat(effects).hasSize(5).allMatch(ReportEffect.Rescheduled.class::isInstance);
    }

    @Test
    void movedDayTakesThePlaceOfTheOldOne() {
        var model = new Model(calendar).follow(promulgated(halfYearly(CULTURE, "06-20", "12-20")));

        model.follow(amended(halfYearly(CULTURE, "06-25", "12-20")));

        assertThat(model.days())
                .containsExactlyInAnyOrder("2026-12-20", "2027-06-25", "2027-12-20", "2028-06-25", "2028-12-20");
    }

    @Test
    void obligationThatIsLeftOutEndsItsDuties() {
        var model = new Model(calendar).follow(promulgated(halfYearly(CULTURE, "06-20", "12-20")));

        var effects = model.effectsOf(amended());

        assertThat(effects).hasSize(5).allMatch(ReportEffect.Withdrawn.class::isInstance);
    }

    @Test
    void shorterPlanOwesFewerReports() {
        var obligation = halfYearly(CULTURE, "06-20", "12-20");
        var model = new Model(calendar).follow(promulgated(obligation));

        model.follow(amended(IN_FORCE, LocalDate.of(2027, 12, 31), obligation));

        assertThat(model.days()).containsExactlyInAnyOrder("2026-12-20", "2027-06-20", "2027-12-20");
    }

    @Test
    void reportThatWasSentIsNotAskedForAgainOnAnotherDay() {
        var model = new Model(calendar).follow(promulgated(halfYearly(CULTURE, "06-20", "12-20")));
        model.fulfil(LocalDate.of(2026, 12, 20));

        model.follow(amended(halfYearly(CULTURE, "06-20", "12-30")));

        assertThat(model.days())
                .containsExactlyInAnyOrder("2026-12-20", "2027-06-20", "2027-12-30", "2028-06-20", "2028-12-30");
    }

    @Test
    void reportOfAMonthThatWasSentDoesNotStandForTheHalfYear() {
        var monthly = obligation(OBLIGATION, ReportFrequency.MONTHLY, CULTURE, DeadlineBound.BEFORE, "12-20");
        var model = new Model(calendar).follow(promulgated(monthly));
        model.fulfil(LocalDate.of(2026, 12, 20));

        model.follow(amended(halfYearly(CULTURE, "06-30", "12-30")));

        assertThat(model.days()).contains("2026-12-20", "2026-12-30");
    }

    @Test
    void dutyThatWasLateWhenTheVersionCameIntoForceStaysLateAndIsNotDoubled() {
        var model = new Model(calendar).follow(promulgated(halfYearly(CULTURE, "06-20", "12-20")));
        var inForce = LocalDate.of(2026, 12, 22);

        model.follow(amended(inForce, ENDS, halfYearly(ECONOMY, "06-20", "12-30")), inForce);

        assertThat(model.days())
                .containsExactlyInAnyOrder("2026-12-20", "2027-06-20", "2027-12-30", "2028-06-20", "2028-12-30");
        assertThat(model.unitOf(LocalDate.of(2026, 12, 20))).isEqualTo(CULTURE);
    }

    @Test
    void versionThatArrivesLateMovesWhatBecameLateMeanwhile() {
        var model = new Model(calendar).follow(promulgated(halfYearly(CULTURE, "06-20", "12-20")));
        var inForce = LocalDate.of(2026, 12, 16);
        var arrives = LocalDate.of(2026, 12, 28);

        model.follow(amended(inForce, ENDS, halfYearly(CULTURE, "06-20", "12-25")), arrives);

        assertThat(model.days()).contains("2026-12-25").doesNotContain("2026-12-20");
    }

    @Test
    void newObligationBringsNoDutyWhoseTimeIsOver() {
        var model = new Model(calendar).follow(promulgated());
        var inForce = LocalDate.of(2026, 12, 16);

        model.follow(amended(inForce, ENDS, halfYearly(CULTURE, "06-20", "12-20")), LocalDate.of(2026, 12, 28));

        assertThat(model.days()).containsExactlyInAnyOrder("2027-06-20", "2027-12-20", "2028-06-20", "2028-12-20");
    }

    @Test
    void endLeavesWhatWasDueOrLateAndTakesTheRest() {
        var model = new Model(calendar).follow(promulgated(halfYearly(CULTURE, "06-20", "12-20")));
        var early = model.known();

        assertThat(ReportEffects.ofEnd(early, LocalDate.of(2026, 12, 14))).hasSize(5);
        assertThat(ReportEffects.ofEnd(early, LocalDate.of(2026, 12, 15)))
                .as("the period that closed on the 14th is still reported")
                .hasSize(4);
        model.fulfil(LocalDate.of(2027, 6, 20));
        assertThat(ReportEffects.ofEnd(model.known(), LocalDate.of(2026, 12, 15)))
                .hasSize(3);
    }

    @Test
    void endTakesNothingThatWasLateBeforeItsPeriodClosed() {
        var model = new Model(calendar).follow(promulgated(halfYearly(CULTURE, "06-20", "12-10"))); // a Thursday

        assertThat(ReportEffects.ofEnd(model.known(), LocalDate.of(2026, 12, 12)))
                .extracting(it -> it.duty().dueDate())
                .doesNotContain(LocalDate.of(2026, 12, 10));
    }

    @Test
    void versionHeardOfAfterTheEndGivesOnlyWhatTheEndLeaves() {
        var plan = promulgated(halfYearly(CULTURE, "06-20", "12-20"));

        var effects = ReportEffects.ofEnded(List.of(), plan, LocalDate.of(2026, 12, 15), List.of(), calendar, TODAY);

        assertThat(effects).singleElement().isInstanceOfSatisfying(ReportEffect.Scheduled.class, it -> assertThat(
                        it.dated().deadline().date())
                .isEqualTo("2026-12-20"));
    }

    // --- whatever the versions say

    @Property
    void waysThroughVersionsEndAtTheSameDuties(
            @ForAll("contents") List<ReportObligationItem> first,
            @ForAll("contents") List<ReportObligationItem> second,
            @ForAll("contents") List<ReportObligationItem> third,
            @ForAll("years") LocalDate secondEnds,
            @ForAll("years") LocalDate thirdEnds,
            @ForAll Set<Byte> sent) {
        var stepwise = new Model(calendar).follow(promulgated(first)).fulfil(sent);
        var atOnce = new Model(calendar).follow(promulgated(first)).fulfil(sent);

        stepwise.follow(amended(IN_FORCE, secondEnds, second)).follow(amended(IN_FORCE, thirdEnds, third));
        atOnce.follow(amended(IN_FORCE, thirdEnds, third));

        assertThat(stepwise.content()).isEqualTo(atOnce.content());
    }

    @Property
    void sameVersionTwiceDoesNothing(
            @ForAll("contents") List<ReportObligationItem> first,
            @ForAll("contents") List<ReportObligationItem> second,
            @ForAll Set<Byte> sent) {
        var version = amended(IN_FORCE, ENDS, second);
        var model = new Model(calendar)
                .follow(promulgated(first))
                .fulfil(sent)
                .follow(version)
                .fulfil(sent);

        assertThat(model.effectsOf(version)).isEmpty();
    }

    @Property
    void fulfilledOrLateDutyNeverChanges(
            @ForAll("contents") List<ReportObligationItem> first,
            @ForAll("contents") List<ReportObligationItem> second,
            @ForAll("daysInForce") LocalDate inForce,
            @ForAll Set<Byte> sent) {
        var model = new Model(calendar).follow(promulgated(first)).fulfil(sent);
        var fixed = model.fixed(inForce);

        model.follow(amended(inForce, ENDS, second));

        assertThat(model.content()).containsAllEntriesOf(fixed);
        ReportEffects.ofEnd(model.known(), inForce).forEach(model::take);
        assertThat(model.content()).containsAllEntriesOf(fixed);
    }

    @Property
    void noPeriodIsReportedMoreOftenThanAskedFor(
            @ForAll("contents") List<ReportObligationItem> first,
            @ForAll("contents") List<ReportObligationItem> second,
            @ForAll("daysInForce") LocalDate inForce,
            @ForAll Set<Byte> sent) {
        var model = new Model(calendar).follow(promulgated(first)).fulfil(sent);
        var fixed = perPeriod(model.fixed(inForce).values());
        var version = amended(inForce, ENDS, second);

        model.follow(version);

        var asked = version.reportObligations().stream()
                .flatMap(it -> ReportDuties.of(it, STARTS, ENDS).stream()
                        .map(dated -> it.obligationId() + " " + dated.period()))
                .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        perPeriod(model.content().values()).forEach((period, count) -> assertThat(count)
                .as(period)
                .isLessThanOrEqualTo(Math.max(asked.getOrDefault(period, 0L), fixed.getOrDefault(period, 0L))));
    }

    @Provide
    Arbitrary<List<ReportObligationItem>> contents() {
        var one = Combinators.combine(
                        Arbitraries.of(1L, 2L, 3L),
                        Arbitraries.of(ReportFrequency.MONTHLY, ReportFrequency.HALF_YEARLY, ReportFrequency.YEARLY),
                        Arbitraries.of(CULTURE, ECONOMY),
                        Arbitraries.of(DeadlineBound.class),
                        Arbitraries.of("03-10", "06-12", "06-20", "06-30", "12-10", "12-20", "12-28")
                                .set()
                                .ofMaxSize(3))
                .as((id, frequency, unit, bound, days) ->
                        obligation(new UUID(2, id), frequency, unit, bound, days.toArray(String[]::new)));
        return one.list().ofMaxSize(3).uniqueElements(ReportObligationItem::obligationId);
    }

    @Provide
    Arbitrary<LocalDate> years() {
        return Arbitraries.of(2026, 2027, 2028).map(year -> LocalDate.of(year, 12, 31));
    }

    @Provide
    Arbitrary<LocalDate> daysInForce() {
        return Arbitraries.integers().between(0, 400).map(TODAY::plusDays);
    }

    private static Map<String, Long> perPeriod(Collection<Model.Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        it -> it.duty().obligationId() + " " + it.duty().period(), Collectors.counting()));
    }

    // --- plans

    private static ReportObligationItem halfYearly(UUID unit, String... days) {
        return obligation(OBLIGATION, ReportFrequency.HALF_YEARLY, unit, DeadlineBound.BEFORE, days);
    }

    private static ReportObligationItem obligation(
            UUID id, ReportFrequency frequency, UUID unit, DeadlineBound bound, String... days) {
        return new ReportObligationItem(
                id,
                ReportKind.PERIODIC,
                frequency,
                Arrays.stream(days)
                        .map(day -> new YearlyDue(day, bound, "trước ngày " + day))
                        .toList(),
                unit,
                null,
                List.of("UBND thành phố"),
                null,
                "theo quy định");
    }

    private static PlanInForce promulgated(ReportObligationItem... obligations) {
        return promulgated(List.of(obligations));
    }

    private static PlanInForce promulgated(List<ReportObligationItem> obligations) {
        return new PlanPromulgated(
                new UUID(0, 1),
                new UUID(0, 2),
                1,
                "Kế hoạch thử",
                PlanState.APPROVED,
                PlanState.PROMULGATED,
                "12",
                "KH-UBND",
                STARTS,
                new UUID(0, 3),
                new UUID(0, 4),
                STARTS,
                ENDS,
                List.of(),
                List.of(),
                obligations);
    }

    private static PlanInForce amended(ReportObligationItem... obligations) {
        return amended(IN_FORCE, ENDS, obligations);
    }

    private static PlanInForce amended(LocalDate inForce, LocalDate ends, ReportObligationItem... obligations) {
        return amended(inForce, ends, List.of(obligations));
    }

    private static PlanInForce amended(LocalDate inForce, LocalDate ends, List<ReportObligationItem> obligations) {
        return new PlanAmended(
                new UUID(0, 1),
                new UUID(0, 2),
                2,
                1,
                "Kế hoạch thử",
                PlanState.PROMULGATED,
                "12",
                "KH-UBND",
                STARTS,
                inForce,
                STARTS,
                ends,
                new UUID(0, 4),
                null,
                new DecidingDocument("QD", "45", "QĐ-UBND", inForce, null),
                List.of(),
                List.of(),
                obligations);
    }

    /** What reporting-service keeps of a plan, as a map. */
    private static final class Model {

        record Key(UUID obligation, LocalDate day) implements Comparable<Key> {
            @Override
            public int compareTo(Key other) {
                return (day + " " + obligation).compareTo(other.day + " " + other.obligation);
            }
        }

        record Row(KnownDuty duty, UUID unit, ReportDuties.DatedDuty dated) {}

        private final WorkingCalendar calendar;
        private final Map<Key, Row> rows = new TreeMap<>();
        private List<ReportObligationItem> followed = List.of();

        Model(WorkingCalendar calendar) {
            this.calendar = calendar;
        }

        List<KnownDuty> known() {
            return rows.values().stream().map(Row::duty).toList();
        }

        List<ReportEffect> effectsOf(PlanInForce plan) {
            return ReportEffects.of(followed, plan, known(), calendar, TODAY);
        }

        Model follow(PlanInForce plan) {
            return follow(plan, TODAY);
        }

        Model follow(PlanInForce plan, LocalDate today) {
            ReportEffects.of(followed, plan, known(), calendar, today).forEach(this::take);
            followed = plan.reportObligations();
            return this;
        }

        void take(ReportEffect effect) {
            switch (effect) {
                case ReportEffect.Scheduled it -> {
                    var previous = put(it.obligation(), it.dated());
                    assertThat(previous).as("scheduled twice").isNull();
                }
                case ReportEffect.Rescheduled it -> {
                    var previous = put(it.obligation(), it.dated());
                    assertThat(previous).as("moved, but never scheduled").isNotNull();
                }
                case ReportEffect.Withdrawn it -> {
                    var previous = rows.remove(
                            new Key(it.duty().obligationId(), it.duty().dueDate()));
                    assertThat(previous).as("withdrawn, but not owed").isNotNull();
                }
            }
        }

        private Row put(ReportObligationItem obligation, ReportDuties.DatedDuty dated) {
            var day = dated.deadline().date();
            var duty = new KnownDuty(
                    UUID.nameUUIDFromBytes((obligation.obligationId() + " " + day).getBytes(StandardCharsets.UTF_8)),
                    obligation.obligationId(),
                    day,
                    dated.period(),
                    dated.deadline().legalEnd(calendar),
                    false);
            return rows.put(new Key(obligation.obligationId(), day), new Row(duty, obligation.fromUnitId(), dated));
        }

        void fulfil(LocalDate day) {
            rows.replaceAll((key, row) -> key.day().equals(day) ? fulfilled(row) : row);
        }

        /** Some of them. */
        Model fulfil(Set<Byte> sent) {
            rows.replaceAll((key, row) -> sent.contains((byte) key.hashCode()) ? fulfilled(row) : row);
            return this;
        }

        private static Row fulfilled(Row row) {
            var it = row.duty();
            return new Row(
                    new KnownDuty(it.dutyId(), it.obligationId(), it.dueDate(), it.period(), it.legalEnd(), true),
                    row.unit(),
                    row.dated());
        }

        Map<Key, Row> fixed(LocalDate inForce) {
            return rows.entrySet().stream()
                    .filter(it -> it.getValue().duty().fulfilled()
                            || it.getValue().duty().legalEnd().isBefore(inForce))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        Map<Key, Row> content() {
            return rows;
        }

        List<String> days() {
            return rows.keySet().stream().map(it -> it.day().toString()).toList();
        }

        UUID unitOf(LocalDate day) {
            return rows.values().stream()
                    .filter(it -> it.duty().dueDate().equals(day))
                    .map(Row::unit)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
