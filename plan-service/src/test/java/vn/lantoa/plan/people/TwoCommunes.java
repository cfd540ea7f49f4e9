package vn.lantoa.plan.people;

import static vn.lantoa.plan.people.PeopleRequests.post;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.OrganizationRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.events.UnitKind;
import vn.lantoa.events.UnitRecorded;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.directory.RecordMembership;
import vn.lantoa.testkit.Tokens;

/** Makes a city with two communes, an administrator in each and two units in the first, for one test alone. */
@Singleton
public class TwoCommunes {

    public static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

    public record World(
            UUID city,
            UUID commune,
            UUID sibling,
            UUID office,
            UUID economy,
            String cityAdmin,
            String admin,
            String siblingAdmin) {}

    private final DirectoryCopy copy;
    private final RecordMembership record;
    private final Jdbi db;
    private final Clock clock;

    TwoCommunes(DirectoryCopy copy, RecordMembership record, Jdbi db, Clock clock) {
        this.copy = copy;
        this.record = record;
        this.db = db;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public World make() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var city = organization(OrganizationLevel.CITY, null);
            var commune = organization(OrganizationLevel.COMMUNE, city);
            var sibling = organization(OrganizationLevel.COMMUNE, city);
            return new World(
                    city,
                    commune,
                    sibling,
                    unit(commune, "Văn phòng"),
                    unit(commune, "Phòng Kinh tế"),
                    admin(city),
                    admin(commune),
                    admin(sibling));
        });
    }

    /** Somebody whose account is there already. */
    public UUID person(UUID organization, @Nullable UUID unit, Role... roles) {
        return person(Ids.next(), organization, unit, SINCE, null, roles);
    }

    public UUID person(
            UUID id, UUID organization, @Nullable UUID unit, LocalDate from, @Nullable LocalDate to, Role... roles) {
        record.handle(new RecordMembership.Command(
                new MembershipRecorded(
                        organization,
                        Ids.next(),
                        id,
                        id.toString(),
                        MembershipRecorded.MemberKind.PERSON,
                        "Trần Thị Thử",
                        null,
                        unit,
                        List.of(roles),
                        null,
                        from,
                        to,
                        true),
                false));
        return id;
    }

    public static String token(UUID person, UUID organization) {
        return Tokens.of(person.toString(), alias(organization), organization);
    }

    /** The id of the delegation and of the post that carries it. */
    public UUID lend(UUID from, UUID to, UUID organization, Role role, int days) {
        return UUID.fromString(post(
                        "/api/v1/people/" + from + "/delegations",
                        token(from, organization),
                        Map.of(
                                "toPersonId",
                                to,
                                "roles",
                                List.of(role),
                                "from",
                                today().toString(),
                                "to",
                                today().plusDays(days).toString(),
                                "reason",
                                "Đi công tác"))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id"));
    }

    /** The posts of somebody, the oldest first. */
    public List<MembershipRecorded> posts(UUID person) {
        return db.withHandle(handle -> handle.createQuery(
                        "select * from directory_membership where person_id = :id order by valid_from, membership_id")
                .bind("id", person)
                .map((row, _) -> People.post(row))
                .list());
    }

    private String admin(UUID organization) {
        return token(person(organization, null, Role.ADMIN), organization);
    }

    private UUID organization(OrganizationLevel level, @Nullable UUID parent) {
        var id = Ids.next();
        copy.apply(new OrganizationRecorded(
                id,
                alias(id),
                "UBND " + id,
                OrganizationKind.PEOPLE_COMMITTEE,
                level,
                parent,
                null,
                null,
                1000L,
                SINCE,
                null));
        return id;
    }

    private UUID unit(UUID organization, String name) {
        var id = Ids.next();
        copy.apply(new UnitRecorded(
                organization, id, name, List.of(), UnitKind.DEPARTMENT, null, null, List.of(), SINCE, null));
        return id;
    }

    private static String alias(UUID organization) {
        return "thu-" + organization;
    }
}
