package vn.lantoa.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.lantoa.local.mainjob.People;
import vn.lantoa.local.mainjob.PlanJourney;
import vn.lantoa.local.mainjob.ReminderJourney;
import vn.lantoa.local.mainjob.ReportJourney;
import vn.lantoa.local.mainjob.WorkJourney;

/** The demo: one plan document goes the whole way, from the upload to the figure that the city pulls. */
final class DemoScenario {
    private static final String SAMPLE = "ke-hoach-xa-may-ha.txt";
    private static final int LINES = 5;

    private final PrintStream out;
    private final DemoSteps steps;
    private final Path document;
    private final People people;
    private final PlanJourney plans;
    private final WorkJourney work;
    private final ReminderJourney reminders;
    private final ReportJourney reports;

    private String planId;
    private JsonNode plan;
    private List<JsonNode> tasks;
    private List<JsonNode> indicators;
    private List<JsonNode> obligations;
    private JsonNode round;
    private JsonNode report;

    /** @param document the plan to take through the main job, or null for the one in the repository */
    DemoScenario(LocalSystem system, PrintStream out, @Nullable Path document) {
        this.out = out;
        this.steps = new DemoSteps(system, out);
        this.document = document;
        this.people = new People(system);
        this.plans = new PlanJourney(people);
        this.work = new WorkJourney(people);
        this.reminders = new ReminderJourney(system, people);
        this.reports = new ReportJourney(people);
    }

    void run() {
        steps.step(Part.PLAN_SERVICE, "A specialist of Xã Mây Hạ uploads the plan document", this::upload);
        steps.step(Part.PLAN_SERVICE, "She answers what the document leaves open", this::answer);
        steps.step(Part.PLAN_SERVICE, "Head submits, leader signs, clerk issues", this::issue);
        steps.step(Part.TASK_SERVICE, "The tasks are with their units", this::tasks);
        steps.step(Part.NOTIFICATION_SERVICE, "Reminders are planned in working days", this::forecast);
        steps.step(Part.NOTIFICATION_SERVICE, "The day of the first reminder comes", this::firstReminder);
        steps.step(Part.TASK_SERVICE, "A unit does a task, with evidence, and the leader accepts it", this::work);
        steps.step(Part.REPORTING_SERVICE, "The city opens a round of reports", this::openRound);
        steps.step(Part.REPORTING_SERVICE, "The commune's report fills itself and is sent", this::sendReport);
        steps.step(Part.REPORTING_SERVICE, "The city accepts it, and its own figure is there", this::rollup);
        steps.step(Part.REPORTING_SERVICE, "The city's data platform pulls reports and figures", this::pull);
        out.println();
        out.println("The main job is done.");
    }

    private DemoStep upload() throws IOException {
        plan = document == null ? uploadSample() : plans.upload(document);
        planId = plan.path("id").asText();
        var head = plan.path("document");
        var withLead = stream(plan.path("tasks"))
                .filter(it -> it.hasNonNull("leadUnit"))
                .count();
        var targets = stream(plan.path("indicators"))
                .mapToInt(it -> it.path("targets").size())
                .sum();
        var step = DemoStep.of(
                plan.path("subject").asText(),
                "number %s, symbol %s, date %s (%s), issuer %s (%s)"
                        .formatted(
                                shown(head.path("number")),
                                shown(head.path("symbol")),
                                shown(head.path("date")),
                                shown(head.path("dateWords")),
                                shown(head.path("issuer")),
                                head.path("issuerState").asText()),
                "%d tasks (%d name their lead), %d targets of %d indicators, %d duties of units, %d reporting duties"
                        .formatted(
                                plan.path("tasks").size(),
                                withLead,
                                targets,
                                plan.path("indicators").size(),
                                stream(plan.path("unitDuties"))
                                        .mapToInt(it -> it.path("duties").size())
                                        .sum(),
                                plan.path("reportObligations").size()),
                "%d open questions, of which %d must be answered before the plan can be submitted; %d findings"
                        .formatted(
                                plan.path("openQuestions").size(),
                                stream(plan.path("openQuestions"))
                                        .filter(it -> it.path("blocking").asBoolean())
                                        .count(),
                                plan.path("findings").size()));
        for (var finding : first(plan.path("findings"))) {
            step = step.and("  finding: " + finding.path("message").asText());
        }
        return step.seenAt(people.gateway() + "/api/v1/plans/" + planId);
    }

