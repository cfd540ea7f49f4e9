package vn.lantoa.reporting;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.config.HeaderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.PlanPromulgated.IndicatorItem;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.events.PlanPromulgated.Target;
import vn.lantoa.events.PlanPromulgated.YearlyDue;
import vn.lantoa.events.PlanState;
import vn.lantoa.events.ReportFrequency;
import vn.lantoa.events.ReportKind;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.TestDirectory.Org;
import vn.lantoa.testkit.TestDirectory.Person;
import vn.lantoa.testkit.TestDirectory.UnitOf;
import vn.lantoa.testkit.Tokens;
import vn.lantoa.testkit.Topics;

/**
 * Two communes whose plans name the same two indicators, spelled differently, and oblige both to report to the city. Every
 * scenario has names of its own, so that tests do not see each other's rows.
 */
public final class Scenario {

    public static final LocalDate PERIOD_START = LocalDate.of(2026, 6, 15);
    public static final LocalDate PERIOD_END = LocalDate.of(2026, 12, 14);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public final String mark = UUID.randomUUID().toString().substring(0, 8);
    public final String title = "Đợt thử " + mark;
    public final PlanPromulgated plan =
            plan(TestDirectory.COMMUNE, TestDirectory.CULTURE, "Tỷ lệ người dân được phổ biến kỹ năng số " + mark);
    public final PlanPromulgated otherPlan = plan(
            TestDirectory.OTHER_COMMUNE,
            TestDirectory.OTHER_CULTURE,
            "TỶ LỆ người dân được phổ biến  kỹ năng số " + mark + ".");

    /** Who asks, with JSON. */
    public static RequestSpecification as(Person person) {
        return given().config(RestAssuredConfig.config()
                        .headerConfig(HeaderConfig.headerConfig().overwriteHeadersWithName("If-Match")))
                .auth()
                .oauth2(Tokens.of(person))
                .header("If-Match", "*")
                .contentType(ContentType.JSON);
    }

    /** Both plans are promulgated and known here. */
    public Scenario promulgated() {
        Topics.send(plan);
        Topics.send(otherPlan);
        await().atMost(PATIENCE).until(() -> knows(TestDirectory.SPECIALIST, ratio()));
        await().atMost(PATIENCE).until(() -> knows(TestDirectory.OTHER_SPECIALIST, otherRatio()));
        return this;
    }

    public UUID ratio() {
        return plan.indicators().get(0).indicatorId();
    }

    public UUID count() {
        return plan.indicators().get(1).indicatorId();
    }

    public UUID otherRatio() {
        return otherPlan.indicators().get(0).indicatorId();
    }

    public UUID otherCount() {
        return otherPlan.indicators().get(1).indicatorId();
    }

    /** A figure of a ratio in the period; answers its id. */
    public String ratioFigure(Person specialist, UUID indicator, int numerator, int denominator) {
        return as(specialist)
                .body(Map.of(
                        "indicatorId",
                        indicator,
                        "periodStart",
                        PERIOD_START.toString(),
                        "periodEnd",
                        PERIOD_END.toString(),
                        "numerator",
                        numerator,
                        "denominator",
                        denominator,
                        "source",
                        "Sổ theo dõi của Phòng Văn hóa - Xã hội"))
                .put("/api/v1/figures")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201))
                .extract()
                .path("id");
    }

    public String countFigure(Person specialist, UUID indicator, int value) {
        return as(specialist)
                .body(Map.of(
                        "indicatorId",
                        indicator,
                        "periodStart",
                        PERIOD_START.toString(),
                        "periodEnd",
                        PERIOD_END.toString(),
                        "value",
                        value,
                        "source",
                        "Nhật ký phát thanh"))
                .put("/api/v1/figures")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201))
                .extract()
                .path("id");
    }

    /** The city opens the round from the commune's obligation; answers its id. */
    public String openedRound() {
        return as(TestDirectory.CITY_COORDINATOR)
                .body(Map.of(
                        "obligationId", plan.reportObligations().getFirst().obligationId(),
                        "title", title,
                        "periodStart", PERIOD_START.toString(),
                        "periodEnd", PERIOD_END.toString(),
                        "dueOn", "2026-12-19"))
                .post("/api/v1/report-rounds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The report that the person's organization owes in the round. */
    public static String reportOf(Person person, String roundId) {
        return as(person)
                .get("/api/v1/report-rounds/" + roundId)
                .then()
                .statusCode(200)
                .extract()
                .path("reportId");
    }

    /** From prefill to approval and sending, by the commune's people. */
    public static void sent(String reportId, Person specialist, Person leader, Person clerk) {
        approved(reportId, specialist, leader);
        step(clerk, reportId, "send");
    }

    public static void approved(String reportId, Person specialist, Person leader) {
        step(specialist, reportId, "prefill");
        step(specialist, reportId, "submit");
        step(leader, reportId, "approve");
    }

    public static void step(Person person, String reportId, String verb) {
        as(person).post("/api/v1/reports/" + reportId + "/" + verb).then().statusCode(200);
    }

    private static boolean knows(Person person, UUID indicator) {
        return as(person).get("/api/v1/indicators/" + indicator).statusCode() == 200;
    }

    private PlanPromulgated plan(Org organization, UnitOf unit, String ratioName) {
        var targets = List.of(
                new Target(2026, ">=", BigDecimal.TEN, false, "năm 2026 đạt ít nhất 10%"),
                new Target(2027, ">=", BigDecimal.valueOf(30), false, "năm 2027 đạt ít nhất 30%"),
                new Target(2030, ">=", BigDecimal.valueOf(70), true, "phấn đấu đến năm 2030 đạt 70%"));
        return new PlanPromulgated(
                UUID.randomUUID(),
                organization.id(),
                1,
                "Kế hoạch thử " + mark,
                PlanState.APPROVED,
                PlanState.PROMULGATED,
                "12",
                "KH-UBND",
                LocalDate.of(2026, 3, 2),
                UUID.randomUUID(),
                UUID.randomUUID(),
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2030, 12, 31),
                List.of(),
                List.of(
                        new IndicatorItem(UUID.randomUUID(), ratioName, "%", null, null, targets),
                        new IndicatorItem(
                                UUID.randomUUID(), "Số buổi phát thanh " + mark, "buổi", null, null, List.of()),
                        new IndicatorItem(
                                UUID.randomUUID(),
                                "Tỷ lệ nhiệm vụ được truyền thông " + mark,
                                "%",
                                null,
                                null,
                                List.of(targets.getLast()))),
                List.of(
                        new ReportObligationItem(
                                UUID.randomUUID(),
                                ReportKind.PERIODIC,
                                ReportFrequency.HALF_YEARLY,
                                List.of(
                                        new YearlyDue("06-20", DeadlineBound.BEFORE, "trước ngày 20 tháng 6"),
                                        new YearlyDue("12-20", DeadlineBound.BEFORE, "trước ngày 20 tháng 12")),
                                unit.id(),
                                TestDirectory.CITY.id(),
                                List.of("UBND thành phố"),
                                null,
                                "trước ngày 20 tháng 6 và trước ngày 20 tháng 12 hằng năm"),
                        new ReportObligationItem(
                                UUID.randomUUID(),
                                ReportKind.AD_HOC,
                                null,
                                List.of(),
                                unit.id(),
                                TestDirectory.CITY.id(),
                                List.of("UBND thành phố"),
                                null,
                                "đột xuất khi có yêu cầu")));
    }
}
