package vn.lantoa.reporting.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static vn.lantoa.reporting.Scenario.as;
import static vn.lantoa.testkit.TestDirectory.CITY_COORDINATOR;
import static vn.lantoa.testkit.TestDirectory.CLERK;
import static vn.lantoa.testkit.TestDirectory.LEADER;
import static vn.lantoa.testkit.TestDirectory.SPECIALIST;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.DecidingDocument;
import vn.lantoa.events.PlanAmended;
import vn.lantoa.events.PlanClosed;
import vn.lantoa.events.PlanEnded;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.PlanPromulgated.IndicatorItem;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.events.PlanPromulgated.Target;
import vn.lantoa.events.PlanPromulgated.YearlyDue;
import vn.lantoa.events.PlanRevoked;
import vn.lantoa.events.PlanState;
import vn.lantoa.reporting.Scenario;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.Topics;

/** A plan through its versions to its end, told in whatever order. The day is 23/11/2026. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class AmendedPlanTest {

    /** Two days after the period of the scenario has closed. */
    private static final LocalDate IN_FORCE = LocalDate.of(2026, 12, 16);

    @Inject
    RecordPlan recordPlan;

    @Inject
    RecordPlanEnd recordPlanEnd;

    @Inject
    Jdbi db;

    private final Scenario it = new Scenario();
    private final PlanPromulgated plan = it.plan;
    private final Map<UUID, String> messages = new HashMap<>();
    private final ReportObligationItem obligation = plan.reportObligations().getFirst();

    // --- duties

    @Test
    void movedDayWithdrawsTheOldDutiesAndSchedulesTheNew() {
        tell(plan);

        tell(amended(2, plan.indicators(), List.of(due(obligation, "06-25", "12-20"))));

        assertThat(told("report.duty-withdrawn.v1")).hasSize(4).allSatisfy(data -> assertThat(data)
                .contains("\"planVersion\":2")
                .contains("Kế hoạch được điều chỉnh, bổ sung theo văn bản số 45/QĐ-UBND ngày 16/12/2026"));
        assertThat(told("report.duty-scheduled.v1")).hasSize(9 + 4);
        as(SPECIALIST)
                .get("/api/v1/report-obligations/" + obligation.obligationId())
                .then()
                .statusCode(200)
                .body("duties.dueOn", not(hasItem("2027-06-20")))
                .body("duties.dueOn", hasItem("2027-06-25"))
                .body("duties.dueOn", hasItem("2026-06-20")) // it was over when the plan was heard of
                .body("endedOn", equalTo(null));
    }

    @Test
    void anotherUnitIsToldWithTheSameDuty() {
        tell(plan);

        tell(amended(2, plan.indicators(), List.of(by(obligation, TestDirectory.ECONOMY.id()))));

        assertThat(told("report.duty-withdrawn.v1")).isEmpty();
        assertThat(told("report.duty-scheduled.v1")).hasSize(9 + 9);
        assertThat(dutyIds()).hasSize(10);
    }

    @Test
    void obligationThatEndedIsKeptAndComesBackWithItsDuties() {
        tell(plan);
        var duties = dutyIds();

        tell(amended(2, plan.indicators(), List.of()));

        as(SPECIALIST)
                .get("/api/v1/report-obligations/" + obligation.obligationId())
                .then()
                .statusCode(200)
                .body("endedInVersion", equalTo(2))
                .body("endedOn", equalTo("2026-12-16"))
                .body("duties.dueOn", contains("2026-06-20"));

        tell(amended(3, plan.indicators(), plan.reportObligations()));

        assertThat(dutyIds()).isEqualTo(duties);
        assertThat(told("report.duty-withdrawn.v1")).hasSize(9);
        assertThat(told("report.duty-scheduled.v1")).hasSize(18);
        as(SPECIALIST)
                .get("/api/v1/report-obligations/" + obligation.obligationId())
                .then()
                .body("endedOn", equalTo(null))
                .body("duties", hasSize(10));
    }

    @Test
    void withdrawnDutyOpensNoRoundAndItsRoundGoesOn() {
        tell(plan);
        var duty = dutyOn(LocalDate.of(2026, 12, 20));
        String round = roundFor(duty);

        tell(amended(2, plan.indicators(), List.of()));

        as(CITY_COORDINATOR).get("/api/v1/report-rounds/" + round).then().statusCode(200);
        var report = Scenario.reportOf(SPECIALIST, round);
        it.ratioFigure(SPECIALIST, it.ratio(), 1, 2);
        Scenario.sent(report, SPECIALIST, LEADER, CLERK);
        assertThat(fulfilledBy(report)).isNotEqualTo(duty);
        as(CITY_COORDINATOR)
                .body(Map.of("dutyId", duty, "title", it.title + " lại"))
                .post("/api/v1/report-rounds")
                .then()
                .statusCode(404)
                .body("code", equalTo("obligation.not-found"));
    }

    @Test
    void reportThatWasSentIsNotAskedForOnAnotherDay() {
        tell(plan);
        var report = Scenario.reportOf(SPECIALIST, roundFor(dutyOn(LocalDate.of(2026, 12, 20))));
        it.ratioFigure(SPECIALIST, it.ratio(), 1, 2);
        Scenario.sent(report, SPECIALIST, LEADER, CLERK);

        tell(amended(2, plan.indicators(), List.of(due(obligation, "06-20", "12-28"))));

        assertThat(fulfilledBy(report)).isEqualTo(dutyOn(LocalDate.of(2026, 12, 20)));
        as(SPECIALIST)
                .get("/api/v1/report-obligations/" + obligation.obligationId())
                .then()
                .body("duties.findAll { it.periodEnd == '2026-12-14' }.dueOn", contains("2026-12-20"))
                .body("duties.findAll { it.periodEnd == '2027-12-14' }.dueOn", contains("2027-12-28"));
    }

    // --- order

    @Test
    void newestVersionWinsInWhateverOrderAndHoweverOftenTheyCome() {
        var second = amended(2, plan.indicators(), List.of(due(obligation, "06-25", "12-20")));
        var third = amended(3, plan.indicators().subList(0, 1), List.of(due(obligation, "06-28", "12-20")));

        tell(third);
        var state = state();
        var messages = messages();
        tell(second);
        tell(plan);
        tell(third);

        assertThat(state()).isEqualTo(state);
        assertThat(messages()).isEqualTo(messages);
    }

    @Test
    void twoStepsEndWhereOneStepEnds() {
        var second = amended(2, List.of(), List.of());
        var third = amended(3, plan.indicators(), List.of(due(by(obligation, TestDirectory.ECONOMY.id()), "06-28")));
        tell(plan);
        tell(second);
        tell(third);
        var stepwise = owed();

        var other = new Scenario().plan;
        var version = due(by(other.reportObligations().getFirst(), TestDirectory.ECONOMY.id()), "06-28");
        tell(other);
        tell(amended(other, 3, IN_FORCE, List.of(), List.of(version)));

        assertThat(stepwise).isEqualTo(owed(other.planId()));
    }

    @Test
    void nothingComesAfterTheEnd() {
        tell(plan);
        end(closed(1, IN_FORCE));
        end(closed(1, IN_FORCE));

        assertThat(told("report.duty-withdrawn.v1")).hasSize(8).allMatch(data -> data.contains("Kế hoạch đã kết thúc"));
        as(SPECIALIST)
                .get("/api/v1/report-obligations/" + obligation.obligationId())
                .then()
                .body("endedOn", equalTo("2026-12-16"))
                .body("duties.dueOn", contains("2026-06-20", "2026-12-20")); // that period closed before
        as(SPECIALIST)
                .get("/api/v1/indicators?planId=" + plan.planId())
                .then()
                .body("items.endedOn", everyItem(equalTo("2026-12-16")));
        var state = state();
        var messages = messages();

        tell(amended(2, plan.indicators(), plan.reportObligations()));

        assertThat(state()).isEqualTo(state);
        assertThat(messages()).isEqualTo(messages);
    }

    @Test
    void versionsAndEndsComeOverTheTopic() {
        Topics.send(plan);
        Topics.send(amended(2, plan.indicators(), plan.reportObligations()));
        Topics.send(closed(2, IN_FORCE));

        await().untilAsserted(() -> as(SPECIALIST)
                .get("/api/v1/indicators/" + it.ratio())
                .then()
                .statusCode(200)
                .body("planVersion", equalTo(2))
                .body("endedOn", equalTo("2026-12-16")));
    }

    @Test
    void endThatComesBeforeItsVersionIsRemembered() {
        end(new PlanRevoked(
                plan.planId(),
                plan.organizationId(),
                2,
                plan.subject(),
                PlanState.PROMULGATED,
                PlanState.REVOKED,
                IN_FORCE,
                UUID.randomUUID(),
                "Trùng với kế hoạch của thành phố",
                null));
        tell(plan);
        tell(amended(2, plan.indicators(), plan.reportObligations()));

        assertThat(told("report.duty-withdrawn.v1")).isEmpty();
        assertThat(told("report.duty-scheduled.v1"))
                .as("what the end takes away is not given first")
                .hasSize(1)
                .allMatch(data -> data.contains("2026-12-20"));
        as(SPECIALIST)
                .get("/api/v1/report-obligations/" + obligation.obligationId())
                .then()
                .body("endedOn", equalTo("2026-12-16"))
                .body("endedInVersion", equalTo(2));
    }

    // --- figures

    @Test
    void whatWasSentUnderAnOldVersionStaysAsItWas() {
        tell(plan);
        it.ratioFigure(SPECIALIST, it.ratio(), 1, 2);
        it.countFigure(SPECIALIST, it.count(), 12);
        String round = it.openedRound();
        var report = Scenario.reportOf(SPECIALIST, round);
        Scenario.sent(report, SPECIALIST, LEADER, CLERK);
        var seen = List.of(
                "/api/v1/reports/" + report,
                "/api/v1/exports/reports?format=json&roundId=" + round,
                "/api/v1/exports/reports?format=ndjson&roundId=" + round,
                "/api/v1/exports/reports?format=csv&roundId=" + round,
                "/api/v1/rollups?roundId=" + round);
        var before = seen.stream().map(AmendedPlanTest::read).toList();
        as(CITY_COORDINATOR)
                .get("/api/v1/reports/" + report)
                .then()
                .body("figures[0].planVersion", equalTo(1))
                .body("figures[0].target.value", equalTo(10))
                .body("narrative", hasItem(containsString("chỉ tiêu năm 2026: từ 10% trở lên")));

        // backdated into the period: even then
        tell(amended(2, LocalDate.of(2026, 8, 1), List.of(changed(it.ratio(), 90)), List.of()));
        end(closed(2, LocalDate.of(2026, 12, 18)));

        assertThat(seen.stream().map(AmendedPlanTest::read).toList()).isEqualTo(before);
    }

    @Test
    void figureIsBoundToTheVersionInForceOnTheLastDayOfItsPeriod() {
        tell(plan);
        tell(amended(2, List.of(changed(it.ratio(), 45)), plan.reportObligations()));

        var old = it.ratioFigure(SPECIALIST, it.ratio(), 1, 2); // of the period that closed on 14/12/2026
        String now = as(SPECIALIST)
                .body(Map.of(
                        "indicatorId",
                        it.ratio(),
                        "periodStart",
                        "2026-12-15",
                        "periodEnd",
                        "2027-06-14",
                        "numerator",
                        3,
                        "denominator",
                        4,
                        "source",
                        "Sổ theo dõi"))
                .put("/api/v1/figures")
                .then()
                .statusCode(201)
                .body("planVersion", equalTo(2))
                .body("indicator", equalTo("Tỷ lệ hộ dân được phổ biến " + it.mark))
                .body("target.value", equalTo(45))
                .extract()
                .path("id");

        as(SPECIALIST)
                .get("/api/v1/figures/" + old)
                .then()
                .body("planVersion", equalTo(1))
                .body("indicator", equalTo(plan.indicators().getFirst().name()))
                .body("target.value", equalTo(10));
        as(SPECIALIST).get("/api/v1/figures/" + now + "/history").then().body("items.planVersion", contains(2));
        as(SPECIALIST)
                .get("/api/v1/indicators/" + it.ratio())
                .then()
                .body("planVersion", equalTo(2))
                .body("targets.value", contains(45));
    }

    @Test
    void figureEnteredUnderTheOldNameIsFoundByTheRoundThatAsksForIt() {
        tell(plan);
        String round = it.openedRound();
        tell(amended(2, List.of(changed(it.ratio(), 45)), plan.reportObligations()));

        it.ratioFigure(SPECIALIST, it.ratio(), 1, 2);

        as(SPECIALIST)
                .get("/api/v1/reports/" + Scenario.reportOf(SPECIALIST, round))
                .then()
                .body("figures[0].state", equalTo("REPORTED"))
                .body("figures[0].planVersion", equalTo(1))
                .body("figures[0].target.value", equalTo(10));
    }

    @Test
    void indicatorThatEndedIsNeitherAskedNorMissing() {
        tell(plan);
        String open = round("2026-12-15", "2027-06-14", it.title);
        tell(amended(2, plan.indicators().subList(0, 1), plan.reportObligations()));

        as(SPECIALIST)
                .get("/api/v1/reports/" + Scenario.reportOf(SPECIALIST, open))
                .then()
                .body("figures.state", contains("MISSING", "NOT_APPLICABLE", "NOT_APPLICABLE"));
        as(SPECIALIST)
                .get("/api/v1/indicators/" + it.count())
                .then()
                .body("endedInVersion", equalTo(2))
                .body("endedOn", equalTo("2026-12-16"))
                .body("planVersion", equalTo(1));
        as(SPECIALIST)
                .get("/api/v1/indicators?year=2030&planId=" + plan.planId())
                .then()
                .body("items.id", contains(it.ratio().toString()));
        as(CITY_COORDINATOR)
                .get("/api/v1/report-rounds/" + round("2026-12-15", "2027-06-14", it.title + " mới"))
                .then()
                .body("indicators", hasSize(1));
        as(CITY_COORDINATOR)
                .get("/api/v1/report-rounds/" + round("2026-06-15", "2026-12-14", it.title + " kỳ trước"))
                .then()
                .body("indicators", hasSize(3)); // they held until then
    }

    @Test
    void indicatorThatCameLaterIsNotAskedOfAPeriodBefore() {
        tell(plan);
        var added = new IndicatorItem(
                UUID.randomUUID(), "Số tin, bài " + it.mark, "tin, bài", null, null, List.<Target>of());
        var indicators = new ArrayList<>(plan.indicators());
        indicators.add(added);
        tell(amended(2, indicators, plan.reportObligations()));

        as(CITY_COORDINATOR)
                .get("/api/v1/report-rounds/" + round("2026-06-15", "2026-12-14", it.title))
                .then()
                .body("indicators", hasSize(3));
        as(CITY_COORDINATOR)
                .get("/api/v1/report-rounds/" + round("2026-12-15", "2027-06-14", it.title))
                .then()
                .body("indicators.name", hasItem(added.name()));
        as(SPECIALIST)
                .get("/api/v1/figures?indicatorId=" + added.indicatorId())
                .then()
                .body("items", empty());
    }

    // --- the plan and what is done with it

    private void tell(PlanPromulgated version) {
        happens(() -> recordPlan.handle(version));
    }

    private void tell(PlanAmended version) {
        happens(() -> recordPlan.handle(version));
    }

    private void end(PlanEnded end) {
        happens(() -> recordPlanEnd.handle(end));
    }

    /** With what it tells, as it was written to be sent. */
    private void happens(Runnable event) {
        QuarkusTransaction.requiringNew().run(() -> {
            event.run();
            db.useHandle(handle -> handle.createQuery("select event_id, event_type, envelope from outbox")
                    .map((row, _) -> messages.put(
                            row.getObject("event_id", UUID.class),
                            row.getString("event_type") + " " + row.getString("envelope")))
                    .list());
        });
    }

    private PlanAmended amended(int version, List<IndicatorItem> indicators, List<ReportObligationItem> obligations) {
        return amended(version, IN_FORCE, indicators, obligations);
    }

    private PlanAmended amended(
            int version, LocalDate inForce, List<IndicatorItem> indicators, List<ReportObligationItem> obligations) {
        return amended(plan, version, inForce, indicators, obligations);
    }

    private static PlanAmended amended(
            PlanPromulgated plan,
            int version,
            LocalDate inForce,
            List<IndicatorItem> indicators,
            List<ReportObligationItem> obligations) {
        return new PlanAmended(
                plan.planId(),
                plan.organizationId(),
                version,
                version - 1,
                plan.subject(),
                PlanState.PROMULGATED,
                plan.documentNumber(),
                plan.documentSymbol(),
                plan.promulgatedOn(),
                inForce,
                plan.startsOn(),
                plan.endsOn(),
                UUID.randomUUID(),
                null,
                new DecidingDocument("QD", "45", "QĐ-UBND", LocalDate.of(2026, 12, 16), null),
                List.of(),
                indicators,
                obligations);
    }

    private PlanClosed closed(int version, LocalDate on) {
        return new PlanClosed(
                plan.planId(),
                plan.organizationId(),
                version,
                plan.subject(),
                PlanState.PROMULGATED,
                PlanState.CLOSED,
                on,
                UUID.randomUUID(),
                null,
                null,
                List.of());
    }

    private IndicatorItem changed(UUID id, int target) {
        return new IndicatorItem(
                id,
                "Tỷ lệ hộ dân được phổ biến " + it.mark,
                "%",
                null,
                null,
                List.of(new Target(2027, ">=", BigDecimal.valueOf(target), false, "năm 2027 đạt " + target + "%")));
    }

    private static ReportObligationItem due(ReportObligationItem it, String... days) {
        return new ReportObligationItem(
                it.obligationId(),
                it.kind(),
                it.frequency(),
                List.of(days).stream()
                        .map(day -> it.due().stream()
                                .filter(known -> known.monthDay().equals(day))
                                .findFirst()
                                .orElse(new YearlyDue(day, DeadlineBound.BEFORE, "trước ngày " + day)))
                        .toList(),
                it.fromUnitId(),
                it.receivingOrganizationId(),
                it.to(),
                it.viaUnitId(),
                it.words());
    }

    private static ReportObligationItem by(ReportObligationItem it, UUID unit) {
        return new ReportObligationItem(
                it.obligationId(),
                it.kind(),
                it.frequency(),
                it.due(),
                unit,
                it.receivingOrganizationId(),
                it.to(),
                it.viaUnitId(),
                it.words());
    }

    private String roundFor(UUID duty) {
        return as(CITY_COORDINATOR)
                .body(Map.of("dutyId", duty, "title", it.title))
                .post("/api/v1/report-rounds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String round(String start, String end, String title) {
        return as(CITY_COORDINATOR)
                .body(Map.of(
                        "obligationId", obligation.obligationId(),
                        "title", title,
                        "periodStart", start,
                        "periodEnd", end,
                        "dueOn", "2027-06-19"))
                .post("/api/v1/report-rounds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String read(String path) {
        var answer = as(CITY_COORDINATOR).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.header("ETag") + "\n" + answer.asString();
    }

    // --- what came of it

    /** The events of a type that name the plan. */
    private List<String> told(String type) {
        return messages.values().stream()
                .filter(it ->
                        it.startsWith(type + " ") && it.contains(plan.planId().toString()))
                .toList();
    }

    private int messages() {
        return told("report.duty-scheduled.v1").size()
                + told("report.duty-withdrawn.v1").size();
    }

    private List<UUID> dutyIds() {
        return db.withHandle(handle -> handle.createQuery("""
                        select duty_id from report_duty where obligation_id = :id order by duty_id""")
                .bind("id", obligation.obligationId())
                .mapTo(UUID.class)
                .list());
    }

    private UUID dutyOn(LocalDate day) {
        return db.withHandle(handle -> handle.createQuery(
                        "select duty_id from report_duty where obligation_id = :id and due_date = :day")
                .bind("id", obligation.obligationId())
                .bind("day", day)
                .mapTo(UUID.class)
                .one());
    }

    private UUID fulfilledBy(String report) {
        return db.withHandle(handle -> handle.createQuery("select duty_id from report where report_id = :id")
                .bind("id", UUID.fromString(report))
                .map((row, _) -> row.getObject("duty_id", UUID.class))
                .one());
    }

    private List<String> owed() {
        return owed(plan.planId());
    }

    private List<String> owed(UUID planId) {
        return db.withHandle(handle ->
                handle.createQuery("""
                        select concat_ws(' ', due_date, due_bound, due_words, period_start, legal_end, from_unit_id)
                        from report_duty join report_obligation using (obligation_id)
                        where plan_id = :plan and withdrawn_on is null order by due_date""").bind("plan", planId).mapTo(String.class).list());
    }

    private List<String> state() {
        return db.withHandle(handle -> handle.createQuery("""
                        select row_to_json(d)::text from report_duty d join report_obligation using (obligation_id)
                            where plan_id = :plan
                        union all select row_to_json(o)::text from report_obligation o where plan_id = :plan
                        union all select row_to_json(i)::text from indicator i where plan_id = :plan
                        union all select row_to_json(v)::text from plan_version v where plan_id = :plan
                        union all select row_to_json(t)::text from indicator_target t join indicator using (indicator_id)
                            where plan_id = :plan
                        order by 1""")
                .bind("plan", plan.planId())
                .mapTo(String.class)
                .list());
    }
}
