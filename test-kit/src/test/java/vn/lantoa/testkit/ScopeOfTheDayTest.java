package vn.lantoa.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.MembershipRecorded.MemberKind;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.OrganizationRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.events.UnitKind;
import vn.lantoa.events.UnitRecorded;
import vn.lantoa.kit.directory.DirectoryCopy;

/** Row-level security alone: whose people an organization sees and changes on which day. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class ScopeOfTheDayTest {

    private static final LocalDate BEGIN = LocalDate.of(2025, 7, 1);
    private static final LocalDate CHANGE = LocalDate.of(2027, 3, 1);
    private static final String SEEN = "select count(*) from directory_membership where organization_id = ?";
    private static final String CHANGED = """
            with changed as (update directory_membership set position = position where organization_id = ? returning 1)
            select count(*) from changed""";

    @Inject
    DirectoryCopy copy;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @ConfigProperty(name = "quarkus.datasource.username")
    String role;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private final UUID before = UUID.randomUUID();
    private final UUID after = UUID.randomUUID();
    private final UUID commune = UUID.randomUUID();
    private final UUID front = UUID.randomUUID();

    @BeforeEach
    void communeChangesItsParentOnADay() {
        QuarkusTransaction.requiringNew().run(() -> {
            tell(before, OrganizationKind.PEOPLE_COMMITTEE, OrganizationLevel.CITY, null);
            tell(after, OrganizationKind.PEOPLE_COMMITTEE, OrganizationLevel.CITY, null);
            tell(
                    commune,
                    OrganizationKind.PEOPLE_COMMITTEE,
                    OrganizationLevel.COMMUNE,
                    before,
                    List.of(period(BEGIN, CHANGE.minusDays(1), before), period(CHANGE, CHANGE.plusDays(9), after)));
            tell(front, OrganizationKind.FATHERLAND_FRONT, OrganizationLevel.COMMUNE, null);
            member(commune);
            member(front);
        });
    }

    @Test
    void parentOfTheDaySeesAndChangesAndNoOther() throws SQLException {
        for (var statement : List.of(SEEN, CHANGED)) {
            for (var day : List.of(BEGIN.minusDays(1), CHANGE.minusDays(1))) {
                assertThat(counted(statement, commune, before, day)).isOne();
                assertThat(counted(statement, commune, after, day)).isZero();
            }
            for (var day : List.of(CHANGE, CHANGE.plusDays(99))) {
                assertThat(counted(statement, commune, before, day)).isZero();
                assertThat(counted(statement, commune, after, day)).isOne();
            }
        }
    }

    @Test
    void childKnowsThePeopleOfItsParentOfTheDay() throws SQLException {
        QuarkusTransaction.requiringNew().run(() -> {
            member(before);
            member(after);
        });
        assertThat(counted(SEEN, before, commune, CHANGE.minusDays(1))).isOne();
        assertThat(counted(SEEN, after, commune, CHANGE.minusDays(1))).isZero();
        assertThat(counted(SEEN, before, commune, CHANGE)).isZero();
        assertThat(counted(SEEN, after, commune, CHANGE)).isOne();
    }

    @Test
    void unitOpensPeopleOfABodyOfItsPlaceWhileItStandsForItAndOfNoOther() throws SQLException {
        QuarkusTransaction.requiringNew().run(() -> {
            member(after);
            represents(commune, front, CHANGE);
            represents(commune, after, CHANGE);
        });
        assertThat(counted(SEEN, front, commune, CHANGE.minusDays(1))).isOne();
        assertThat(counted(SEEN, commune, front, CHANGE.minusDays(1))).isOne();
        assertThat(counted(SEEN, front, commune, CHANGE)).isZero();
        assertThat(counted(SEEN, after, commune, CHANGE.minusDays(1))).isZero();
        assertThat(counted(SEEN, commune, after, CHANGE.minusDays(1))).isZero();
    }

    private int counted(String statement, UUID whose, UUID acting, LocalDate day) throws SQLException {
        try (var connection = DriverManager.getConnection(database, role, password);
                var tell = connection.prepareStatement(
                        "select set_config('lantoa.organization', ?, false), set_config('lantoa.today', ?, false)");
                var count = connection.prepareStatement(statement)) {
            tell.setString(1, acting.toString());
            tell.setString(2, day.toString());
            tell.execute();
            count.setObject(1, whose);
            try (var found = count.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    private void represents(UUID organization, UUID represented, LocalDate until) {
        copy.apply(new UnitRecorded(
                organization,
                UUID.randomUUID(),
                "Đơn vị " + represented,
                List.of(),
                UnitKind.FATHERLAND_FRONT,
                null,
                represented,
                List.of(),
                BEGIN,
                until.minusDays(1)));
    }

    private void member(UUID organization) {
        copy.apply(new MembershipRecorded(
                organization,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID().toString(),
                MemberKind.PERSON,
                "Ai Đó",
                null,
                null,
                List.of(Role.LEADER),
                null,
                BEGIN,
                null,
                true));
    }

    private static OrganizationRecorded.Period period(LocalDate from, @Nullable LocalDate to, UUID parent) {
        return new OrganizationRecorded.Period(from, to, "Tên", parent, null, null, null);
    }

    private void tell(UUID id, OrganizationKind kind, OrganizationLevel level, @Nullable UUID parent) {
        tell(id, kind, level, parent, null);
    }

    private void tell(
            UUID id,
            OrganizationKind kind,
            OrganizationLevel level,
            @Nullable UUID parent,
            @Nullable List<OrganizationRecorded.Period> periods) {
        copy.apply(new OrganizationRecorded(
                id, "co-quan-" + id, "Tên", kind, level, parent, null, null, null, BEGIN, null, periods, null, null));
    }
}