    private JsonNode uploadSample() throws IOException {
        var copy = Files.createTempDirectory("lantoa-demo").resolve(SAMPLE);
        try (InputStream sample = DemoScenario.class.getResourceAsStream("/sample/" + SAMPLE)) {
            Files.copy(sample, copy, StandardCopyOption.REPLACE_EXISTING);
            return plans.upload(copy);
        } finally {
            Files.deleteIfExists(copy);
            Files.delete(copy.getParent());
        }
    }

    private DemoStep answer() {
        var decisions = plans.answerOpenQuestions(planId);
        int made = plans.get(planId).path("tasks").isEmpty() ? plans.makeTasksOfDuties(planId) : 0;
        decisions.addAll(plans.answerOpenQuestions(planId));
        var step = DemoStep.of("questions answered: " + decisions.size());
        if (made > 0) {
            step = step.and(
                    "%d duties of units made into tasks; the first was given a day, %d days from now, by her decision"
                            .formatted(made, PlanJourney.DAYS_BY_DECISION));
        }
        for (var decision : decisions.subList(0, Math.min(LINES, decisions.size()))) {
            step = step.and("  " + decision);
        }
        return step;
    }

    private DemoStep issue() {
        plans.submit(planId);
        plans.approve(planId);
        plan = plans.promulgate(planId);
        return DemoStep.of("Issued as %s/%s on %s; in force from %s to %s."
                        .formatted(
                                plan.path("number").asText(),
                                plan.path("symbol").asText(),
                                plan.path("promulgatedOn").asText(),
                                plan.path("startsOn").asText(),
                                plan.path("endsOn").asText()))
                .seenAt(people.gateway() + "/api/v1/plans/" + planId + "/history");
    }

    private DemoStep tasks() {
        tasks = work.awaitTasks(planId, plan.path("tasks").size());
        var occurrences = work.occurrences(planId);
        var step = DemoStep.of(
                "%d tasks, and %d dated occurrences of continuous ones".formatted(tasks.size(), occurrences.size()));
        for (var task : tasks.subList(0, Math.min(LINES, tasks.size()))) {
            step = step.and("  %s %s: %s, %s%s"
                    .formatted(
                            task.path("mode").asText().equals("REQUEST") ? "asked of" : "assigned to",
                            task.path("leadUnit").path("name").asText(),
                            shortened(task.path("title").asText()),
                            task.path("schedule").path("words").asText().isBlank()
                                    ? "by decision"
                                    : task.path("schedule").path("words").asText(),
                            task.hasNonNull("deadline")
                                    ? " (last day "
                                            + task.path("deadline")
                                                    .path("lastDay")
                                                    .asText() + ")"
                                    : ""));
        }
        return step.seenAt(people.gateway() + "/api/v1/tasks?planId=" + planId);
    }

    private DemoStep forecast() {
        indicators = reports.awaitIndicators(planId, (int) stream(plan.path("indicators"))
                .filter(it -> !it.path("communicationContent").asBoolean()) // spoken of, not measured by this plan
                .filter(it -> !it.path("targets").isEmpty())
                .count());
        obligations = reports.awaitObligations(planId, (int) stream(plan.path("reportObligations"))
                .filter(it -> it.path("tracked").asBoolean())
                .filter(it -> it.hasNonNull("fromUnitId"))
                .count());
        if (subjects().isEmpty()) {
            return DemoStep.of("The plan names no day: nothing to remind of.");
        }
        var planned = reminders.awaitPlanned(subjects());
        var step = DemoStep.of(planned.size() + " reminders are planned for the next 400 days; the first:");
        for (var reminder : planned.subList(0, Math.min(LINES, planned.size()))) {
            step = step.and("  %s: %s, last day %s, to %s"
                    .formatted(
                            reminder.path("firesOn").asText(),
                            shortened(reminder.path("name").asText()),
                            reminder.path("lastDay").asText(),
                            recipients(reminder)));
        }
        return step.seenAt(people.gateway() + "/api/v1/notifications/forecast?days=400");
    }

    private DemoStep firstReminder() {
        var address = people.email(people.specialist()
                .get("/api/v1/me")
                .expect(200)
                .json()
                .path("personId")
                .asText());
        var told = tasks.isEmpty() ? DemoStep.of() : DemoStep.of("Every head was told at once of the new tasks.");
        var planned = subjects().isEmpty()
                ? List.<JsonNode>of()
                : reminders.planned(subjects()).stream()
                        .filter(it ->
                                it.path("recipients").path(0).path("email").asBoolean())
                        .toList();
        if (planned.isEmpty()) {
            return told.and("No reminder to " + address + " is planned.");
        }
        var first = planned.getFirst();
        var mail = reminders.letComeAndAwaitMail(first);
        return told.and("The clock of notification-service was moved to %s, 08:00, and back."
                        .formatted(first.path("firesOn").asText()))
                .and("E-mail over SMTP to %s: \"%s\""
                        .formatted(
                                mail.path("to").asText(), mail.path("subject").asText()))
                .seenAt("the mailbox (address below)");
    }

