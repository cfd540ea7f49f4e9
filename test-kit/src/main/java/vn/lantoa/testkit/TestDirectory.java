package vn.lantoa.testkit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.MembershipRecorded.MemberKind;
import vn.lantoa.events.OrganizationEvent;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.OrganizationRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.events.UnitKind;
import vn.lantoa.events.UnitRecorded;

/**
 * A small world: a city with two communes and a Front committee, with a person of each role. Ids are made from names, so that
 * they are the same in every run. Apply {@link #events()} through the kit's {@code DirectoryCopy}.
 */
public final class TestDirectory {

    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

    /** @param population inhabitants; null for bodies without a territory */
    public record Org(
            UUID id,
            String alias,
            String name,
            OrganizationKind kind,
            OrganizationLevel level,
            @Nullable UUID parentId,
            @Nullable Long population) {}

    public record UnitOf(Org organization, UUID id, String name, UnitKind kind, List<UUID> members) {}

    public record Person(
            Org organization,
            UUID id,
            String subject,
            String name,
            @Nullable String email,
            @Nullable UnitOf unit,
            List<Role> roles,
            MemberKind kind,
            List<String> scopes) {}

    public static final Org CITY = new Org(
            id("city"),
            "tp-thu",
            "Thành phố Thử",
            OrganizationKind.PEOPLE_COMMITTEE,
            OrganizationLevel.CITY,
            null,
            500_000L);
    public static final Org COMMUNE = commune("xa-mot", "Xã Một", 12_000L);
    public static final Org OTHER_COMMUNE = commune("xa-hai", "Xã Hai", 30_000L);
    public static final Org FRONT = new Org(
            id("mttq-xa-mot"),
            "mttq-xa-mot",
            "Ủy ban MTTQ Việt Nam xã Một",
            OrganizationKind.FATHERLAND_FRONT,
            OrganizationLevel.COMMUNE,
            null,
            null);

    public static final UnitOf CULTURE = unit(COMMUNE, "Phòng Văn hóa - Xã hội", UnitKind.DEPARTMENT);
    public static final UnitOf ECONOMY = unit(COMMUNE, "Phòng Kinh tế", UnitKind.DEPARTMENT);
    public static final UnitOf SERVICE_CENTRE = unit(COMMUNE, "Trung tâm Dịch vụ sự nghiệp công", UnitKind.PUBLIC_UNIT);
    public static final UnitOf FRONT_UNIT = unit(COMMUNE, "Ủy ban MTTQ Việt Nam xã", UnitKind.FATHERLAND_FRONT);
    public static final UnitOf ALL_DEPARTMENTS = new UnitOf(
            COMMUNE,
            id("xa-mot/Các phòng chuyên môn"),
            "Các phòng chuyên môn",
            UnitKind.GROUP,
            List.of(CULTURE.id(), ECONOMY.id()));
    public static final UnitOf OTHER_CULTURE = unit(OTHER_COMMUNE, "Phòng Văn hóa - Xã hội", UnitKind.DEPARTMENT);
    public static final UnitOf FRONT_BOARD = unit(FRONT, "Ban Thường trực", UnitKind.OFFICE);
    public static final UnitOf CITY_OFFICE = unit(CITY, "Văn phòng UBND thành phố", UnitKind.OFFICE);

    public static final Person SPECIALIST = person(COMMUNE, "Chuyên viên Một", CULTURE, Role.SPECIALIST);
    public static final Person CULTURE_HEAD = person(COMMUNE, "Trưởng phòng Văn hóa Một", CULTURE, Role.UNIT_HEAD);
    public static final Person ECONOMY_HEAD = person(COMMUNE, "Trưởng phòng Kinh tế Một", ECONOMY, Role.UNIT_HEAD);
    public static final Person SERVICE_HEAD = person(COMMUNE, "Giám đốc Trung tâm Một", SERVICE_CENTRE, Role.UNIT_HEAD);
    public static final Person LEADER = person(COMMUNE, "Chủ tịch Một", null, Role.LEADER);
    public static final Person CLERK = person(COMMUNE, "Văn thư Một", null, Role.CLERK);
    public static final Person COORDINATOR = person(COMMUNE, "Đầu mối Một", CULTURE, Role.COORDINATOR);
    public static final Person ADMIN = person(COMMUNE, "Quản trị Một", null, Role.ADMIN);
    public static final Person OTHER_LEADER = person(OTHER_COMMUNE, "Chủ tịch Hai", null, Role.LEADER);
    public static final Person OTHER_SPECIALIST =
            person(OTHER_COMMUNE, "Chuyên viên Hai", OTHER_CULTURE, Role.SPECIALIST);
    public static final Person OTHER_HEAD = person(OTHER_COMMUNE, "Trưởng phòng Hai", OTHER_CULTURE, Role.UNIT_HEAD);
    public static final Person OTHER_CLERK = person(OTHER_COMMUNE, "Văn thư Hai", null, Role.CLERK);
    public static final Person FRONT_HEAD =
            person(FRONT, "Trưởng ban Mặt trận Một", FRONT_BOARD, Role.UNIT_HEAD, Role.LEADER);
    public static final Person CITY_LEADER = person(CITY, "Chủ tịch Thành phố", null, Role.LEADER);
    public static final Person CITY_COORDINATOR = person(CITY, "Đầu mối Thành phố", CITY_OFFICE, Role.COORDINATOR);
    public static final Person CITY_MACHINE = new Person(
            CITY,
            id("machine"),
            id("machine").toString(),
            "Nền tảng dữ liệu thành phố",
            null,
            null,
            List.of(Role.INTEGRATOR),
            MemberKind.MACHINE,
            List.of(
                    Scope.REPORTS_READ.wire(),
                    Scope.DIRECTORY_READ.wire(),
                    Scope.PLANS_READ.wire(),
                    Scope.TASKS_READ.wire()));
    /** A program that is let in nowhere. */
    public static final Person MACHINE_WITHOUT_SCOPES = new Person(
            COMMUNE,
            id("machine without scopes"),
            id("machine without scopes").toString(),
            "Phần mềm chưa được cấp phạm vi",
            null,
            null,
            List.of(Role.INTEGRATOR),
            MemberKind.MACHINE,
            List.of());

