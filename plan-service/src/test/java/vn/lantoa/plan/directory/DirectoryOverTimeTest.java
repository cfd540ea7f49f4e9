package vn.lantoa.plan.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.OrganizationRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.events.UnitKind;
import vn.lantoa.events.UnitRecorded;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.Tokens;

/** A province of its own per test, so that what one changes no other meets. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class DirectoryOverTimeTest {

    private static final String LIST = "/api/v1/organizations";
    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

    @Inject
    DirectoryCopy copy;

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    private final UUID province = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID firstOffice = UUID.randomUUID();
    private final UUID secondOffice = UUID.randomUUID();
    private final String mark = province.toString().substring(0, 8);

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> {
            organization(province, "tinh", OrganizationLevel.CITY, null);
            organization(first, "xa-a", OrganizationLevel.COMMUNE, province);
            organization(second, "xa-b", OrganizationLevel.COMMUNE, province);
            office(first, firstOffice);
            office(second, secondOffice);
            member(province, "admin", null, Role.ADMIN);
            member(first, "admin-a", null, Role.ADMIN);
            member(first, "nhan-vien", firstOffice, Role.SPECIALIST);
        });
    }

    @Test
    void organizationIsMadeBelowOnesOwnAndNowhereElse() {
        var body = Map.of(
                "alias",
                "xa-moi-" + mark,
                "name",
                "UBND xã Mới",
                "kind",
                "PEOPLE_COMMITTEE",
                "level",
                "COMMUNE",
                "parentId",
                province,
                "agencyCode",
                "000.0" + mark.substring(0, 1).toUpperCase(Locale.ROOT) + ".77.H97",
                "validFrom",
                today().toString());

        var id = post(LIST, admin(), body).statusCode(201).extract().jsonPath().getString("id");
        post(LIST, admin(), body).statusCode(409).body("code", equalTo("organization.alias-taken"));
        post(LIST, communeAdmin(), body).statusCode(404);
        get(LIST + "?agencyCode=" + body.get("agencyCode"), admin()).body("items.id", contains(id));
        assertThat(directory.organization(UUID.fromString(id))).isPresent();
    }

    @Test
    void changeOfTomorrowLeavesTodayAsItIsAndThePastNeedsAReason() {
        var address = LIST + "/" + first;
        var tomorrow = today().plusDays(1);

        patch(address, admin(), Map.of("name", "UBND phường A", "validFrom", tomorrow.toString()))
                .statusCode(200)
                .body("name", equalTo("UBND phường A"));

        get(address, admin()).body("name", equalTo("xa-a " + mark)).body("periods", hasSize(2));
        get(address + "?on=" + tomorrow, admin()).body("name", equalTo("UBND phường A"));
        patch(address, admin(), Map.of("name", "X", "validFrom", "2025-08-01"))
                .statusCode(409)
                .body("code", equalTo("directory.past-needs-reason"));
        patch(address, admin(), Map.of("population", 9, "validFrom", "2025-08-01", "reason", "Đính chính"))
                .statusCode(200);
        get(address + "?on=2025-08-02", admin()).body("population", equalTo(9));
        get(address + "?on=2025-07-31", admin()).body("population", equalTo(1000));
    }

    @Test
    void staleChangeIsRefused() {
        given().auth()
                .oauth2(admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "\"0123456789abcdef0123456789abcdef\"")
                .body(Map.of("name", "X"))
                .patch(LIST + "/" + first)
                .then()
                .statusCode(412);
    }

    @Test
    void unitIsMadeChangedAndEnded() {
        var units = LIST + "/" + first + "/units";
        var id = post(
                        units,
                        communeAdmin(),
                        Map.of("name", "Phòng Kinh tế", "kind", "DEPARTMENT", "validFrom", today().toString()))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        patch(units + "/" + id, communeAdmin(), Map.of("aliases", List.of("P. KT"), "validFrom", today().toString()))
                .statusCode(200)
                .body("aliases", contains("P. KT"));
        var end = units + "/" + id + "/end";
        var lastDay = Map.of("lastDay", today().toString());
        post(end, communeAdmin(), lastDay).statusCode(428);
        postMatching("\"0123456789abcdef0123456789abcdef\"", end, communeAdmin(), lastDay)
                .statusCode(412)
                .body("current.aliases", contains("P. KT"));
        postMatching("*", end, communeAdmin(), lastDay).statusCode(200);
        get(units + "?on=" + today(), communeAdmin()).body("items.name", hasItem("Phòng Kinh tế"));
        get(units + "?on=" + today().plusDays(1), communeAdmin()).body("items.name", not(hasItem("Phòng Kinh tế")));
        get(units + "/" + id, Tokens.of("nobody", "tinh-" + mark, province)).statusCode(403);
    }

    @Test
    void whatIsNewBeginsInThePastWithAReasonOnly() {
        var organization = new HashMap<String, Object>(Map.of("alias", "xa-cu-" + mark, "name", "UBND xã Cũ"));
        organization.putAll(Map.of("kind", "PEOPLE_COMMITTEE", "level", "COMMUNE", "parentId", province));
        organization.put("validFrom", "2025-08-01");
        post(LIST, admin(), organization).statusCode(409).body("code", equalTo("directory.past-needs-reason"));
        organization.put("reason", "Bổ sung danh bạ");
        post(LIST, admin(), organization).statusCode(201);

        var units = LIST + "/" + first + "/units";
        var wish = Map.of("name", "Phòng Cũ", "kind", "DEPARTMENT", "validFrom", "2025-08-01");
        post(units, communeAdmin(), wish).statusCode(409).body("code", equalTo("directory.past-needs-reason"));
        var withReason = new HashMap<String, Object>(wish);
        withReason.put("reason", "Bổ sung danh bạ");

        post(units, communeAdmin(), withReason).statusCode(201);
    }

    @Test
    void mergerDoesExactlyWhatItsPreviewSaid() {
        var day = today().plusDays(10);
        var wish = Map.of(
                "effectiveOn", day.toString(),
                "endingIds", List.of(first, second),
                "successors", List.of(Map.of("alias", "xa-ab-" + mark, "name", "UBND xã AB")));
        var preview = post(LIST + "/mergers/preview", admin(), wish)
                .statusCode(200)
                .body("organizations.effect", containsInAnyOrder("BEGINS", "ENDS", "ENDS"))
                .body("people.name", containsInAnyOrder("admin-a", "nhan-vien"))
                .body("units.unitName", contains("Văn phòng", "Văn phòng"))
                .extract()
                .jsonPath();
        get(LIST + "?on=" + day, admin()).body("items.alias", not(hasItem("xa-ab-" + mark)));

        var commit = Map.of("merger", wish, "previewToken", preview.getString("previewToken"));
        var made = post(LIST + "/mergers", admin(), commit)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("organizations.find { it.effect == 'BEGINS' }.id");

        get(LIST + "/" + made + "?on=" + day, admin())
                .body("predecessorIds", containsInAnyOrder(first.toString(), second.toString()))
                .body("population", equalTo(2000));
        get(LIST + "/" + first, admin())
                .body("successorIds", contains(made))
                .body("validTo", equalTo(day.minusDays(1).toString()));
        get(LIST + "/" + made + "/units?on=" + day, admin()).body("items", hasSize(1));
        assertThat(directory.organization(first)).isPresent();
        assertThat(directory.organization(first, day)).isEmpty();
        post(LIST + "/mergers", admin(), commit).statusCode(409).body("code", equalTo("merger.already-ended"));
    }

    @Test
    void staleOrImpossibleMergersAreRefused() {
        var day = today().plusDays(10).toString();
        var into = List.of(Map.of("alias", "xa-ab-" + mark, "name", "UBND xã AB"));
        var wish = Map.of("effectiveOn", day, "endingIds", List.of(first, second), "successors", into);

        post(LIST + "/mergers", admin(), Map.of("merger", wish, "previewToken", "x"))
                .statusCode(412)
                .body("code", equalTo("merger.preview-stale"));
        refusedMerger(
                Map.of("effectiveOn", day, "endingIds", List.of(first, first), "successors", into), "with-itself");
        refusedMerger(
                Map.of("effectiveOn", today().toString(), "endingIds", List.of(first, second), "successors", into),
                "in-the-past");
        refusedMerger(Map.of("effectiveOn", day, "endingIds", List.of(first), "successors", into), "changes-nothing");
        post(LIST + "/mergers/preview", communeAdmin(), wish).statusCode(404);
    }

    @Test
    void fileIsPreviewedThenWrittenOnce() {
        var file = "code;agency_code;parent_code;alias;name;kind;level;population;valid_from\n"
                + ";000.00." + mark.substring(0, 3).toUpperCase(Locale.ROOT) + ".H96;;so-" + mark
                + ";Sở Thử;DEPARTMENT;CITY;;\n";
        var token = csv(LIST + "/imports/preview", file)
                .statusCode(200)
                .body("added", equalTo(1))
                .extract()
                .jsonPath()
                .getString("previewToken");
        csv(LIST + "/imports?previewToken=wrong", file).statusCode(412);
        csv(LIST + "/imports?previewToken=" + token, file).statusCode(200).body("added", equalTo(1));
        csv(LIST + "/imports/preview", file)
                .statusCode(200)
                .body("unchanged", equalTo(1))
                .body("added", equalTo(0));
        get(LIST, admin()).body("items.alias", hasItem("so-" + mark));
    }

    @Test
    void unitsMergeExactlyAsTheirPreviewSaidAndTheirNamesLiveOn() {
        var units = LIST + "/" + first + "/units";
        var offices = get(units, communeAdmin()).extract().jsonPath().getList("items.id", String.class);
        var economy = unit(units, "Phòng Kinh tế", List.of());
        var group = post(
                        units,
                        communeAdmin(),
                        Map.of(
                                "name",
                                "Các phòng",
                                "kind",
                                "GROUP",
                                "memberUnitIds",
                                List.of(economy, offices.getFirst()),
                                "validFrom",
                                today().toString()))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        var day = today().plusDays(3);
        var wish = Map.of(
                "effectiveOn",
                day.toString(),
                "endingIds",
                List.of(economy, offices.getFirst()),
                "successors",
                List.of(Map.of("name", "Văn phòng và Kinh tế")));

        var preview = post(units + "/mergers/preview", communeAdmin(), wish)
                .statusCode(200)
                .body("units.effect", containsInAnyOrder("BEGINS", "ENDS", "ENDS", "HAS_OTHER_MEMBERS"))
                .body("people.name", contains("nhan-vien"))
                .extract()
                .jsonPath();
        get(units + "?on=" + day, communeAdmin()).body("items.name", not(hasItem("Văn phòng và Kinh tế")));
        post(units + "/mergers", communeAdmin(), Map.of("merger", wish, "previewToken", "x"))
                .statusCode(412);
        var commit = Map.of("merger", wish, "previewToken", preview.getString("previewToken"));
        post(units + "/mergers", Tokens.of("nobody", "tinh-" + mark, province), commit)
                .statusCode(403);
        post(LIST + "/" + second + "/units/mergers/preview", communeAdmin(), wish)
                .statusCode(404);
        var made = post(units + "/mergers", admin(), commit)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("units.find { it.effect == 'BEGINS' }.id");

        get(units + "/" + made + "?on=" + day, communeAdmin())
                .body("aliases", containsInAnyOrder("Phòng Kinh tế", "Văn phòng"))
                .body("predecessorIds", containsInAnyOrder(economy, offices.getFirst()));
        get(units + "/" + group + "?on=" + day, communeAdmin()).body("memberUnitIds", contains(made));
        get(units + "/" + group, communeAdmin()).body("memberUnitIds", hasSize(2));
        get(LIST + "/" + first + "/people?on=" + day + "&unitId=" + made, communeAdmin())
                .body("items.name", contains("nhan-vien"));
        post(units + "/mergers", admin(), commit).statusCode(409).body("code", equalTo("unit-merger.already-ended"));
    }

    private String unit(String units, String name, List<String> aliases) {
        return post(
                        units,
                        communeAdmin(),
                        Map.of("name", name, "kind", "DEPARTMENT", "aliases", aliases, "validFrom", today().toString()))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private void refusedMerger(Map<String, ?> wish, String code) {
        post(LIST + "/mergers/preview", admin(), wish).statusCode(409).body("code", equalTo("merger." + code));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String admin() {
        return Tokens.of("admin-" + mark, "tinh-" + mark, province);
    }

    private String communeAdmin() {
        return Tokens.of("admin-a-" + mark, "xa-a-" + mark, first);
    }

    private void organization(UUID id, String alias, OrganizationLevel level, @Nullable UUID parent) {
        copy.apply(new OrganizationRecorded(
                id,
                alias + "-" + mark,
                alias + " " + mark,
                OrganizationKind.PEOPLE_COMMITTEE,
                level,
                parent,
                null,
                null,
                1000L,
                SINCE,
                null));
    }

    private void office(UUID organization, UUID id) {
        copy.apply(new UnitRecorded(
                organization, id, "Văn phòng", List.of(), UnitKind.OFFICE, null, null, List.of(), SINCE, null));
    }

    private void member(UUID organization, String name, @Nullable UUID unit, Role role) {
        copy.apply(new MembershipRecorded(
                organization,
                UUID.randomUUID(),
                UUID.randomUUID(),
                name + "-" + mark,
                MembershipRecorded.MemberKind.PERSON,
                name,
                null,
                unit,
                List.of(role),
                null,
                SINCE,
                null,
                true));
    }

    private static ValidatableResponse post(String address, String token, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(address)
                .then();
    }

    private static ValidatableResponse postMatching(String tag, String address, String token, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("If-Match", tag)
                .body(body)
                .post(address)
                .then();
    }

    private static ValidatableResponse patch(String address, String token, Object body) {
        var tag = given().auth().oauth2(token).get(address).header("ETag");
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
                .oauth2(admin())
                .contentType("text/csv; charset=UTF-8")
                .body(file)
                .post(address)
                .then();
    }

    private static ValidatableResponse get(String address, String token) {
        return given().auth().oauth2(token).get(address).then();
    }
}
