package vn.lantoa.plan.people;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.OrganizationRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.events.UnitKind;
import vn.lantoa.events.UnitRecorded;
import vn.lantoa.plan.csv.CsvFile;
import vn.lantoa.plan.csv.ImportEffect;
import vn.lantoa.plan.csv.ImportLine;
import vn.lantoa.plan.directory.Places;

class PeopleImportTest {

    private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();
    private static final Validator VALIDATOR = VALIDATORS.getValidator();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);
    private static final String HEADER = "account_name;name;email;unit;roles;position;valid_from;valid_to\n";
    private static final UUID COMMUNE = UUID.randomUUID();
    private static final UUID OFFICE = UUID.randomUUID();
    private static final UUID ECONOMY = UUID.randomUUID();
    private static final OrganizationRecorded ORGANIZATION = new OrganizationRecorded(
            COMMUNE,
            "xa-thu",
            "UBND xã Thử",
            OrganizationKind.PEOPLE_COMMITTEE,
            OrganizationLevel.COMMUNE,
            null,
            null,
            null,
            null,
            SINCE,
            null);
    private static final Places PLACES = Places.of(
            ORGANIZATION,
            List.of(
                    unit(OFFICE, "Văn phòng", List.of("VP xã"), SINCE),
                    unit(ECONOMY, "Phòng Kinh tế", List.of(), SINCE)));

    private final PersonFile admin = person("quan.tri", null, Role.ADMIN);
    private final PersonFile mai = person("do.mai", OFFICE, Role.SPECIALIST);

    @AfterAll
    static void close() {
        VALIDATORS.close();
    }

    @Test
    void somebodyNewIsTakenInWithAPostAndAFurtherRowIsAFurtherPost() {
        var plan = plan("""
                le.an;Lê An;le.an@xa-thu.example;Văn phòng;SPECIALIST|CLERK;Chuyên viên;2026-12-01;2027-12-31
                le.an;Lê An;le.an@xa-thu.example;phòng kinh tế;UNIT_HEAD;;;
                """);

        assertThat(plan.lines().count(ImportEffect.ADD)).isEqualTo(2);
        assertThat(plan.steps()).hasSize(2);
        var made = (PeopleStep.TakeIn) plan.steps().getFirst();
        assertThat(made.post())
                .isEqualTo(new Posts.Terms(
                        OFFICE,
                        List.of(Role.SPECIALIST, Role.CLERK),
                        "Chuyên viên",
                        LocalDate.of(2026, 12, 1),
                        LocalDate.of(2027, 12, 31)));
        assertThat(plan.steps().getLast())
                .isEqualTo(new PeopleStep.FurtherPost(
                        made.person().id(), new Posts.Terms(ECONOMY, List.of(Role.UNIT_HEAD), null, TODAY, null)));
    }

    @Test
    void whatIsThereAlreadyChangesNothing() {
        var row = "do.mai;Đỗ Mai;;VP xã;SPECIALIST;;%s;\n";
        for (var day : List.of("", "2025-07-01", "2026-01-01", "2027-01-01")) {
            var plan = plan(row.formatted(day));
            assertThat(plan.lines().count(ImportEffect.NOTHING)).as(day).isOne();
            assertThat(plan.steps()).isEmpty();
        }
    }

    @Test
    void otherRolesArePostsChangedFromTheirDayAndAskedForOnce() {
        var row = "do.mai;Đỗ Mai;;Văn phòng;UNIT_HEAD;Chánh Văn phòng;2027-01-01;\n";
        var plan = plan(row);

        assertThat(plan.lines().count(ImportEffect.CHANGE)).isOne();
        var terms = new Posts.Terms(OFFICE, List.of(Role.UNIT_HEAD), "Chánh Văn phòng", LocalDate.of(2027, 1, 1), null);
        var post = mai.posts().getFirst();
        assertThat(plan.steps()).containsExactly(new PeopleStep.ChangeOfPost(post.membershipId(), terms));

        var changed = PostChange.of(mai, post, terms, UUID::randomUUID).done(mai);
        assertThat(plan(List.of(admin, changed), row).lines().count(ImportEffect.NOTHING))
                .isOne();
        // the change that is known already goes on holding, whoever sends the state of today
        assertThat(plan(List.of(admin, changed), "do.mai;Đỗ Mai;;Văn phòng;SPECIALIST;;;\n")
                        .lines()
                        .count(ImportEffect.NOTHING))
                .isOne();
    }

    @Test
    void changeBeginsTodayAtTheEarliest() {
        var plan = plan("do.mai;Đỗ Mai;;Văn phòng;CLERK;;2025-07-01;\n");

        assertThat(plan.steps())
                .containsExactly(new PeopleStep.ChangeOfPost(
                        mai.posts().getFirst().membershipId(),
                        new Posts.Terms(OFFICE, List.of(Role.CLERK), null, TODAY, null)));
    }

    @Test
    void postThatBeginsLaterKeepsItsDayUnlessAnotherIsSaid() {
        var later = new PersonFile(
                mai.person(),
                List.of(Posts.of(
                        mai.person(),
                        COMMUNE,
                        UUID.randomUUID(),
                        new Posts.Terms(OFFICE, List.of(Role.SPECIALIST), null, LocalDate.of(2027, 2, 1), null))));
        var people = List.of(admin, later);

        assertThat(plan(people, "do.mai;Đỗ Mai;;Văn phòng;SPECIALIST;;;\n").steps())
                .isEmpty();
        assertThat(plan(people, "do.mai;Đỗ Mai;;Văn phòng;SPECIALIST;;2027-01-01;\n")
                        .lines()
                        .count(ImportEffect.CHANGE))
                .isOne();
        assertThat(plan(people, "do.mai;Đỗ Mai;;Văn phòng;SPECIALIST;;;2026-12-31\n")
                        .lines()
                        .count(ImportEffect.ADD))
                .isOne();
    }

    @Test
    void nameIsChangedOnceForAllRows() {
        var plan = plan("""
                do.mai;Đỗ Thị Mai;;Văn phòng;SPECIALIST;;;
                do.mai;Đỗ Thị Mai;;Phòng Kinh tế;SPECIALIST;;;
                """);

        assertThat(plan.lines().inOrder())
                .extracting(ImportLine::effect)
                .containsExactly(ImportEffect.CHANGE, ImportEffect.ADD);
        assertThat(plan.steps())
                .extracting(it -> it.getClass().getSimpleName())
                .containsExactly("ChangeOf", "FurtherPost");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            le.an;Lê An;;;CLERK;;;/le.an;Lê An;;;LEADER;;;           ! import.row-duplicate           ! account_name
            le.an;Lê An;;;CLERK;;;/le.an;Lê Ân;;VP xã;CLERK;;;       ! import.row-person-differs      ! name
            co.nguoi;Lê An;;;CLERK;;;                                ! person.account-name-taken      ! account_name
            le.an;Lê An;CO@xa.example;;CLERK;;;                      ! person.email-taken             ! email
            le.an;Lê An;a@b.example;;CLERK;;;/le.ba;Lê Ba;A@b.example;;CLERK;;; ! person.email-taken  ! email
            le.an;Lê An;;Phòng Lạ;CLERK;;;                           ! import.row-unit-unknown        ! unit
            le.an;Lê An;;;;;;                                        ! import.row-value-invalid       ! roles
            le.an;Lê An;;;CHỦ TỊCH;;;                                ! import.row-value-invalid       ! roles
            le.an;Lê An;;;INTEGRATOR;;;                              ! membership.role-not-for-people !
            Lê An;Lê An;;;CLERK;;;                                   ! import.row-value-invalid       ! account_name
            le.an;1;;;CLERK;;;                                       ! import.row-value-invalid       ! name
            le.an;Lê An;thư;;CLERK;;;                                ! import.row-value-invalid       ! email
            le.an;Lê An;;;CLERK;;hôm nay;                            ! import.row-value-invalid       ! valid_from
            le.an;Lê An;;;CLERK;;;sau này                            ! import.row-value-invalid       ! valid_to
            le.an;Lê An;;;CLERK;;2026-12-01;2026-11-30               ! membership.ends-before-it-begins !
            le.an;Lê An;;;CLERK;;2024-12-01;                         ! directory.not-valid-then       !
            le.an;Lê An;;;CLERK;=1+1;;                               ! import.row-cell-unsafe         ! position
            khoa.roi;Người Khóa;;Văn phòng;CLERK;;;                  ! person.disabled                !
            noi.khac;Tên Mới;;Văn phòng;CLERK;;;                     ! person.also-elsewhere          ! name
            quan.tri;Đỗ Mai;;;CLERK;;;                               ! import.row-own-administration  ! roles
            quan.tri;Đỗ Mai;;;ADMIN;;;2026-12-31                     ! import.row-own-administration  ! roles
            """)
    void wrongRowsSayWhatIsWrongAndWhere(String rows, String problem, String column) {
        var disabled = new PersonFile(
                new Person(UUID.randomUUID(), "khoa.roi", null, "Người Khóa", null, false),
                List.of(Posts.with(mai.posts().getFirst(), mai.person(), false)));
        var elsewhere = person("noi.khac", OFFICE, Role.CLERK);
        var known = new PeopleImport.Known(
                COMMUNE,
                admin.person().id(),
                TODAY,
                PLACES,
                List.of(admin, mai, disabled, elsewhere, person("quan.tri.hai", null, Role.ADMIN)),
                new TreeSet<>(List.of("co.nguoi")),
                new TreeSet<>(List.of("co@xa.example")),
                new TreeSet<>(List.of(elsewhere.person().id())));

        var plan = plan(known, rows.strip().replace('/', '\n') + "\n");

        assertThat(plan.lines().inOrder())
                .filteredOn(it -> it.effect() == ImportEffect.ERROR)
                .hasSize(1)
                .allSatisfy(it -> {
                    assertThat(it.problem()).isEqualTo(problem);
                    assertThat(it.column()).isEqualTo(column);
                });
    }

    @Test
    void lastAdministratorsAreNotTakenAwayFromAboveEither() {
        var second = person("quan.tri.hai", ECONOMY, Role.ADMIN);
        var both = "quan.tri;Đỗ Mai;;;CLERK;;;\nquan.tri.hai;Đỗ Mai;;Phòng Kinh tế;ADMIN;;;2026-12-31\n";
        var fromAbove = known(List.of(admin, second), UUID.randomUUID());

        assertThat(plan(fromAbove, both).lines().inOrder())
                .extracting(ImportLine::problem)
                .containsExactly(null, "membership.last-administrator");
        assertThat(plan(fromAbove, both.lines().findFirst().orElseThrow() + "\n")
                        .lines()
                        .count(ImportEffect.CHANGE))
                .isOne();
        assertThat(plan(fromAbove, both + "le.an;Lê An;;;ADMIN;;2027-01-01;\n")
                        .lines()
                        .count(ImportEffect.ERROR))
                .isZero();
    }

    @Test
    void emptyAddressTakesTheAddressAwayAndTheOwnOneIsNotTaken() {
        var person = new Person(UUID.randomUUID(), "co.thu", null, "Có Thư", "co@xa.example", true);
        var file = new PersonFile(person, List.of(Posts.with(mai.posts().getFirst(), person)));
        var known = new PeopleImport.Known(
                COMMUNE,
                admin.person().id(),
                TODAY,
                PLACES,
                List.of(admin, file),
                new TreeSet<>(List.of("co.thu")),
                new TreeSet<>(List.of("co@xa.example")),
                new TreeSet<>());

        assertThat(plan(known, "co.thu;Có Thư;co@xa.example;Văn phòng;SPECIALIST;;;\n")
                        .steps())
                .isEmpty();
        assertThat(plan(known, "co.thu;Có Thư;;Văn phòng;SPECIALIST;;;\n").steps())
                .containsExactly(
                        new PeopleStep.ChangeOf(new Person(person.id(), "co.thu", null, "Có Thư", null, true)));
    }

    @Test
    void sampleOfTheGuideIsTaken() throws IOException {
        var units = Files.readAllLines(Path.of("../deploy/seed/units-sample.csv")).stream()
                .skip(1)
                .map(it -> it.split(";", -1))
                .map(it -> unit(UUID.randomUUID(), it[0], List.of(it[2].split("\\|")), SINCE))
                .toList();
        var known = new PeopleImport.Known(
                COMMUNE,
                admin.person().id(),
                TODAY,
                Places.of(ORGANIZATION, units),
                List.of(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>());

        var sample = Files.readString(Path.of("../deploy/seed/people-sample.csv"));
        assertThat(plan(known, sample.substring(sample.indexOf('\n') + 1))
                        .lines()
                        .inOrder())
                .hasSize(5)
                .extracting(ImportLine::effect)
                .containsOnly(ImportEffect.ADD);
    }

    private PeopleImport plan(String rows) {
        return plan(List.of(admin, mai), rows);
    }

    private PeopleImport plan(List<PersonFile> people, String rows) {
        return plan(known(people, admin.person().id()), rows);
    }

    private static PeopleImport.Known known(List<PersonFile> people, UUID callerId) {
        return new PeopleImport.Known(
                COMMUNE,
                callerId,
                TODAY,
                PLACES,
                new ArrayList<>(people),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>());
    }

    private static PeopleImport plan(PeopleImport.Known known, String rows) {
        var read = CsvFile.read(
                (HEADER + rows).getBytes(StandardCharsets.UTF_8), PeopleImport.COLUMNS, PeopleImport.MAXIMUM_ROWS);
        return PeopleImport.plan(read, known, UUID::randomUUID, VALIDATOR);
    }

    private static PersonFile person(String account, @Nullable UUID unit, Role... roles) {
        var person = new Person(UUID.randomUUID(), account, null, "Đỗ Mai", null, true);
        MembershipRecorded post =
                Posts.of(person, COMMUNE, UUID.randomUUID(), new Posts.Terms(unit, List.of(roles), null, SINCE, null));
        return new PersonFile(person, List.of(post));
    }

    private static UnitRecorded unit(UUID id, String name, List<String> aliases, LocalDate since) {
        return new UnitRecorded(COMMUNE, id, name, aliases, UnitKind.OFFICE, null, null, List.of(), since, null);
    }
}
