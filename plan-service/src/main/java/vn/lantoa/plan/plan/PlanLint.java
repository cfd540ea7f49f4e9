package vn.lantoa.plan.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.plan.intake.AbolishedTiers;
import vn.lantoa.plan.intake.ExtractedPlan;
import vn.lantoa.plan.intake.Source;
import vn.lantoa.plan.lint.LintRule;

/**
 * Judges a plan as it stands now. What is odd about the words of the document was found when it was read, and stays as long as the
 * document is the same; what people complete is judged anew, so that what was answered is gone.
 */
final class PlanLint {

    /** Read once, and true of the document whatever became of its items. */
    private static final Set<LintRule> OF_THE_DOCUMENT = EnumSet.of(
            LintRule.CONFLICTING_CITATION_DATE,
            LintRule.INCONSISTENT_SYMBOL,
            LintRule.ABOLISHED_TIER,
            LintRule.DUPLICATE_SECTION_NUMBER,
            LintRule.START_BEFORE_ISSUE,
            LintRule.PAGE_WITHOUT_TEXT,
            LintRule.IMPORTED_BEFORE);

    private static final int LONGEST_QUOTE = 90;

    /**
     * @param about what it is about, in the words of the document
     * @param stated the remark of the reading, in Vietnamese; null for what is judged now
     * @param itemId the task, indicator, report obligation or question; null for the document
     * @param source where it stands in the text; null when nothing there says it
     */
    record Oddity(
            LintRule rule,
            String about,
            @Nullable String stated,
            @Nullable UUID itemId,
            @Nullable Source source) {}

    private final Plan plan;
    private final List<Oddity> oddities = new ArrayList<>();

    private PlanLint(Plan plan) {
        this.plan = plan;
    }

    /** The document's first, then in the order of the plan. */
    static List<Oddity> of(Plan plan) {
        var lint = new PlanLint(plan);
        lint.document();
        lint.subject();
        lint.tasks();
        lint.indicators();
        lint.reports();
        lint.units();
        lint.recipients();
        return List.copyOf(lint.oddities);
    }

    private void document() {
        for (var finding : plan.reading().findings()) {
            LintRule.of(finding.rule())
                    .filter(rule -> OF_THE_DOCUMENT.contains(rule)
                            || (rule == LintRule.REPORT_SKIPS_TIER && isStillFollowedUp(finding)))
                    .ifPresent(rule -> oddities.add(new Oddity(
                            rule,
                            finding.source() == null
                                    ? ""
                                    : shortened(finding.source().words()),
                            finding.message(),
                            null,
                            finding.source())));
        }
    }

    private boolean isStillFollowedUp(ExtractedPlan.Finding finding) {
        return plan.reportObligations().stream()
                .anyMatch(it -> it.isTracked() && it.source().equals(finding.source()));
    }

    private void subject() {
        if (plan.subject() == null) {
            oddities.add(new Oddity(LintRule.SUBJECT_MISSING, "", null, null, null));
        }
    }

    private void tasks() {
        for (var task : plan.tasks()) {
            if (task.leadUnitId() == null) {
                odd(LintRule.TASK_WITHOUT_LEAD, task.title(), task.id(), task.source());
            }
            var schedule = task.schedule();
            if (schedule == null) {
                odd(LintRule.TASK_WITHOUT_SCHEDULE, task.title(), task.id(), task.source());
            } else if (isOverBeforeTheStart(schedule)) {
                odd(LintRule.DATE_BEFORE_START, schedule.words(), task.id(), task.source());
            }
            if (isWrittenSinceDistrictsEnded()) {
                AbolishedTiers.in(task.title())
                        .filter(_ -> isNotAsRead(task))
                        .ifPresent(_ -> odd(LintRule.ABOLISHED_TIER, task.title(), task.id(), null));
            }
        }
    }

    /** The words of the document were judged when it was read. */
    private static boolean isNotAsRead(PlanTask task) {
        return !task.body().contains(task.title());
    }

    private boolean isWrittenSinceDistrictsEnded() {
        var issued = plan.promulgatedOn();
        var day = issued == null ? plan.draftedAt().toLocalDate() : issued;
        return !day.isBefore(AbolishedTiers.NO_DISTRICTS_SINCE);
    }

    private boolean isOverBeforeTheStart(TaskSchedule schedule) {
        var start = start();
        var to = schedule.to();
        if (start == null || to == null) {
            return false;
        }
        return (schedule.bound() == DeadlineBound.BEFORE ? to.minusDays(1) : to).isBefore(start);
    }

    /** What the plan says of its beginning; null while nobody has said anything. */
    private @Nullable LocalDate start() {
        if (plan.startsOn() != null) {
            return plan.startsOn();
        }
        var period = plan.reading().period();
        if (period != null && period.start() != null) {
            return period.start().earliest();
        }
        var date = plan.reading().document().date();
        return date == null ? null : date.earliest();
    }

    private void indicators() {
        for (var indicator : plan.indicators()) {
            if (indicator.isContent()) {
                continue; // a figure to be told, no goal of the plan
            }
            if (isRatio(indicator) && indicator.denominator() == null) {
                odd(LintRule.INDICATOR_WITHOUT_DENOMINATOR, indicator.name(), indicator.id(), indicator.source());
            }
            if (indicator.targets().isEmpty()) {
                odd(LintRule.INDICATOR_WITHOUT_TARGET, indicator.name(), indicator.id(), indicator.source());
            }
            var start = start();
            indicator.targets().stream()
                    .filter(target -> start != null && target.year() != null && target.year() < start.getYear())
                    .findFirst()
                    .ifPresent(target ->
                            odd(LintRule.DATE_BEFORE_START, target.words(), indicator.id(), indicator.source()));
        }
    }

    private static boolean isRatio(PlanIndicator indicator) {
        return Stream.concat(
                        Stream.ofNullable(indicator.unit()),
                        indicator.targets().stream().map(PlanTarget::unit).filter(Objects::nonNull))
                .anyMatch("%"::equals);
    }

    private void reports() {
        for (var report : plan.reportObligations()) {
            if (report.isUndated()) {
                odd(LintRule.REPORT_WITHOUT_DATES, report.words(), report.id(), report.source());
            }
        }
    }

    private void units() {
        for (var question : plan.openQuestions()) {
            if (question.code() == QuestionCode.UNIT_NAME || question.code() == QuestionCode.UNIT_GROUP) {
                odd(
                        LintRule.UNIT_UNCLEAR,
                        Objects.requireNonNullElse(question.words(), question.question()),
                        question.id(),
                        null);
            }
        }
    }

    private void recipients() {
        var recipients = plan.reading().recipients();
        if (recipients.isEmpty()) {
            oddities.add(new Oddity(LintRule.NO_RECIPIENTS, "", null, null, null));
        } else if (recipients.stream().noneMatch(ExtractedPlan.Recipient::archive)) {
            var last = recipients.getLast();
            odd(LintRule.NO_ARCHIVE_LINE, last.text(), null, last.source());
        }
    }

    private void odd(LintRule rule, String about, @Nullable UUID itemId, @Nullable Source source) {
        var place = source == null || source.end() <= source.start() ? null : source; // an amendment is not in the text
        oddities.add(new Oddity(rule, shortened(about), null, itemId, place));
    }

    private static String shortened(String words) {
        var line = words.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_QUOTE
                ? line
                : line.substring(0, LONGEST_QUOTE).strip() + "…";
    }
}
