package vn.lantoa.plan.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.events.CalendarRecorded.DayKind;
import vn.lantoa.plan.directory.SeededDirectory;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.Topics;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class CalendarResourceTest {

    @Inject
    YearTables tables;

    @Inject
    RecordCalendar recordCalendar;

    @Test
    void tablesOfThisVersionAreToldAtStartAndNotAgain() {
        for (var table : tables.all()) {
            recordCalendar.handle(new RecordCalendar.Command(table));
            Topics.awaitEvent(
                    CalendarRecorded.class,
                    it -> it.year() == table.year() && it.version().equals(table.version()));

            assertThat(recordCalendar.handle(new RecordCalendar.Command(table)))
                    .as("the same version again changes nothing")
                    .isFalse();
        }
    }

    @Test
    void calendarOfAYearIsShownWithWhatDecidedIt() {
        recordAll();
        SeededDirectory.fill();

        var tag = given().auth()
                .oauth2(SeededDirectory.specialistOfMayHa())
                .get("/api/v1/calendars/2027")
                .then()
                .statusCode(200)
                .body("year", equalTo(2027))
                .body("tentative", equalTo(true))
                .body("days.date", hasItems("2027-02-05", "2027-04-16", "2027-05-03", "2027-11-24"))
                .extract()
                .header("ETag");
        given().auth()
                .oauth2(SeededDirectory.specialistOfMayHa())
                .header("If-Match", "\"another\"")
                .get("/api/v1/calendars/2027")
                .then()
                .statusCode(200); // a condition on a change says nothing to a read
        given().auth()
                .oauth2(SeededDirectory.specialistOfMayHa())
                .header("If-None-Match", tag)
                .get("/api/v1/calendars/2027")
                .then()
                .statusCode(304);
        given().auth()
                .oauth2(SeededDirectory.specialistOfMayHa())
                .get("/api/v1/calendars/2031")
                .then()
                .statusCode(404)
                .body("code", equalTo("calendar.not-found"));
        for (var far : List.of("0", "-1", "10000", "999999999", "2147483647")) {
            given().auth()
                    .oauth2(SeededDirectory.specialistOfMayHa())
                    .get("/api/v1/calendars/" + far)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("calendar.not-found"));
        }
        given().get("/api/v1/calendars/2027").then().statusCode(401);
    }

    @Test
    void everyDayIsOfItsYearOnceAndSaysWhoDecidedIt() {
        for (var table : tables.all()) {
            assertThat(table.days()).extracting(CalendarRecorded.Day::date).doesNotHaveDuplicates();
            assertThat(table.days()).allSatisfy(day -> {
                assertThat(day.date().getYear()).isEqualTo(table.year());
                assertThat(day.decision()).isNotBlank();
            });
        }
    }

    @Test
    void swappedDaysComeInPairsAndMakeUpDaysAreWeekends() {
        for (var table : tables.all()) {
            assertThat(count(table, DayKind.SWAP_OFF)).isEqualTo(count(table, DayKind.MAKEUP_WORK));
            assertThat(table.days())
                    .filteredOn(day -> day.kind() == DayKind.MAKEUP_WORK)
                    .allMatch(day -> isWeekend(day.date()));
            assertThat(table.days())
                    .filteredOn(day -> day.kind() == DayKind.SWAP_OFF)
                    .noneMatch(day -> isWeekend(day.date()));
        }
    }

    private void recordAll() {
        tables.all().forEach(table -> recordCalendar.handle(new RecordCalendar.Command(table)));
    }

    private static long count(YearTable table, DayKind kind) {
        return table.days().stream().filter(day -> day.kind() == kind).count();
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
