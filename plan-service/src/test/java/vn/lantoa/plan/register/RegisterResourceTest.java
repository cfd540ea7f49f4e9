package vn.lantoa.plan.register;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.MembershipRecorded.MemberKind;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.OrganizationRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.TestDirectory.Org;
import vn.lantoa.testkit.TestDirectory.Person;
import vn.lantoa.testkit.Tokens;

/** What a clerk enters by hand, and what is refused. Each test has registers of its own: no other gives numbers there. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class RegisterResourceTest {

    private static final Person CLERK = TestDirectory.OTHER_CLERK;
    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);
    private static final UUID PARTY_ID = UUID.fromString("0197c1ce-4200-7001-8000-0000000000d1");
    private static final Org PARTY = new Org(
            PARTY_ID,
            "dang-uy-xa-mot",
            "Đảng ủy xã Một",
            OrganizationKind.PARTY_COMMITTEE,
            OrganizationLevel.COMMUNE,
            null,
            null);
    private static final Person PARTY_CLERK = new Person(
            PARTY,
            UUID.fromString("0197c1ce-4200-7003-8000-0000000000d1"),
            "0197c1ce-4200-7003-8000-0000000000d1",
            "Văn thư Đảng ủy Một",
            null,
            null,
            List.of(Role.CLERK),
            MemberKind.PERSON,
            List.of());

    @Inject
    DirectoryCopy directory;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> {
            TestDirectory.events().forEach(directory::apply);
            directory.apply(new OrganizationRecorded(
                    PARTY.id(),
                    PARTY.alias(),
                    PARTY.name(),
                    PARTY.kind(),
                    PARTY.level(),
                    null,
                    null,
                    null,
                    null,
                    SINCE,
                    null));
            directory.apply(TestDirectory.membership(PARTY_CLERK));
        });
    }

    @Test
    void documentsFromOutsideGetTheNextNumberAndStandInTheBook() {
        var id = enter(CLERK, "QUYET_DINH", null, "2026-03-02")
                .statusCode(201)
                .header("Location", containsString("/api/v1/registers/2026/entries/"))
                .body("number", equalTo("01"))
                .body("code", equalTo("01/QD-UBND"))
                .body("planId", nullValue())
                .body("inserted", equalTo(false))
                .body("register", equalTo("QUYET_DINH"))
                .body("enteredBy", equalTo(CLERK.id().toString()))
                .extract()
                .jsonPath()
                .getString("id");
        enter(CLERK, "QUYET_DINH", "02", "2026-03-03").statusCode(201).body("number", equalTo("02"));
        enter(CLERK, "QUYET_DINH", "1A", "2026-03-03")
                .statusCode(201)
                .body("number", equalTo("01a"))
                .body("inserted", equalTo(true));

        next("QUYET_DINH", 2026)
                .body("nextNumber", equalTo("03"))
                .body("lastNumber", equalTo(2))
                .body("missing", equalTo(0));
        as(TestDirectory.OTHER_SPECIALIST)
                .get("/api/v1/registers/2026/entries/" + id)
                .then()
                .statusCode(200)
                .body("subject", equalTo("Trích yếu văn bản thử"));
        var page = as(CLERK)
                .get("/api/v1/registers/2026?register=QUYET_DINH&limit=2")
                .then()
                .statusCode(200)
                .body("items.number", contains("01", "01a"))
                .body("next", notNullValue())
                .extract()
                .jsonPath();
        as(CLERK)
                .get(page.getString("next"))
                .then()
                .statusCode(200)
                .body("items.number", contains("02"))
                .body("next", nullValue());
    }

    @Test
    void takenAndSkippedNumbersAreRefusedAndTheNextOneNamed() {
        enter(CLERK, "CHI_THI", "41", "2026-05-04").statusCode(201); // begins in the middle of the year

        problem(enter(CLERK, "CHI_THI", "041", "2026-05-05"), 409, "register.number-taken")
                .body("nextNumber", equalTo("42"))
                .body("detail", containsString("42"));
        problem(enter(CLERK, "CHI_THI", "43", "2026-05-05"), 422, "register.number-not-next")
                .body("nextNumber", equalTo("42"));
        problem(enter(CLERK, "CHI_THI", "42a", "2026-05-05"), 422, "register.insertion-ahead");
        enter(CLERK, "CHI_THI", "41a", "2026-05-05").statusCode(201);
        problem(enter(CLERK, "CHI_THI", "41A", "2026-05-05"), 409, "register.number-taken");
        next("CHI_THI", 2026).body("nextNumber", equalTo("42")).body("missing", equalTo(40));
        enter(CLERK, "CHI_THI", null, "2026-05-06").statusCode(201).body("number", equalTo("42"));
        // of the paper book, before this register began
        enter(CLERK, "CHI_THI", "7", "2026-02-06").statusCode(201).body("number", equalTo("07"));
        next("CHI_THI", 2026).body("nextNumber", equalTo("43")).body("missing", equalTo(39));
    }

    @Test
    void aRegisterIsTakenOverFromThePaperBook() {
        open("THONG_BAO", 96).statusCode(200).body("nextNumber", equalTo("96")).body("openingNumber", equalTo(96));

        problem(enter(CLERK, "THONG_BAO", "97", "2026-05-05"), 422, "register.number-not-next");
        enter(CLERK, "THONG_BAO", null, "2026-05-05").statusCode(201).body("number", equalTo("96"));
        problem(open("THONG_BAO", 96), 409, "register.opening-passed").body("nextNumber", equalTo("97"));
        open("THONG_BAO", 120).statusCode(200).body("nextNumber", equalTo("120"));
    }

    @Test
    void eachYearBeginsAnew() {
        enter(CLERK, "HUONG_DAN", null, "2025-12-31").statusCode(201).body("number", equalTo("01"));
        enter(CLERK, "HUONG_DAN", null, "2025-12-31").statusCode(201).body("number", equalTo("02"));
        enter(CLERK, "HUONG_DAN", null, "2026-01-01").statusCode(201).body("number", equalTo("01"));

        next("HUONG_DAN", 2025).body("nextNumber", equalTo("03"));
        problem(
                as(CLERK)
                        .contentType("application/json")
                        .body(document("HUONG_DAN", null, "2026-01-01"))
                        .post("/api/v1/registers/2025/entries")
                        .then(),
                422,
                "register.day-of-another-year");
        problem(enter(CLERK, "HUONG_DAN", null, "2199-01-01"), 422, "register.day-in-future");
    }

    @Test
    void typesHaveRegistersOfTheirOwnUntilTheyAreMerged() {
        enter(CLERK, "CONG_VAN", null, "2026-04-01").statusCode(201).body("number", equalTo("01"));
        enter(CLERK, "GIAY_MOI", null, "2026-04-01").statusCode(201).body("number", equalTo("01"));

        merge("CHUNG", "TO_TRINH", "BAO_CAO").statusCode(200).body("nextNumber", equalTo("01"));
        enter(CLERK, "TO_TRINH", null, "2026-04-01")
                .statusCode(201)
                .body("number", equalTo("01"))
                .body("register", equalTo("CHUNG"));
        enter(CLERK, "BAO_CAO", null, "2026-04-01").statusCode(201).body("number", equalTo("02"));
        enter(CLERK, "BAO_CAO", null, "2025-04-01")
                .statusCode(201)
                .body("register", equalTo("BAO_CAO"))
                .body("number", equalTo("01"));
        problem(merge("BAO_CAO", "BAO_CAO"), 409, "register.types-in-use").body("documentTypes", contains("BAO_CAO"));
    }

    @Test
    void aPartyBodyWritesInItsOwnGrammar() {
        var body = document("KE_HOACH", null, "2026-04-01");
        body.put("symbol", "KH-ĐU");
        as(PARTY_CLERK)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/registers/2026/entries")
                .then()
                .statusCode(201)
                .body("symbol", equalTo("KH/ĐU"))
                .body("code", containsString("-KH/ĐU"));
    }

    @Test
    void registersOfOthersDoNotExist() {
        var id = enter(CLERK, "DE_AN", null, "2026-03-02")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");

        problem(
                as(TestDirectory.CLERK)
                        .get("/api/v1/registers/2026/entries/" + id)
                        .then(),
                404,
                "register.entry-not-found");
        problem(as(CLERK).get("/api/v1/registers/2025/entries/" + id).then(), 404, "register.entry-not-found");
        as(TestDirectory.CITY_LEADER)
                .get("/api/v1/registers/2026?register=DE_AN")
                .then()
                .statusCode(200)
                .body("items", empty());
        enter(TestDirectory.CLERK, "DE_AN", null, "2026-03-02").statusCode(201).body("number", equalTo("01"));
        as(CLERK)
                .get("/api/v1/registers/2026?register=DE_AN")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id));
    }

    @Test
    void onlyTheClerkEnters() {
        problem(enter(TestDirectory.OTHER_LEADER, "DE_AN", null, "2026-03-02"), 403, "caller.role-missing");
        problem(
                as(TestDirectory.OTHER_LEADER)
                        .contentType("application/json")
                        .body(Map.of("register", "X", "documentTypes", List.of("DE_AN")))
                        .post("/api/v1/registers/2026/merge")
                        .then(),
                403,
                "caller.role-missing");
        problem(
                as(TestDirectory.OTHER_LEADER)
                        .contentType("application/json")
                        .body(Map.of("register", "X", "openingNumber", 5))
                        .post("/api/v1/registers/2026/open")
                        .then(),
                403,
                "caller.role-missing");
        problem(as(TestDirectory.CITY_MACHINE).get("/api/v1/registers/2026").then(), 403, "machine.people-only");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        var lines = document("DE_AN", null, "2026-03-02");
        lines.put("subject", "hai\ndòng");
        problem(
                as(CLERK)
                        .contentType("application/json")
                        .body(lines)
                        .post("/api/v1/registers/2026/entries")
                        .then(),
                400,
                "request.invalid");
        problem(enter(CLERK, "DE_AN", "0", "2026-03-02"), 400, "request.invalid");
        problem(enter(CLERK, "DE_AN", "1000000", "2026-03-02"), 400, "request.invalid");
        problem(as(CLERK).get("/api/v1/registers/99999").then(), 400, "request.invalid");
        problem(as(CLERK).get("/api/v1/registers/2026/next").then(), 400, "request.invalid");
        problem(as(CLERK).get("/api/v1/registers/2026?cursor=eA").then(), 400, "cursor.invalid");
        as(CLERK)
                .get("/api/v1/registers/2026?register=KHONG_CO")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    private static RequestSpecification as(Person person) {
        return given().auth().oauth2(Tokens.of(person));
    }

    private static Map<String, Object> document(String type, @Nullable String number, String issuedOn) {
        var body = new HashMap<String, Object>();
        body.put("documentType", type);
        body.put("issuedOn", issuedOn);
        body.put("symbol", "QD-UBND");
        body.put("subject", "Trích yếu văn bản thử");
        if (number != null) {
            body.put("number", number);
        }
        return body;
    }

    private static ValidatableResponse enter(Person clerk, String type, @Nullable String number, String issuedOn) {
        return as(clerk)
                .contentType("application/json")
                .body(document(type, number, issuedOn))
                .post("/api/v1/registers/" + issuedOn.substring(0, 4) + "/entries")
                .then();
    }

    private static ValidatableResponse open(String register, int number) {
        return as(CLERK)
                .contentType("application/json")
                .body(Map.of("register", register, "openingNumber", number))
                .post("/api/v1/registers/2026/open")
                .then();
    }

    private static ValidatableResponse merge(String register, String... types) {
        return as(CLERK)
                .contentType("application/json")
                .body(Map.of("register", register, "documentTypes", List.of(types)))
                .post("/api/v1/registers/2026/merge")
                .then();
    }

    private static ValidatableResponse next(String type, int year) {
        return as(CLERK)
                .get("/api/v1/registers/" + year + "/next?documentType=" + type)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
