package vn.lantoa.plan.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.OrganizationRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.events.UnitKind;
import vn.lantoa.events.UnitRecorded;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.runtime.MovableClock;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.Tokens;

/** A country of its own per test: what is planned takes effect on its day, though nobody tells it again. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PlannedChangesTest {

    private static final String LIST = "/api/v1/organizations";
    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

    @Inject
    DirectoryCopy copy;

    @Inject
    MovableClock clock;

    @Inject
    Jdbi db;

    private final UUID nation = UUID.randomUUID();
    private final UUID province = UUID.randomUUID();
    private final UUID otherProvince = UUID.randomUUID();
    private final UUID commune = UUID.randomUUID();
    private final UUID neighbour = UUID.randomUUID();
    private final UUID front = UUID.randomUUID();
    private final String mark = province.toString().substring(0, 8);

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> {
            organization(nation, "nuoc", OrganizationKind.CENTRAL_BODY, OrganizationLevel.NATIONAL, null);
            organization(province, "tinh", OrganizationKind.PEOPLE_COMMITTEE, OrganizationLevel.CITY, nation);
            organization(otherProvince, "tinh-b", OrganizationKind.PEOPLE_COMMITTEE, OrganizationLevel.CITY, nation);
            organization(commune, "xa", OrganizationKind.PEOPLE_COMMITTEE, OrganizationLevel.COMMUNE, province);
            organization(neighbour, "xa-b", OrganizationKind.PEOPLE_COMMITTEE, OrganizationLevel.COMMUNE, province);
            organization(front, "mttq", OrganizationKind.FATHERLAND_FRONT, OrganizationLevel.COMMUNE, null);
        });
    }

    @AfterEach
    void itIsTodayAgain() {
        clock.reset();
    }

    @Test
    void rightsMoveOnTheDayOfAPlannedChangeOfParent() {
        var address = LIST + "/" + commune;
        var day = today().plusDays(3);
        change(address, admin(nation, "nuoc"), Map.of("parentId", otherProvince, "validFrom", day.toString()))
                .statusCode(200);
        get(address, admin(province, "tinh")).statusCode(200);
        get(address, admin(otherProvince, "tinh-b")).statusCode(404);

        moveTo(day);

        get(address, admin(province, "tinh")).statusCode(404);
        changeAny(address, admin(province, "tinh"), Map.of("name", "X")).statusCode(404);
        get(address + "/people", admin(province, "tinh")).statusCode(404);
        get(address, admin(otherProvince, "tinh-b")).statusCode(200);
        get(address + "/people", admin(otherProvince, "tinh-b")).statusCode(200);
        change(address, admin(otherProvince, "tinh-b"), Map.of("name", "UBND xã Khác"))
                .statusCode(200)
                .body("periods.size()", equalTo(2));
        post(address + "/units", admin(otherProvince, "tinh-b"), unit("Văn phòng", null))
                .statusCode(201);
    }

    @Test
    void whatHasEndedStaysBelowItsLastParentAndWhatHasNotBegunBelowItsFirst() {
        var day = today().plusDays(3);
        var later = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            tell(later, "xa-sau", OrganizationKind.PEOPLE_COMMITTEE, OrganizationLevel.COMMUNE, province, day, null);
            tell(neighbour, "xa-b", OrganizationKind.PEOPLE_COMMITTEE, OrganizationLevel.COMMUNE, province, SINCE, day);
        });
        get(LIST + "/" + later, admin(province, "tinh")).statusCode(200);

        moveTo(day.plusDays(1));

        get(LIST + "/" + neighbour, admin(province, "tinh")).statusCode(200);
        get(LIST + "/" + neighbour, admin(otherProvince, "tinh-b")).statusCode(404);
    }

    @Test
    void whoAsksAgainOnTheDayOfAPlannedRenameIsShownTheNewName() {
        var address = LIST + "/" + commune;
        var unit = post(address + "/units", admin(province, "tinh"), unit("Phòng Cũ", null))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        var unitAddress = address + "/units/" + unit;
        var day = today().plusDays(3);
        change(address, admin(province, "tinh"), Map.of("name", "UBND phường", "validFrom", day.toString()));
        change(unitAddress, admin(province, "tinh"), Map.of("name", "Phòng Mới", "validFrom", day.toString()));
        var seen = tag(address, admin(province, "tinh"));
        var unitSeen = tag(unitAddress, admin(province, "tinh"));
        again(address, seen).statusCode(304);

        moveTo(day);

        again(address, seen).statusCode(200).body("name", equalTo("UBND phường"));
        again(unitAddress, unitSeen).statusCode(200).body("name", equalTo("Phòng Mới"));
        // nothing was changed meanwhile: who saw it before the day may change it
        changeSeen(unitSeen, unitAddress, admin(province, "tinh"), Map.of("email", "phong@xa.example"))
                .statusCode(200);
        changeSeen(unitSeen, unitAddress, admin(province, "tinh"), Map.of("email", "hai@xa.example"))
                .statusCode(412);
    }

    @Test
    void whoAsksAgainForAPersonLearnsThatTheirAccountIsReady() {
        var person = UUID.fromString(post(
                        LIST + "/" + commune + "/people",
                        admin(province, "tinh"),
                        Map.of(
                                "name",
                                "Trần Thị Thử",
                                "accountName",
                                "thu." + mark,
                                "membership",
                                Map.of("roles", List.of("CLERK"), "validFrom", today().toString())))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id"));
        var address = "/api/v1/people/" + person;
        var seen = tag(address, admin(province, "tinh"));

        db.useHandle(handle ->
                handle.execute("update provisioning set done = wanted, attempts = 0 where thing_id = ?", person));

        again(address, seen).statusCode(200).body("provisioning.progress", equalTo("READY"));
        changeSeen(seen, address, admin(province, "tinh"), Map.of("name", "Trần Thị Mới"))
                .statusCode(200);
    }

    @Test
    void mergerLeavesUnitsOfOrganizationsAloneForWhichItsAuthorIsNotResponsible() {
        var theirs = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> copy.apply(new UnitRecorded(
                        nation,
                        theirs,
                        "UBND xã",
                        List.of(),
                        UnitKind.PEOPLE_COMMITTEE,
                        null,
                        commune,
                        List.of(),
                        SINCE,
                        null)));
        var wish = Map.of(
                "effectiveOn",
                today().plusDays(10).toString(),
                "endingIds",
                List.of(commune, neighbour),
                "successors",
                List.of(Map.of("alias", "xa-ab-" + mark, "name", "UBND xã AB")));
        var token = post(LIST + "/mergers/preview", admin(province, "tinh"), wish)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("previewToken");

        post(LIST + "/mergers", admin(province, "tinh"), Map.of("merger", wish, "previewToken", token))
                .statusCode(200);

        get(LIST + "/" + nation + "/units/" + theirs, admin(nation, "nuoc"))
                .body("validTo", equalTo(null))
                .body("representsOrganizationId", equalTo(commune.toString()));
    }

    @Test
    void unitsStandForBodiesOfTheirPlaceOnly() {
        var units = LIST + "/" + commune + "/units";
        for (var stranger : List.of(UUID.randomUUID(), otherProvince, neighbour)) {
            post(units, admin(province, "tinh"), unit("Đơn vị lạ", stranger))
                    .statusCode(409)
                    .body("code", equalTo("unit.represents-unrelated"));
        }
        var made = post(units, admin(province, "tinh"), unit("Mặt trận xã", front))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        post(LIST + "/" + province + "/units", admin(province, "tinh"), unit("UBND xã", commune))
                .statusCode(201);
        change(units + "/" + made, admin(province, "tinh"), Map.of("representsOrganizationId", neighbour))
                .statusCode(409)
                .body("code", equalTo("unit.represents-unrelated"));
    }

    @Test
    void importOfWhatBeganBeforeKeepsTheReason() {
        var file = "code;agency_code;parent_code;alias;name;kind;level;population;valid_from\n;000.00."
                + mark.substring(0, 3).toUpperCase(java.util.Locale.ROOT) + ".G95;;so-" + mark
                + ";Sở Thử;DEPARTMENT;CITY;;2026-01-01\n";
        var token = csv(LIST + "/imports/preview", file)
                .statusCode(200)
                .body("added", equalTo(1))
                .extract()
                .jsonPath()
                .getString("previewToken");
        csv(LIST + "/imports?previewToken=" + token, file).statusCode(200);

        List<String> reasons = db.withHandle(handle -> handle.createQuery("""
                        select reason from directory_correction join directory_organization on organization_id = subject_id
                        where alias = :alias""")
                .bind("alias", "so-" + mark)
                .mapTo(String.class)
                .list());
        assertThat(reasons).containsExactly("Nhập từ tệp CSV");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void moveTo(LocalDate day) {
        clock.moveTo(day.atTime(LocalTime.of(9, 0)).atZone(MovableClock.VIETNAM).toInstant());
    }

    private String admin(UUID organization, String alias) {
        return Tokens.of("admin-" + alias + "-" + mark, alias + "-" + mark, organization);
    }

    private Map<String, Object> unit(String name, @Nullable UUID represents) {
        Map<String, Object> body =
                new java.util.HashMap<>(Map.of("name", name, "kind", "OFFICE", "validFrom", today().toString()));
        if (represents != null) {
            body.put("representsOrganizationId", represents);
        }
        return body;
    }

    private void organization(
            UUID id, String alias, OrganizationKind kind, OrganizationLevel level, @Nullable UUID parent) {
        tell(id, alias, kind, level, parent, SINCE, null);
        copy.apply(new MembershipRecorded(
                id,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "admin-" + alias + "-" + mark,
                MembershipRecorded.MemberKind.PERSON,
                "Quản trị",
                null,
                null,
                List.of(Role.ADMIN),
                null,
                SINCE,
                null,
                true));
    }

    private void tell(
            UUID id,
            String alias,
            OrganizationKind kind,
            OrganizationLevel level,
            @Nullable UUID parent,
            LocalDate from,
            @Nullable LocalDate to) {
        copy.apply(new OrganizationRecorded(
                id, alias + "-" + mark, alias + " " + mark, kind, level, parent, null, null, null, from, to));
    }

    private static String tag(String address, String token) {
        return given().auth().oauth2(token).get(address).header("ETag");
    }

    private ValidatableResponse again(String address, String tag) {
        return given().auth()
                .oauth2(admin(province, "tinh"))
                .header("If-None-Match", tag)
                .get(address)
                .then();
    }

    private static ValidatableResponse get(String address, String token) {
        return given().auth().oauth2(token).get(address).then();
    }

    private static ValidatableResponse post(String address, String token, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(address)
                .then();
    }

    private static ValidatableResponse change(String address, String token, Object body) {
        return changeSeen(tag(address, token), address, token, body);
    }

    private static ValidatableResponse changeAny(String address, String token, Object body) {
        return changeSeen("*", address, token, body);
    }

    private static ValidatableResponse changeSeen(String tag, String address, String token, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", tag)
                .body(body)
                .patch(address)
                .then();
    }

    private ValidatableResponse csv(String address, String file) {
        return given().auth()
                .oauth2(admin(province, "tinh"))
                .contentType("text/csv; charset=UTF-8")
                .body(file)
                .post(address)
                .then();
    }
}
