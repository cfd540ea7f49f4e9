package vn.lantoa.plan.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.csv.CsvFile;
import vn.lantoa.plan.csv.CsvRow;
import vn.lantoa.plan.csv.ImportEffect;
import vn.lantoa.plan.csv.ImportLine;

class OrganizationImportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final String HEADER = "code;agency_code;parent_code;alias;name;kind;level;population;valid_from\n";
    private static final String PROVINCE =
            "91;000.00.00.H91;;tinh-thu;UBND tỉnh Thử;PEOPLE_COMMITTEE;CITY;900000;2026-12-01\n";
    private static final String COMMUNE = "91001;;91;xa-thu;UBND xã Thử;PEOPLE_COMMITTEE;COMMUNE;12000;2026-12-01\n";
    private static final OrganizationHistory ROOT = new OrganizationHistory(
            UUID.randomUUID(),
            "trung-uong",
            OrganizationKind.CENTRAL_BODY,
            OrganizationLevel.NATIONAL,
            Timeline.since(
                    LocalDate.of(2025, 7, 1), new OrganizationHistory.State("Trung ương", null, null, null, null)),
            List.of(),
            List.of());

    @Test
    void parentsMayFollowTheirChildrenAndComeFirstInWhatIsWritten() {
        var plan = plan(HEADER + COMMUNE + PROVINCE, List.of(ROOT));

        assertThat(plan.lines().inOrder())
                .extracting(ImportLine::effect)
                .containsExactly(ImportEffect.ADD, ImportEffect.ADD);
        assertThat(plan.changed()).extracting(OrganizationHistory::alias).containsExactly("tinh-thu", "xa-thu");
    }

    @Test
    void sameFileTwiceChangesNothing() {
        var first = plan(HEADER + PROVINCE + COMMUNE, List.of(ROOT));
        var known = new ArrayList<>(first.changed());
        known.add(ROOT);

        var second = plan(HEADER + PROVINCE + COMMUNE, known);

        assertThat(second.lines().count(ImportEffect.NOTHING)).isEqualTo(2);
        assertThat(second.changed()).isEmpty();
    }

    @Test
    void differenceIsAChangeFromItsDay() {
        var first = plan(HEADER + PROVINCE, List.of(ROOT));
        var known = new ArrayList<>(first.changed());
        known.add(ROOT);

        var second = plan(HEADER + PROVINCE.replace("900000;2026-12-01", "910000;2027-01-01"), known);

        assertThat(second.lines().count(ImportEffect.CHANGE)).isOne();
        var timeline = second.changed().getFirst().timeline();
        assertThat(timeline.on(LocalDate.of(2026, 12, 31)).orElseThrow().population())
                .isEqualTo(900_000);
        assertThat(timeline.on(LocalDate.of(2027, 1, 1)).orElseThrow().population())
                .isEqualTo(910_000);
    }

    @Test
    void changeOfALaterDayIsAskedForOnce() {
        var known = new ArrayList<>(plan(HEADER + PROVINCE, List.of(ROOT)).changed());
        known.add(ROOT);
        var later = HEADER + PROVINCE.replace("900000;2026-12-01", "910000;2027-01-01");
        var changed = new ArrayList<>(plan(later, known).changed());
        changed.add(ROOT);

        assertThat(plan(later, changed).lines().count(ImportEffect.NOTHING)).isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            91;;;a1;Tên;PEOPLE_COMMITTEE;CITY;;/91;;;a2;Tên;PEOPLE_COMMITTEE;CITY;;           | import.row-duplicate
            91;;92;a1;Tên;PEOPLE_COMMITTEE;CITY;;/92;;91;a2;Tên;PEOPLE_COMMITTEE;CITY;;       | import.row-parent-cyclic
            91;;91;a1;Tên;PEOPLE_COMMITTEE;CITY;;                                             | import.row-parent-cyclic
            91001;;77;a1;Tên;PEOPLE_COMMITTEE;COMMUNE;;                                       | import.row-parent-unknown
            91;;;a1;=HYPERLINK("x");PEOPLE_COMMITTEE;CITY;;                                   | import.row-cell-unsafe
            ;;;a1;Tên;PEOPLE_COMMITTEE;CITY;;                                                 | import.row-code-missing
            91;;;a1;Tên;SỞ;CITY;;                                                             | import.row-value-invalid
            91;;;a1;Tên;PEOPLE_COMMITTEE;CITY;;31/12/2026                                     | import.row-value-invalid
            911;;;a1;Tên;PEOPLE_COMMITTEE;CITY;;                                              | import.row-value-invalid
            91;;;trung-uong;Tên;PEOPLE_COMMITTEE;CITY;;                                       | organization.alias-taken
            """)
    void wrongRowsSayWhatIsWrong(String rows, String problem) {
        var plan = plan(HEADER + rows.replace("/9", "\n9").replace("\"x\"", "x") + "\n", List.of(ROOT));

        assertThat(plan.lines().inOrder()).extracting(ImportLine::problem).contains(problem);
    }

    /** As for a single organization: the tree has no circle through the directory, levels in order, and parents that exist. */
    @Test
    void rowsAreHeldAgainstTheTreeThatIsKnown() {
        var upper = organization("91001", "xa-tren", OrganizationLevel.COMMUNE, ROOT.id(), TODAY.minusDays(9));
        var lower = organization("91002", "xa-duoi", OrganizationLevel.COMMUNE, upper.id(), TODAY.minusDays(9));
        var later = organization("92", "tinh-sau", OrganizationLevel.CITY, ROOT.id(), TODAY.plusDays(9));
        var known = List.of(ROOT, upper, lower, later);

        assertRefused("91001;;91002;xa-tren;Tên;PEOPLE_COMMITTEE;COMMUNE;;", known, "organization.parent-cyclic");
        assertRefused("93;;91001;tinh-moi;Tên;PEOPLE_COMMITTEE;CITY;;", known, "organization.parent-too-low");
        assertRefused("93001;;92;xa-moi;Tên;PEOPLE_COMMITTEE;COMMUNE;;", known, "organization.parent-not-valid");
        assertRefused("91002;;92;xa-duoi;Tên;PEOPLE_COMMITTEE;COMMUNE;;", known, "organization.parent-not-valid");
        assertThat(plan(HEADER + "91002;;92;xa-duoi;Tên;PEOPLE_COMMITTEE;COMMUNE;;" + TODAY.plusDays(9) + "\n", known)
                        .lines()
                        .count(ImportEffect.CHANGE))
                .isOne();
    }

    private static void assertRefused(String row, List<OrganizationHistory> known, String problem) {
        assertThat(plan(HEADER + row + "\n", known).lines().inOrder())
                .extracting(ImportLine::problem, ImportLine::column)
                .containsExactly(tuple(problem, "parent_code"));
    }

    private static OrganizationHistory organization(
            String code, String alias, OrganizationLevel level, UUID parent, LocalDate since) {
        return new OrganizationHistory(
                UUID.randomUUID(),
                alias,
                OrganizationKind.PEOPLE_COMMITTEE,
                level,
                Timeline.since(since, new OrganizationHistory.State("Tên cũ", parent, code, null, null)),
                List.of(),
                List.of());
    }

    @Test
    void overlongCellIsRefused() {
        var plan = plan(HEADER + PROVINCE.replace("tỉnh Thử", "x".repeat(1001)), List.of(ROOT));

        assertThat(plan.lines().inOrder().getFirst().problem()).isEqualTo("import.row-cell-unsafe");
    }

    @Test
    void bomAndCommaAreTaken() {
        var file = ("\uFEFF" + HEADER + PROVINCE).replace(';', ',').getBytes(StandardCharsets.UTF_8);

        assertThat(read(file)).hasSize(1);
    }

    @Test
    void otherEncodingsAreRefusedByName() {
        refused((HEADER + PROVINCE).getBytes(StandardCharsets.UTF_16), "import.encoding");
        refused((HEADER + PROVINCE).getBytes(StandardCharsets.UTF_16LE), "import.encoding");
        refused((HEADER + "91;;;a;Ti\u00f1n").getBytes(Charset.forName("windows-1252")), "import.encoding");
        refused(
                (HEADER + PROVINCE.replace("tỉnh Thử", "tØnh Thö ®iÓm")).getBytes(StandardCharsets.UTF_8),
                "import.encoding");
        refused(
                (HEADER + PROVINCE.replace("tỉnh Thử", "ñoàng baèng xaõ aû ñöôøng taøi"))
                        .getBytes(StandardCharsets.UTF_8),
                "import.encoding");
    }

    @Test
    void brokenFilesAreRefusedAsAWhole() {
        refused("a;b\n1;2\n".getBytes(StandardCharsets.UTF_8), "import.header");
        refused(new byte[0], "import.header");
        refused((HEADER + "91;\"không đóng").getBytes(StandardCharsets.UTF_8), "import.unreadable");
        refused((HEADER + "91;thiếu cột\n").getBytes(StandardCharsets.UTF_8), "import.unreadable");
        refused((HEADER + PROVINCE.repeat(20_001)).getBytes(StandardCharsets.UTF_8), "import.too-large");
        refused(new byte[6 * 1024 * 1024], "import.too-large");
    }

    /** 34 provinces and 3,321 communes, all invented, in one file. */
    static String wholeCountry(String prefix) {
        var text = new StringBuilder(HEADER);
        for (int province = 0; province < 34; province++) {
            var code = String.format("%02d", province + 1);
            text.append("%s;000.00.00.%s%s;;%stinh-%s;Ủy ban nhân dân tỉnh Số %s;PEOPLE_COMMITTEE;CITY;1500000;\n"
                    .formatted(code, prefix.isEmpty() ? "H" : "G", code, prefix, code, code));
        }
        for (int commune = 0; commune < 3321; commune++) {
            var code = String.format("%05d", 10_001 + commune);
            text.append("%s;;%02d;%sxa-%s;Ủy ban nhân dân xã Số %s;PEOPLE_COMMITTEE;COMMUNE;18000;\n"
                    .formatted(code, commune % 34 + 1, prefix, code, code));
        }
        return text.toString();
    }

    @Test
    void wholeCountryIsPlannedInOneFile() {
        assertThat(plan(wholeCountry(""), List.of(ROOT)).lines().count(ImportEffect.ADD))
                .isEqualTo(3355);
    }

    private static OrganizationImport plan(String file, List<OrganizationHistory> known) {
        var rows = read(file.getBytes(StandardCharsets.UTF_8));
        var managed = new HashSet<UUID>();
        known.forEach(it -> managed.add(it.id()));
        return OrganizationImport.plan(rows, ROOT, Set.copyOf(managed), known, TODAY, UUID::randomUUID);
    }

    private static List<CsvRow> read(byte[] file) {
        return CsvFile.read(file, OrganizationImport.COLUMNS, OrganizationImport.MAXIMUM_ROWS);
    }

    private static void refused(byte[] file, String code) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(Problem.class, it -> assertThat(it.code())
                .isEqualTo(code));
    }
}
