package vn.lantoa.plan.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.plan.directory.SeededDirectory;
import vn.lantoa.plan.people.TwoCommunes;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.Topics;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class CalendarChangeResourceTest {

    private static final LocalDate FRIDAY = LocalDate.of(2027, 7, 2);

    @Inject
    TwoCommunes communes;

    @Inject
    YearTables tables;

    @Inject
    RecordCalendar recordCalendar;

    @Inject
    Calendars calendars;

    @Inject
    Jdbi db;

    TwoCommunes.World world;

    @BeforeEach
    void cityWithTwoCommunes() {
        SeededDirectory.fill();
        tables.all().forEach(table -> recordCalendar.handle(new RecordCalendar.Command(table)));
        world = communes.make();
    }

    @Test
    void tableOfACommuneReplacesThatOfTheCountryForItAlone() {
        put(world.admin(), tag(world.admin()), table(holiday("2027-01-01"), holiday(FRIDAY.toString())))
                .statusCode(200)
                .body("table.from.owner", equalTo("OWN"))
                .body("table.aboveChanged", equalTo(false))
                .body("days.date", contains("2027-01-01", "2027-07-02"))
                .body("days[0].from.owner", equalTo("COUNTRY"))
                .body("days[1].from.owner", equalTo("OWN"))
                .body("differences.find { it.date == '2027-07-02' }.here", equalTo("HOLIDAY"))
                .body("differences.find { it.date == '2027-04-16' }.above", equalTo("HOLIDAY"));

        assertThat(calendars.of(world.commune()).isWorkingDay(FRIDAY)).isFalse();
        assertThat(calendars.of(world.sibling()).isWorkingDay(FRIDAY)).isTrue();
        var told = Topics.awaitEvent(
                CalendarRecorded.class, it -> it.organizationId().equals(world.commune()) && it.year() == 2027);
        assertThat(told.version()).isEqualTo("thu-" + world.commune() + "-2027.1");
        assertThat(told.days())
                .extracting(CalendarRecorded.Day::decision)
                .containsOnly("12/QĐ-UBND ngày 01/12/2026 (UBND xã thử)");
        assertThat(calendars.of(world.commune()).version()).contains("+" + told.version());
    }

    @Test
    void tableOfACityHoldsForCommunesWithoutTheirOwn() {
        put(world.cityAdmin(), tag(world.cityAdmin()), table(holiday(FRIDAY.toString())))
                .statusCode(200);
        put(world.admin(), tag(world.admin()), table(holiday("2027-07-05"))).statusCode(200);

        get(world.siblingAdmin(), "")
                .statusCode(200)
                .body("table.from.owner", equalTo("ABOVE"))
                .body("table.from.organizationId", equalTo(world.city().toString()))
                .body("days.date", contains("2027-07-02"));
        get(world.admin(), "")
                .body("days.date", contains("2027-07-05"))
                .body("differences.date", contains("2027-07-02", "2027-07-05"));

        put(world.cityAdmin(), tag(world.cityAdmin()), table(holiday(FRIDAY.toString()), holiday("2027-07-06")))
                .statusCode(200);
        get(world.admin(), "").body("table.aboveChanged", equalTo(true));
    }

    @Test
    void tableTakenBackLetsTheOneAboveHoldAgain() {
        put(world.admin(), tag(world.admin()), table(holiday(FRIDAY.toString())))
                .statusCode(200);
        withdraw(world.admin(), tag(world.admin()))
                .statusCode(200)
                .body("table.from.owner", equalTo("COUNTRY"))
                .body("days.date", hasItem("2027-04-16"))
                .body("allowedActions", contains("record"));

        assertThat(calendars.of(world.commune()).isWorkingDay(FRIDAY)).isTrue();
        var told = Topics.awaitEvent(
                CalendarRecorded.class, it -> it.organizationId().equals(world.commune()) && it.holdsNoMore());
        assertThat(told.days()).isEmpty();
        withdraw(world.admin(), tag(world.admin())).statusCode(409).body("code", equalTo("calendar.no-own-table"));

        put(world.admin(), tag(world.admin()), table(holiday(FRIDAY.toString())))
                .body("table.version", equalTo("thu-" + world.commune() + "-2027.3"));
    }

    @Test
    void everyStateStaysWithItsReasonAndWhatChanged() {
        put(world.admin(), tag(world.admin()), table(holiday(FRIDAY.toString())))
                .statusCode(200);
        put(world.admin(), tag(world.admin()), table(holiday("2027-07-05"))).statusCode(200);
        withdraw(world.admin(), tag(world.admin())).statusCode(200);

        var next = get(world.admin(), "/versions?limit=2")
                .statusCode(200)
                .body("items.state", contains("WITHDRAWN", "RECORDED"))
                .body("items.current", contains(true, false))
                .body("items[0].decision", nullValue())
                .body("items[0].recordedBy", notNullValue())
                .body("items[0].changes.date", contains("2027-07-05"))
                .body("items[1].reason", equalTo("Theo quyết định của xã"))
                .body("items[1].decision.number", equalTo("12/QĐ-UBND"))
                .body("items[1].changes.date", contains("2027-07-02", "2027-07-05"))
                .body("items[1].changes[0].before.kind", equalTo("HOLIDAY"))
                .body("items[1].changes[0].after", nullValue())
                .extract()
                .<String>path("next");
        given().auth()
                .oauth2(world.admin())
                .get(next)
                .then()
                .statusCode(200)
                .body("items[0].number", equalTo(1))
                .body("items[1].from.owner", equalTo("COUNTRY"))
                .body("next", nullValue());
        get(world.siblingAdmin(), "/versions").body("items.from.owner", everyItem(equalTo("COUNTRY")));
    }

    @Test
    void changeNeedsTheStateItWasMadeForAndARole() {
        var tag = tag(world.admin());
        given().auth()
                .oauth2(world.admin())
                .contentType("application/json")
                .body(table(holiday(FRIDAY.toString())))
                .put("/api/v1/calendars/2027")
                .then()
                .statusCode(428);
        put(world.admin(), tag, table(holiday(FRIDAY.toString()))).statusCode(200);
        put(world.admin(), tag, table(holiday(FRIDAY.toString())))
                .statusCode(412)
                .body("current.table.from.owner", equalTo("OWN"));
        var specialist =
                TwoCommunes.token(communes.person(world.commune(), world.office(), Role.SPECIALIST), world.commune());
        put(specialist, "*", table(holiday(FRIDAY.toString()))).statusCode(403);
        get(specialist, "").body("allowedActions", empty());
        var leader = TwoCommunes.token(communes.person(world.commune(), null, Role.LEADER), world.commune());
        put(leader, tag(leader), table(holiday(FRIDAY.toString()))).statusCode(200);
    }

    @Test
    void badInputIsPointedTo() {
        put(
                        world.admin(),
                        "*",
                        table(
                                holiday("2027-07-02"),
                                holiday("2027-07-02"),
                                day("2027-07-05", "MAKEUP_WORK", "2027-07-06"),
                                holiday("2028-01-01")))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("calendar.table-impossible"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/days/1/date", "/days/2/date", "/days/2/swappedWith", "/days/3/date"));
        var undecided = new HashMap<>(table(holiday("2027-07-02")));
        undecided.remove("decision");
        put(world.admin(), "*", undecided).statusCode(400).body("errors.pointer", hasItem("/decision"));
        put(
                        world.admin(),
                        "*",
                        table(LocalDate.of(2027, 1, 1)
                                .datesUntil(LocalDate.of(2027, 4, 12))
                                .map(it -> holiday(it.toString()))
                                .toArray(Map[]::new)))
                .statusCode(400)
                .body("errors.pointer", hasItem("/days"));
        for (var year : List.of("1999", "2099", "-1")) {
            given().auth()
                    .oauth2(world.admin())
                    .header("If-Match", "*")
                    .contentType("application/json")
                    .body(table(holiday("2027-07-02")))
                    .put("/api/v1/calendars/" + year)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("calendar.year-out-of-reach"));
        }
    }

    @Test
    void previewShowsTheDaysAndChangesNothing() {
        var wish = table(holiday("2027-01-01"), holiday(FRIDAY.toString()));
        var token = preview(world.admin(), wish)
                .statusCode(200)
                .body("days.date", hasItems("2027-04-16", "2027-07-02"))
                .body("days.date", not(hasItem("2027-01-01")))
                .body("days.find { it.date == '2027-07-02' }.workedAfter", equalTo(false))
                .extract()
                .<String>path("previewToken");
        assertThat(calendars.of(world.commune()).isWorkingDay(FRIDAY)).isTrue();

        var other = new HashMap<>(table(holiday("2027-01-01")));
        other.put("previewToken", token);
        put(world.admin(), "*", other).statusCode(412).body("code", equalTo("calendar.preview-stale"));
        var same = new HashMap<>(wish);
        same.put("previewToken", token);
        put(world.admin(), "*", same).statusCode(200);
        put(world.admin(), "*", same).statusCode(412).body("code", equalTo("calendar.preview-stale"));
    }

    /** 2029, of which the software brings no table. */
    @Test
    void onlyItsKeeperChangesTheTableOfTheCountry() {
        var keeper = SeededDirectory.token("tp-bach-giang", SeededDirectory.CITY, "1");
        var monday = LocalDate.of(2029, 7, 2);
        putCountry(world.cityAdmin(), "*", table(holiday("2029-07-02")))
                .statusCode(403)
                .body("code", equalTo("calendar.not-keeper"));
        given().auth()
                .oauth2(world.cityAdmin())
                .get("/api/v1/calendars/country/2029")
                .then()
                .statusCode(404);

        putCountry(keeper, "*", table(holiday("2029-07-02")))
                .statusCode(200)
                .body("table.from.owner", equalTo("COUNTRY"))
                .body("table.version", equalTo("VN-2029.1"))
                .body("allowedActions", contains("record"))
                .body("tentative", equalTo(false));
        assertThat(calendars.of(world.commune()).isWorkingDay(monday)).isFalse();
        given().auth()
                .oauth2(world.cityAdmin())
                .get("/api/v1/calendars/country/2029")
                .then()
                .statusCode(200)
                .body("allowedActions", empty());

        var brought = new YearTable(2029, "VN-2029.9", true, List.of());
        assertThat(recordCalendar.handle(new RecordCalendar.Command(brought)))
                .as("what people decided is not undone by the next start")
                .isFalse();
        assertThat(calendars.of(world.commune()).version())
                .contains("VN-2029.1")
                .doesNotContain("VN-2029.9");
    }

    @Test
    void whereNobodyIsNamedNobodyKeepsTheCountry() {
        new CalendarKeeper(Optional.empty(), db).run(new StartupEvent());
        assertThat(keepers()).isEmpty();

        var named = new CalendarKeeper(Optional.of(SeededDirectory.CITY), db);
        named.run(new StartupEvent());
        named.run(new StartupEvent());
        assertThat(keepers()).containsExactly(SeededDirectory.CITY);
    }

    private List<UUID> keepers() {
        return db.withHandle(handle -> handle.createQuery("select organization_id from calendar_keeper")
                .mapTo(UUID.class)
                .list());
    }

    @Test
    void draftOfAFutureYearIsInForceNowhere() {
        given().auth()
                .oauth2(world.admin())
                .get("/api/v1/calendars/2030/draft")
                .then()
                .statusCode(200)
                .body("computed", equalTo(true))
                .body("tentative", equalTo(true))
                .body("lunarNewYear", equalTo("2030-02-02"))
                .body("days.date", hasItems("2030-02-01", "2030-04-12", "2030-11-25"));
        given().auth()
                .oauth2(world.admin())
                .get("/api/v1/calendars/2030")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(world.admin())
                .get("/api/v1/calendars/2101/draft")
                .then()
                .statusCode(404);

        List<Map<String, Object>> days = given().auth()
                .oauth2(world.admin())
                .get("/api/v1/calendars/2030/draft")
                .jsonPath()
                .getList("days");
        var wish = new HashMap<String, Object>(table());
        wish.put("days", days);
        wish.put("tentative", true);
        given().auth()
                .oauth2(world.admin())
                .header("If-Match", "*")
                .contentType("application/json")
                .body(wish)
                .put("/api/v1/calendars/2030")
                .then()
                .statusCode(200)
                .body("days", hasSize(days.size()))
                .body("tentative", equalTo(true));
    }

    private static String tag(String token) {
        return get(token, "").extract().header("ETag");
    }

    private static ValidatableResponse get(String token, String below) {
        return given().auth()
                .oauth2(token)
                .get("/api/v1/calendars/2027" + below)
                .then();
    }

    private static ValidatableResponse put(String token, String tag, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .header("If-Match", tag)
                .contentType("application/json")
                .body(body)
                .put("/api/v1/calendars/2027")
                .then();
    }

    private static ValidatableResponse putCountry(String token, String tag, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .header("If-Match", tag)
                .contentType("application/json")
                .body(body)
                .put("/api/v1/calendars/country/2029")
                .then();
    }

    private static ValidatableResponse preview(String token, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/calendars/2027/preview")
                .then();
    }

    private static ValidatableResponse withdraw(String token, String tag) {
        return given().auth()
                .oauth2(token)
                .header("If-Match", tag)
                .contentType("application/json")
                .body(Map.of("reason", "Theo lại lịch chung"))
                .post("/api/v1/calendars/2027/withdraw")
                .then();
    }

    @SafeVarargs
    private static Map<String, Object> table(Map<String, Object>... days) {
        return Map.of(
                "days",
                List.of(days),
                "decision",
                Map.of(
                        "number", "12/QĐ-UBND",
                        "date", "2026-12-01",
                        "issuer", "UBND xã thử",
                        "title", "Quyết định hoán đổi ngày làm việc"),
                "reason",
                "Theo quyết định của xã");
    }

    private static Map<String, Object> holiday(String date) {
        return Map.of("date", date, "kind", "HOLIDAY", "name", "Ngày nghỉ thử");
    }

    private static Map<String, Object> day(String date, String kind, String with) {
        return Map.of("date", date, "kind", kind, "name", "Ngày thử", "swappedWith", with);
    }
}