    private static final List<Org> ORGANIZATIONS = List.of(CITY, COMMUNE, OTHER_COMMUNE, FRONT);
    private static final List<UnitOf> UNITS = List.of(
            CULTURE, ECONOMY, SERVICE_CENTRE, FRONT_UNIT, ALL_DEPARTMENTS, OTHER_CULTURE, FRONT_BOARD, CITY_OFFICE);
    private static final List<Person> PEOPLE = List.of(
            SPECIALIST,
            CULTURE_HEAD,
            ECONOMY_HEAD,
            SERVICE_HEAD,
            LEADER,
            CLERK,
            COORDINATOR,
            ADMIN,
            OTHER_LEADER,
            OTHER_SPECIALIST,
            OTHER_HEAD,
            OTHER_CLERK,
            FRONT_HEAD,
            CITY_LEADER,
            CITY_COORDINATOR,
            CITY_MACHINE,
            MACHINE_WITHOUT_SCOPES);

    private TestDirectory() {}

    /** The whole world as plan-service would tell it, with the holidays around the turn of 2026 and 24/11. */
    public static List<OrganizationEvent> events() {
        var events = new ArrayList<OrganizationEvent>();
        ORGANIZATIONS.forEach(it -> events.add(new OrganizationRecorded(
                it.id(),
                it.alias(),
                it.name(),
                it.kind(),
                it.level(),
                it.parentId(),
                null,
                null,
                it.population(),
                SINCE,
                null)));
        UNITS.forEach(it -> events.add(new UnitRecorded(
                it.organization().id(),
                it.id(),
                it.name(),
                List.of(),
                it.kind(),
                null,
                it.equals(FRONT_UNIT) ? FRONT.id() : null,
                it.members(),
                SINCE,
                null)));
        PEOPLE.forEach(it -> events.add(membership(it)));
        events.add(calendar());
        return events;
    }

    /** Everybody, machine clients too. */
    public static List<Person> people() {
        return PEOPLE;
    }

    public static MembershipRecorded membership(Person it) {
        return new MembershipRecorded(
                it.organization().id(),
                id(it.organization().alias() + "/membership/" + it.name()),
                it.id(),
                it.subject(),
                it.kind(),
                it.name(),
                it.email(),
                it.unit() == null ? null : it.unit().id(),
                it.roles(),
                null,
                SINCE,
                null,
                true,
                it.scopes());
    }

    private static CalendarRecorded calendar() {
        return new CalendarRecorded(
                CalendarRecorded.WHOLE_COUNTRY,
                2026,
                "2026-test",
                List.of(
                        day(1, 1, CalendarRecorded.DayKind.HOLIDAY),
                        day(1, 2, CalendarRecorded.DayKind.SWAP_OFF),
                        day(1, 10, CalendarRecorded.DayKind.MAKEUP_WORK),
                        day(11, 24, CalendarRecorded.DayKind.HOLIDAY)));
    }

    private static CalendarRecorded.Day day(int month, int day, CalendarRecorded.DayKind kind) {
        return new CalendarRecorded.Day(LocalDate.of(2026, month, day), kind, "Ngày thử", "Quyết định thử");
    }

    private static Org commune(String alias, String name, long population) {
        return new Org(
                id(alias),
                alias,
                name,
                OrganizationKind.PEOPLE_COMMITTEE,
                OrganizationLevel.COMMUNE,
                id("city"),
                population);
    }

    private static UnitOf unit(Org organization, String name, UnitKind kind) {
        return new UnitOf(organization, id(organization.alias() + "/" + name), name, kind, List.of());
    }

    private static Person person(Org organization, String name, @Nullable UnitOf unit, Role... roles) {
        var id = id(organization.alias() + "/person/" + name);
        var mailbox = id.toString().substring(0, 8);
        return new Person(
                organization,
                id,
                id.toString(),
                name,
                mailbox + "@" + organization.alias() + ".example",
                unit,
                List.of(roles),
                MemberKind.PERSON,
                List.of());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("lantoa-test/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
