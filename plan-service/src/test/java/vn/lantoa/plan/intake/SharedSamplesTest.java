package vn.lantoa.plan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import vn.lantoa.plan.intake.ExtractedPlan.Mode;

/**
 * Three real, public plans against what a perfect reading of each yields. They are not part of the repository: where
 * they are missing these tests are skipped.
 */
class SharedSamplesTest {
    private static final Path FOLDER = Path.of("..", "..", "shared", "documents");
    private static final String NAM_CUONG = "ke-hoach-xa-nam-cuong";
    private static final String HA_BAC = "ke-hoach-95-xa-ha-bac";
    private static final String KIM_THANH = "ke-hoach-43-mttq-xa-kim-thanh";

    private ExtractedPlan plan;
    private Map<String, Object> expected;

    private void read(String name) {
        var file = FOLDER.resolve(name + ".txt");
        assumeTrue(Files.isReadable(file), () -> "no shared sample documents at " + FOLDER);
        try (var yaml = Files.newBufferedReader(FOLDER.resolve("expected").resolve(name + ".yaml"))) {
            var text = new PlanDocumentReader(IntakeLimits.defaults()).read(file, "text/plain");
            plan = new PlanReader().read(text);
            expected = yaml().load(yaml);
            Spans.check(plan, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Dates stay words: some have no day. */
    private static Yaml yaml() {
        var loading = new LoaderOptions();
        var dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, new Resolver() {
            @Override
            public void addImplicitResolver(Tag tag, java.util.regex.Pattern regexp, String first, int limit) {
                if (!tag.equals(Tag.TIMESTAMP)) {
                    super.addImplicitResolver(tag, regexp, first, limit);
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {NAM_CUONG, HA_BAC, KIM_THANH})
    void letterhead(String name) {
        read(name);
        var document = map(expected, "document");
        var head = plan.document();

        assertThat(head.type()).hasToString(text(document, "type"));
        assertThat(head.number()).isEqualTo(text(document, "number"));
        assertThat(head.symbol()).isEqualTo(text(document, "symbol"));
        assertThat(head.place()).isEqualTo(text(document, "place"));
        assertThat(head.date()).hasToString(text(document, "date"));
        assertThat(head.issuerState().name()).isEqualToIgnoringCase(text(document, "issuer_state"));
        assertThat(sameBody(head.issuer())).isEqualTo(sameBody(text(document, "issuer")));
        assertThat(plan.subject().text()).isEqualTo(text(expected, "subject"));
    }

    @ParameterizedTest
    @ValueSource(strings = {NAM_CUONG, HA_BAC, KIM_THANH})
    void citedDocuments(String name) {
        read(name);

        assertThat(plan.legalBases().stream().map(it -> it.number() + " " + it.date()))
                .containsExactlyElementsOf(list(expected, "legal_bases").stream()
                        .map(it -> text(it, "full") + " " + text(it, "date"))
                        .toList());
        assertThat(plan.mentioned().stream().map(it -> it.number() + " " + it.date() + " " + it.issuer()))
                .containsExactlyElementsOf(list(expected, "mentioned").stream()
                        .filter(it -> it.get("full") != null)
                        .map(it -> text(it, "full") + " " + text(it, "date") + " " + text(it, "issuer"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {NAM_CUONG, HA_BAC, KIM_THANH})
    void purposesAndGoals(String name) {
        read(name);
        var counts = map(expected, "counts");

        assertThat(plan.purposes()).hasSize((int) counts.get("purposes"));
        assertThat(plan.requirements()).hasSize((int) counts.get("requirements"));
        ((Map<?, ?>) expected.get("qualitative_goals")).forEach((year, goals) -> {
            for (var goal : (List<?>) goals) {
                assertThat(plan.qualitativeGoals())
                        .as("%s: %s", year, goal)
                        .anyMatch(it -> Objects.equals(it.year(), Integer.valueOf(String.valueOf(year)))
                                && it.text().contains(String.valueOf(goal)));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {NAM_CUONG, HA_BAC, KIM_THANH})
    void targets(String name) {
        read(name);
        var printed = list(expected, "kpis").stream()
                .filter(it -> !Boolean.TRUE.equals(it.get("derived")))
                .toList();

        assertThat(plan.indicators().stream()
                        .flatMap(it -> it.targets().stream())
                        .map(it -> "%s %s %s %s %s"
                                .formatted(
                                        it.year(),
                                        it.comparator().symbol(),
                                        it.value().stripTrailingZeros().toPlainString(),
                                        it.unit(),
                                        it.aspirational())))
                .containsExactlyInAnyOrderElementsOf(printed.stream()
                        .map(it -> "%s %s %s %s %s"
                                .formatted(
                                        it.get("year"),
                                        it.get("op"),
                                        it.get("value"),
                                        it.get("unit"),
                                        Boolean.TRUE.equals(it.get("aspirational"))))
                        .toList());
        printed.stream().filter(it -> it.get("denominator") != null).forEach(it -> assertThat(plan.indicators())
                .extracting(ExtractedPlan.Indicator::denominator)
                .contains(text(it, "denominator")));
    }

    @ParameterizedTest
    @ValueSource(strings = {NAM_CUONG, HA_BAC, KIM_THANH})
    void unitDuties(String name) {
        read(name);
        var units = list(expected, "units");

        assertThat(plan.unitDuties()).hasSameSizeAs(units);
        for (int i = 0; i < units.size(); i++) {
            var duty = plan.unitDuties().get(i);
            var unit = units.get(i);
            if (unit.get("mode") != null) {
                assertThat(duty.mode().name()).isEqualToIgnoringCase(text(unit, "mode"));
            }
            if (unit.get("as_written") != null) {
                assertThat(duty.asWritten() + ":")
                        .startsWith(text(unit, "as_written").replaceFirst(":$", ""));
            } else {
                assertThat(duty.units()).hasSize(text(unit, "unit").split(";").length);
            }
            assertThat(duty.overallLead()).isEqualTo(Boolean.TRUE.equals(unit.get("overall_lead")));
            var opening =
                    ((List<?>) unit.get("duties")).stream().map(String::valueOf).toList();
            assertThat(duty.duties()).hasSameSizeAs(opening);
            for (int k = 0; k < opening.size(); k++) {
                assertThat(duty.duties().get(k).text()).startsWith(opening.get(k));
                assertThat(duty.duties().get(k).schedule()).isNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {NAM_CUONG, HA_BAC, KIM_THANH})
    void reports(String name) {
        read(name);
        var reports = list(expected, "reporting");

        assertThat(plan.reportObligations()).hasSameSizeAs(reports);
        for (int i = 0; i < reports.size(); i++) {
            var report = plan.reportObligations().get(i);
            var wanted = reports.get(i);
            assertThat(report.kind().name()).isEqualToIgnoringCase(text(wanted, "kind"));
            if (wanted.get("freq") != null) {
                assertThat(report.frequency().name()).isEqualToIgnoringCase(text(wanted, "freq"));
            }
            assertThat(report.due().stream().map(it -> "before " + it.before()))
                    .containsExactlyElementsOf(dueDays(wanted));
            assertThat(report.words().toLowerCase(java.util.Locale.ROOT))
                    .contains(text(wanted, "words")
                            .toLowerCase(java.util.Locale.ROOT)
                            .split(" hoặc ", 2)[0]);
            assertThat(report.via()).isEqualTo(text(wanted, "via"));
            assertThat(report.to()).isEqualTo(receivers(wanted));
        }
    }

    private static List<String> dueDays(Map<String, Object> report) {
        var due = report.get("due");
        var days = due instanceof List<?> many ? many.stream() : Stream.ofNullable(due);
        return days.map(String::valueOf).filter(it -> it.startsWith("before")).toList();
    }

    private static List<String> receivers(Map<String, Object> report) {
        var to = report.get("to");
        return to instanceof List<?> many
                ? many.stream().map(String::valueOf).toList()
                : Stream.ofNullable(to).map(String::valueOf).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {NAM_CUONG, HA_BAC, KIM_THANH})
    void recipientsAndSigner(String name) {
        read(name);
        var signer = map(expected, "signer");

        assertThat(plan.recipients()).extracting(ExtractedPlan.Recipient::text).isEqualTo(expected.get("recipients"));
        assertThat(plan.recipients().getLast().archive()).isTrue();
        assertThat(plan.signer().mode()).hasToString(text(signer, "mode"));
        assertThat(plan.signer().position()).isEqualTo(text(signer, "position"));
        assertThat(plan.signer().name()).isEqualTo(text(signer, "name"));
        assertThat(plan.signer().onBehalfOf())
                .isEqualTo(text(signer, signer.containsKey("on_behalf") ? "on_behalf" : "on_behalf_of_position"));
        assertThat(plan.digitalSignatures()).isEmpty();
        assertThat(plan.budgetSources()).hasSize(((List<?>) expected.get("budget")).size());
    }

    @Test
    void namCuongHasElevenTasksOfWhichFourNameNoLead() {
        read(NAM_CUONG);
        var tasks = list(expected, "tasks");

        assertThat(plan.tasks()).hasSize(11).hasSameSizeAs(tasks);
        for (int i = 0; i < tasks.size(); i++) {
            var task = plan.tasks().get(i);
            var wanted = tasks.get(i);
            assertThat(task.number()).isEqualTo(text(wanted, "item"));
            assertThat(task.title()).startsWith(text(wanted, "text"));
            assertThat(task.mode()).isEqualTo(Mode.ASSIGN);
            assertThat(task.schedule().kind()).isEqualTo(Schedule.Kind.CONTINUOUS);
            assertThat(task.leadUnit() == null ? null : task.leadUnit().name()).isEqualTo(text(wanted, "lead"));
            assertThat(task.coordinatingUnits()).extracting(UnitMention::name).isEqualTo(names(wanted, "coordinating"));
            assertThat(task.implementingUnits()).extracting(UnitMention::name).isEqualTo(names(wanted, "implementers"));
            assertThat(task.schedule().yearlyDays().stream()
                            .map(it -> it.day().toString().substring(2) + " " + it.name()))
                    .containsExactlyElementsOf(names(wanted, "yearly_days"));
        }
        assertThat(plan.openQuestions())
                .filteredOn(it -> it.code().equals("ambiguous-lead"))
                .extracting(ExtractedPlan.OpenQuestion::field)
                .containsExactly("/tasks/0/leadUnit", "/tasks/1/leadUnit", "/tasks/2/leadUnit", "/tasks/3/leadUnit");
        assertThat(plan.openQuestions())
                .extracting(ExtractedPlan.OpenQuestion::field)
                .contains("/document/number", "/document/date");
        assertThat(plan.indicators())
                .as("one indicator repeated over three years is one")
                .hasSize(4);
        assertThat(rules()).contains("report-skips-tier", "task-without-lead", "group-name");
    }

    @Test
    void haBacHasNoTaskOfItsOwnButMessagesAndChannels() {
        read(HA_BAC);

        assertThat(plan.tasks()).isEmpty();
        assertThat(plan.solutions()).isEmpty();
        assertThat(plan.indicators()).hasSize(3).allMatch(ExtractedPlan.Indicator::communicationContent);
        map(expected, "content_items").forEach((number, items) -> assertThat(plan.contentItems())
                .filteredOn(it -> Objects.equals(it.number(), number))
                .singleElement()
                .satisfies(it -> assertThat(it.items())
                        .extracting(ExtractedPlan.SubItem::marker)
                        .isEqualTo(items)));
        assertThat(plan.channels())
                .extracting(ExtractedPlan.Channel::number)
                .containsExactlyElementsOf(map(expected, "channels").keySet());
        assertThat(plan.period().start()).hasToString(text(map(expected, "period"), "start"));
        assertThat(plan.period().end()).isNull();
        assertThat(plan.reportObligations().getFirst().onwardTo()).hasSize(1);
        assertThat(rules())
                .contains("conflicting-citation-date", "inconsistent-symbol", "abolished-tier", "start-before-issue");
    }

    @Test
    void kimThanhHasSolutionsInsteadOfTasks() {
        read(KIM_THANH);
        var solutions = map(expected, "tasks");

        assertThat(plan.tasks()).isEmpty();
        assertThat(plan.solutions()).hasSameSizeAs(solutions.keySet());
        int i = 0;
        for (var bullets : solutions.values()) {
            var items = plan.solutions().get(i++).items();
            assertThat(items).hasSize(((List<?>) bullets).size());
            for (int k = 0; k < items.size(); k++) {
                assertThat(items.get(k).text()).startsWith(String.valueOf(((List<?>) bullets).get(k)));
            }
        }
        assertThat(plan.openQuestions())
                .extracting(ExtractedPlan.OpenQuestion::field)
                .contains("/reportObligations/0/due", "/reportObligations/1/due", "/reportObligations/0/to");
        assertThat(rules()).contains("duplicate-section-number");
    }

    private List<String> rules() {
        return plan.findings().stream().map(ExtractedPlan.Finding::rule).toList();
    }

    /** The Front's committee is written in full or in short. */
    private static String sameBody(String name) {
        return Folding.fold(name).replace("mat tran to quoc", "mttq");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> from, String key) {
        return (Map<String, Object>) from.get(key);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> from, String key) {
        return from.get(key) == null ? List.of() : (List<Map<String, Object>>) from.get(key);
    }

    private static String text(Map<String, Object> from, String key) {
        return from.get(key) == null ? null : String.valueOf(from.get(key));
    }

    private static List<String> names(Map<String, Object> from, String key) {
        return from.get(key) == null
                ? List.of()
                : ((List<?>) from.get(key)).stream().map(String::valueOf).toList();
    }
}