    private DemoStep work() throws IOException {
        var task = work.finishable(planId);
        if (task.isEmpty()) {
            return DemoStep.of("No task that a unit of the commune leads ends on a day: none can be finished yet.");
        }
        var done = work.finish(task.get());
        return DemoStep.of(
                        shortened(done.path("title").asText()),
                        "accepted, delegated, worked on, proved by a photo, handed in, accepted: %s, completed on %s, %s"
                                .formatted(
                                        done.path("state").asText(),
                                        done.path("completedOn").asText(),
                                        done.path("punctuality").asText()))
                .seenAt(people.gateway() + "/api/v1/tasks/" + done.path("id").asText());
    }

    private DemoStep openRound() {
        var duty = reports.nextDutyToTheCity(obligations);
        round = reports.openRound(duty, indicators, plan);
        return DemoStep.of(
                        duty.isPresent()
                                ? "from the commune's own reporting duty, due "
                                        + duty.get().path("dueOn").asText()
                                : "on demand: the plan owes the city no dated report",
                        "period %s: %s to %s"
                                .formatted(
                                        round.path("period")
                                                .asText(round.path("title").asText()),
                                        round.path("periodStart").asText(),
                                        round.path("periodEnd").asText()))
                .seenAt(people.gateway() + "/api/v1/report-rounds/"
                        + round.path("id").asText() + "/matrix");
    }

    private DemoStep sendReport() {
        int figures = reports.recordFigures(indicators, round);
        report = reports.prefill(round);
        var step = DemoStep.of(
                figures + " figures recorded, invented for this demo; filled in from figures and accepted work:");
        for (var line : stream(report.path("narrative")).limit(2 * LINES).toList()) {
            step = step.and("  " + line.asText());
        }
        report = reports.submitApproveAndSend(report.path("id").asText());
        return step.and("%s at %s, %s"
                        .formatted(
                                report.path("state").asText(),
                                report.path("sentAt").asText(),
                                report.path("late").asBoolean() ? "late" : "in time"))
                .seenAt(people.gateway() + "/api/v1/reports/"
                        + report.path("id").asText());
    }

    private DemoStep rollup() {
        reports.acceptByTheCity(report.path("id").asText());
        var step = DemoStep.of();
        for (var item : first(reports.rollup(round).path("items"))) {
            var coverage = item.path("coverage");
            step = step.and("  %s: %s %s = %s / %s, from %d of %d communes (%.0f%% of the inhabitants)"
                            .formatted(
                                    shortened(item.path("name").asText()),
                                    shown(item.path("value")),
                                    item.path("unit").asText(),
                                    shown(item.path("numerator")),
                                    shown(item.path("denominator")),
                                    coverage.path("reported").asInt(),
                                    coverage.path("expected").asInt(),
                                    coverage.path("populationShare").asDouble() * 100))
                    .and("    method: " + item.path("method").asText());
        }
        return step.seenAt(
                people.gateway() + "/api/v1/rollups?roundId=" + round.path("id").asText());
    }

    private DemoStep pull() {
        var json = reports.pull(round, "json");
        reports.pullAgain(round, "json", json);
        var csv = reports.pull(round, "csv");
        var rollup = reports.pullRollup(round);
        return DemoStep.of(
                        "reports as JSON: %d bytes, ETag %s; asked again: 304, nothing sent"
                                .formatted(json.body().length, json.header("ETag")),
                        "reports as CSV: %d lines; figures of the city as CSV: %d lines"
                                .formatted(
                                        csv.text().lines().count(),
                                        rollup.text().lines().count()))
                .seenAt(people.gateway() + "/api/v1/exports/reports?roundId="
                        + round.path("id").asText());
    }

    /** What reminders of this plan are about within the forecast: its dated tasks, and its duties to report. */
    private Set<String> subjects() {
        var dated = new ArrayList<>(tasks);
        dated.addAll(work.occurrences(planId));
        return reminders.subjects(dated, obligations);
    }

    private static String recipients(JsonNode reminder) {
        return String.join(
                ", ",
                stream(reminder.path("recipients"))
                        .map(it -> it.path("name").asText())
                        .toList());
    }

    private static List<JsonNode> first(JsonNode list) {
        return stream(list).limit(LINES).toList();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String shown(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "(blank)" : value.asText();
    }

    private static String shortened(String text) {
        return text.length() <= 70 ? text : text.substring(0, 69).strip() + "…";
    }
}
