package vn.lantoa.plan.directory;

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
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.UnitKind;
import vn.lantoa.plan.csv.CsvFile;
import vn.lantoa.plan.csv.ImportEffect;
import vn.lantoa.plan.csv.ImportLine;

class UnitImportTest {

    private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();
    private static final Validator VALIDATOR = VALIDATORS.getValidator();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);
    private static final String HEADER = "name;kind;aliases;email;represents;members;valid_from\n";
    private static final String FILE = HEADER
            + "Các phòng;GROUP;Các phòng, ban;;;Phòng Kinh tế|Văn phòng;\n"
            + "Phòng Kinh tế;DEPARTMENT;P. KT|Phòng KT;kinhte@xa-thu.example;;;2025-07-01\n"
            + "Mặt trận xã;FATHERLAND_FRONT;;;mttq-xa-thu;;\n";

    private final OrganizationHistory commune =
            organization("xa-thu", OrganizationKind.PEOPLE_COMMITTEE, "91001", "000.00.01.H91");
    private final OrganizationHistory front =
            organization("mttq-xa-thu", OrganizationKind.FATHERLAND_FRONT, null, null);
    private final UnitHistory office = unit("Văn phòng", UnitKind.OFFICE, SINCE);
    private final UnitHistory group = unit("Nhóm cũ", UnitKind.GROUP, SINCE);

    @AfterAll
    static void close() {
        VALIDATORS.close();
    }

    @Test
    void unitsAreAddedAndMembersNeedNotStandBeforeTheirGroup() {
        var plan = plan(FILE, List.of(office, group));

        assertThat(plan.lines().inOrder())
                .extracting(ImportLine::effect)
                .containsExactly(ImportEffect.ADD, ImportEffect.ADD, ImportEffect.ADD);
        var economy = named(plan, "Phòng Kinh tế");
        assertThat(economy.aliases()).containsExactly("P. KT", "Phòng KT");
        assertThat(economy.email()).isEqualTo("kinhte@xa-thu.example");
        assertThat(named(plan, "Mặt trận xã").representsOrganizationId()).isEqualTo(front.id());
        assertThat(named(plan, "Các phòng").memberUnitIds())
                .containsExactly(
                        plan.changed().stream()
                                .filter(it -> it.kind() == UnitKind.DEPARTMENT)
                                .findFirst()
                                .orElseThrow()
                                .id(),
                        office.id());
        assertThat(plan.changed()).allMatch(plan::isAdded);
    }

    @Test
    void sameFileTwiceChangesNothing() {
        var known = new ArrayList<>(List.of(office, group));
        known.addAll(plan(FILE, known).changed());

        var second = plan(FILE.replace("Phòng Kinh tế;", "PHÒNG kinh tế;"), known);
        assertThat(second.lines().count(ImportEffect.CHANGE)).isOne(); // its name is written otherwise
        assertThat(plan(FILE, known).lines().count(ImportEffect.NOTHING)).isEqualTo(3);
        assertThat(plan(FILE, known).changed()).isEmpty();
    }

    @Test
    void whatBeginsLaterIsKnownAndAskedForOnce() {
        var later = HEADER + "Phòng Mới;DEPARTMENT;;;;;2027-01-01\n";
        var made = plan(later, List.of(office)).changed();

        assertThat(plan(later, made).lines().count(ImportEffect.NOTHING)).isOne();
        assertThat(plan(later.replace("2027-01-01", ""), made).lines().count(ImportEffect.NOTHING))
                .isOne();

        var change = HEADER + "Phòng Mới;DEPARTMENT;P. Mới;;;;2027-03-01\n";
        var changed = plan(change, made).changed();
        assertThat(changed.getFirst().timeline().entries()).hasSize(2);
        assertThat(plan(change, changed).lines().count(ImportEffect.NOTHING)).isOne();
    }

    @Test
    void changeBeginsTodayAtTheEarliestAndKeepsWhatWas() {
        var plan = plan(HEADER + "văn phòng;OFFICE;VP;;;;2025-07-01\n", List.of(office));

        assertThat(plan.lines().count(ImportEffect.CHANGE)).isOne();
        var changed = plan.changed().getFirst();
        assertThat(changed.id()).isEqualTo(office.id());
        assertThat(plan.isAdded(changed)).isFalse();
        assertThat(changed.timeline().on(TODAY.minusDays(1)).orElseThrow().aliases())
                .isEmpty();
        assertThat(changed.timeline().on(TODAY).orElseThrow().aliases()).containsExactly("VP");
    }

    @Test
    void whatHasEndedIsAnotherUnit() {
        var ended = office.with(office.timeline().endAfter(TODAY.minusDays(1)));

        var plan = plan(HEADER + "Văn phòng;OFFICE;;;;;\n", List.of(ended));

        assertThat(plan.lines().count(ImportEffect.ADD)).isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            Phòng A;DEPARTMENT;;;;;/phòng a;DEPARTMENT;;;;;         ! import.row-duplicate           ! name
            Nhóm;GROUP;;;;Phòng Lạ;                                 ! import.row-member-unknown      ! members
            Nhóm;GROUP;;;;Nhóm cũ;                                  ! import.row-member-is-group     ! members
            Nhóm;GROUP;;;;Nhóm;                                     ! import.row-member-is-group     ! members
            Nhóm;GROUP;;;;Nhóm B;/Nhóm B;GROUP;;;;Nhóm;             ! import.row-member-is-group     ! members
            Phòng A;DEPARTMENT;;;;Văn phòng;                        ! unit.members-only-in-group     !
            Nhóm;GROUP;;;;Phòng A;/Phòng A;DEPARTMENT;;;;;2027-01-01! unit.members-unknown           !
            Phòng A;PHÒNG;;;;;                                      ! import.row-value-invalid       ! kind
            Phòng A;DEPARTMENT;;không phải thư;;;                   ! import.row-value-invalid       ! email
            ;DEPARTMENT;;;;;                                        ! import.row-value-invalid       ! name
            Phòng A;DEPARTMENT;;;;;15/12/2026                       ! import.row-value-invalid       ! valid_from
            Phòng A;DEPARTMENT;;;77777;;                            ! import.row-organization-unknown! represents
            Phòng A;DEPARTMENT;=1+1;;;;                             ! import.row-cell-unsafe         ! aliases
            Văn phòng;DEPARTMENT;;;;;                               ! import.row-kind-changed        ! kind
            Phòng A;DEPARTMENT;;;;;2024-01-01                       ! directory.not-valid-then       !
            Phòng A;DEPARTMENT;;;;;1066-01-01                       ! directory.day-impossible       !
            """)
    void wrongRowsSayWhatIsWrongAndWhere(String rows, String problem, String column) {
        var plan = plan(
                HEADER + rows.strip().replace('/', '\n').replace("15\n12\n2026", "15/12/2026") + "\n",
                List.of(office, group));

        assertThat(plan.lines().inOrder())
                .filteredOn(it -> it.effect() == ImportEffect.ERROR)
                .isNotEmpty()
                .allSatisfy(it -> {
                    assertThat(it.problem()).isEqualTo(problem);
                    assertThat(it.column()).isEqualTo(column);
                });
    }

    @Test
    void overlongNameIsRefused() {
        var plan = plan(HEADER + "x".repeat(301) + ";OFFICE;;;;;\n", List.of());

        assertThat(plan.lines().inOrder().getFirst().column()).isEqualTo("name");
        assertThat(plan.changed()).isEmpty();
    }

    @Test
    void organizationIsNamedByEitherCode() {
        var rows = HEADER + "A;PEOPLE_COMMITTEE;;;91001;;\nB;PEOPLE_COMMITTEE;;;000.00.01.H91;;\n";

        assertThat(plan(rows, List.of()).changed()).allSatisfy(it -> assertThat(
                        it.timeline().on(TODAY).orElseThrow().representsOrganizationId())
                .isEqualTo(commune.id()));
    }

    @Test
    void sampleOfTheGuideIsTaken() throws IOException {
        var sample =
                Files.readString(Path.of("../deploy/seed/units-sample.csv")).replace("mttq-xa-may-ha", "mttq-xa-thu");

        assertThat(plan(sample, List.of()).lines().inOrder())
                .hasSize(5)
                .extracting(ImportLine::effect)
                .containsOnly(ImportEffect.ADD);
    }

    @Test
    void unitStandsForNoOrganizationOfAnotherPlace() {
        var stranger = organization("xa-la", OrganizationKind.PEOPLE_COMMITTEE, "92001", null);
        var rows = CsvFile.read(
                (HEADER + "Xã lạ;DEPARTMENT;;;xa-la;;\n").getBytes(StandardCharsets.UTF_8),
                UnitImport.COLUMNS,
                UnitImport.MAXIMUM_ROWS);

        var plan = UnitImport.plan(
                rows,
                new UnitImport.Known(commune, List.of(), List.of(commune, stranger), TODAY),
                UUID::randomUUID,
                VALIDATOR);

        assertThat(plan.lines().inOrder())
                .extracting(ImportLine::problem)
                .containsExactly("import.row-organization-unknown");
    }

    private UnitImport plan(String file, List<UnitHistory> units) {
        var rows = CsvFile.read(file.getBytes(StandardCharsets.UTF_8), UnitImport.COLUMNS, UnitImport.MAXIMUM_ROWS);
        return UnitImport.plan(
                rows,
                new UnitImport.Known(commune, units, List.of(commune, front), TODAY),
                UUID::randomUUID,
                VALIDATOR);
    }

    private static UnitHistory.State named(UnitImport plan, String name) {
        return plan.changed().stream()
                .map(it -> it.timeline().nearest(TODAY))
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static OrganizationHistory organization(String alias, OrganizationKind kind, String code, String agency) {
        return new OrganizationHistory(
                UUID.randomUUID(),
                alias,
                kind,
                OrganizationLevel.COMMUNE,
                Timeline.since(SINCE, new OrganizationHistory.State("UBND xã Thử", null, code, agency, null)),
                List.of(),
                List.of());
    }

    private UnitHistory unit(String name, UnitKind kind, LocalDate since) {
        return new UnitHistory(
                UUID.randomUUID(),
                commune.id(),
                kind,
                Timeline.since(since, new UnitHistory.State(name, List.of(), null, null, List.of())),
                List.of(),
                List.of());
    }
}
