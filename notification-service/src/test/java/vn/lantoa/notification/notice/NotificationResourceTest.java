package vn.lantoa.notification.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.events.ReminderPolicyRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.directory.Member;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.notification.MailSink;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.TestDirectory.Person;
import vn.lantoa.testkit.Tokens;
import vn.lantoa.testkit.Topics;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
@QuarkusTestResource(MailSink.class)
class NotificationResourceTest {

    @Inject
    DirectoryCopy copy;

    @Inject
    Directory directory;

    @Inject
    Notices notices;

    @BeforeEach
    void worldExistsAndTheClerkHasReadEverything() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(copy::apply));
        as(TestDirectory.CLERK).post("/api/v1/notifications/read-all").then().statusCode(200);
    }

    @Test
    void readMessageCountsNoLonger() {
        var id = give("Một tin");
        get("/api/v1/notifications/unread-count").body("unread", equalTo(1));

        as(TestDirectory.CLERK)
                .post("/api/v1/notifications/" + id + "/read")
                .then()
                .statusCode(200)
                .body("readAt", notNullValue())
                .body("acknowledgedAt", nullValue());

        get("/api/v1/notifications/unread-count").body("unread", equalTo(0));
        get("/api/v1/notifications?unread=true").body("items.size()", equalTo(0));
    }

    @Test
    void acknowledgingIsReadingTooAndTheFirstTimeCounts() {
        var id = give("Một tin");
        var first = as(TestDirectory.CLERK)
                .post("/api/v1/notifications/" + id + "/acknowledge")
                .then()
                .statusCode(200)
                .body("readAt", notNullValue())
                .extract()
                .<String>path("acknowledgedAt");

        as(TestDirectory.CLERK)
                .post("/api/v1/notifications/" + id + "/acknowledge")
                .then()
                .statusCode(200)
                .body("acknowledgedAt", equalTo(first));
    }

    @Test
    void anotherPersonsMessageDoesNotExist() {
        var id = give("Một tin");

        for (var other : List.of(TestDirectory.LEADER, TestDirectory.OTHER_LEADER)) {
            as(other)
                    .post("/api/v1/notifications/" + id + "/read")
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", equalTo("notice.not-found"))
                    .body("title", equalTo("Không tìm thấy tin"));
        }
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrDouble() {
        for (int i = 0; i < 7; i++) {
            give("Tin " + i);
        }
        var titles = new ArrayList<String>();
        var next = "/api/v1/notifications?unread=true&limit=3";
        while (next != null) {
            var page = get(next).extract();
            titles.addAll(page.path("items.title"));
            next = page.path("next");
        }

        assertThat(titles).containsExactly("Tin 6", "Tin 5", "Tin 4", "Tin 3", "Tin 2", "Tin 1", "Tin 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?cursor=abc", "?cursor=%F0%9F%92%A9", "?limit=x"})
    void wrongParametersAreRefused(String query) {
        as(TestDirectory.CLERK)
                .get("/api/v1/notifications" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-moment", "2026-12-01T08:00:00+07:00", "+999999999-12-31T23:59:59-18:00"})
    void madeUpPlacesInListsAreRefused(String moment) {
        var notifications = "/api/v1/notifications?cursor=" + Cursor.of("notifications", moment, "no-id");
        as(TestDirectory.CLERK).get(notifications).then().statusCode(400).body("code", equalTo("cursor.invalid"));
        var deliveries = "/api/v1/deliveries?cursor=" + Cursor.of("deliveries", moment);
        as(TestDirectory.LEADER).get(deliveries).then().statusCode(400).body("code", equalTo("cursor.invalid"));
    }

    @Test
    void ladderIsNotForStrangers() {
        given().auth()
                .oauth2(Tokens.of(
                        TestDirectory.OTHER_LEADER.subject(),
                        TestDirectory.COMMUNE.alias(),
                        TestDirectory.COMMUNE.id()))
                .get("/api/v1/reminder-policies")
                .then()
                .statusCode(403)
                .body("code", equalTo("caller.not-a-member"));
    }

    @Test
    void deliveriesAreForThoseWhoAnswerForTheOrganization() {
        var subject = UUID.randomUUID();
        give("Một tin", subject);

        as(TestDirectory.LEADER)
                .get("/api/v1/deliveries?subjectId=" + subject)
                .then()
                .statusCode(200)
                .body("items.channel", org.hamcrest.Matchers.containsInAnyOrder("IN_APP", "EMAIL"))
                .body("items.find { it.channel == 'IN_APP' }.state", equalTo("HANDED_OVER"));
        as(TestDirectory.SPECIALIST)
                .get("/api/v1/deliveries")
                .then()
                .statusCode(403)
                .body("code", equalTo("caller.role-missing"));
        as(TestDirectory.OTHER_LEADER)
                .get("/api/v1/deliveries?subjectId=" + subject)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void personWithoutAnAddressIsSkippedWithAReason() {
        var subject = UUID.randomUUID();
        var clerk = clerk();
        var withoutAddress = new Member(
                clerk.membershipId(),
                clerk.organizationId(),
                clerk.personId(),
                clerk.displayName(),
                null,
                null,
                clerk.roles(),
                null,
                clerk.kind(),
                clerk.scopes());
        QuarkusTransaction.requiringNew()
                .run(() -> notices.give(
                        Notice.Kind.PLAN_APPROVED,
                        "PLAN",
                        subject,
                        new Texts.Text("t", "Một tin", "Nội dung"),
                        List.of(withoutAddress)));

        as(TestDirectory.LEADER)
                .get("/api/v1/deliveries?subjectId=" + subject)
                .then()
                .body("items.find { it.channel == 'EMAIL' }.state", equalTo("SKIPPED"))
                .body("items.find { it.channel == 'EMAIL' }.reason", equalTo("no-address"));
    }

    @Test
    void ladderIsChangedByThoseWhoMayAndOnlyFromTheStateTheySaw() {
        var before = as(TestDirectory.ADMIN)
                .get("/api/v1/reminder-policies")
                .then()
                .statusCode(200)
                .extract();
        int version = before.path("version");

        var tag = before.header("ETag");
        as(TestDirectory.ADMIN)
                .contentType("application/json")
                .body("{\"rungs\":[-5],\"version\":0}")
                .put("/api/v1/reminder-policies")
                .then()
                .statusCode(428);

        put(TestDirectory.SPECIALIST, "{\"rungs\":[-5,0],\"version\":" + version + "}")
                .statusCode(403);
        put(TestDirectory.ADMIN, "{\"rungs\":[-5,0,-5],\"version\":" + version + "}")
                .statusCode(200)
                .body("rungs", contains(-5, 0))
                .body("version", equalTo(version + 1));
        put(TestDirectory.ADMIN, "{\"rungs\":[-7],\"version\":" + version + "}")
                .statusCode(412)
                .body("current.rungs", contains(-5, 0));
        as(TestDirectory.ADMIN)
                .contentType("application/json")
                .header("If-Match", tag)
                .body("{\"rungs\":[-5],\"version\":0}")
                .put("/api/v1/reminder-policies")
                .then()
                .statusCode(412);
        put(TestDirectory.ADMIN, "{\"rungs\":[],\"version\":" + (version + 1) + "}")
                .statusCode(400);
        put(TestDirectory.ADMIN, "{\"rungs\":[-61],\"version\":" + (version + 1) + "}")
                .statusCode(400);
        put(TestDirectory.ADMIN, "{\"rungs\":[-10,-3,-1,0,1],\"version\":" + (version + 1) + "}")
                .statusCode(200);
        Topics.awaitEvent(
                ReminderPolicyRecorded.class,
                it -> it.equals(new ReminderPolicyRecorded(
                        TestDirectory.COMMUNE.id(), version + 1, List.of(-5, 0), TestDirectory.ADMIN.id())));
    }

    private UUID give(String title) {
        return give(title, UUID.randomUUID());
    }

    private UUID give(String title, UUID subject) {
        QuarkusTransaction.requiringNew()
                .run(() -> notices.give(
                        Notice.Kind.PLAN_APPROVED,
                        "PLAN",
                        subject,
                        new Texts.Text("t", title, "Nội dung"),
                        List.of(clerk())));
        return UUID.fromString(
                get("/api/v1/notifications?unread=true").extract().path("items[0].id"));
    }

    private Member clerk() {
        return directory.people(TestDirectory.COMMUNE.id(), Role.CLERK, null).getFirst();
    }

    private static ValidatableResponse get(String path) {
        return as(TestDirectory.CLERK).get(path).then().statusCode(200);
    }

    private static ValidatableResponse put(Person person, String body) {
        return as(person)
                .contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .put("/api/v1/reminder-policies")
                .then();
    }

    private static io.restassured.specification.RequestSpecification as(Person person) {
        return given().auth().oauth2(Tokens.of(person));
    }
}
