package vn.lantoa.plan.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.PlanPromulgated.IndicatorItem;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.events.PlanPromulgated.Target;
import vn.lantoa.events.PlanPromulgated.TaskItem;
import vn.lantoa.events.PlanState;
import vn.lantoa.events.ReportFrequency;
import vn.lantoa.events.ReportKind;
import vn.lantoa.plan.intake.ExtractedPlan;
import vn.lantoa.plan.intake.ExtractedPlan.Frequency;
import vn.lantoa.plan.intake.PartialDate;

/** What the other services are told of a plan that is issued: everything resolved, groups written out. */
final class PromulgatedContent {

    private final Plan plan;
    private final IssuingBody body;
    private final LocalDate promulgatedOn;

    PromulgatedContent(Plan plan, IssuingBody body, LocalDate promulgatedOn) {
        this.plan = plan;
        this.body = body;
        this.promulgatedOn = promulgatedOn;
    }

    /** Work begins when the plan says so, but not before it is issued. */
    LocalDate startsOn() {
        var stated = start(plan.reading().period());
        return stated != null && stated.isAfter(promulgatedOn) ? stated : promulgatedOn;
    }

    /** The stated end, else the end of the last target year, else of the year of issue. */
    LocalDate endsOn() {
        var stated = end(plan.reading().period());
        if (stated != null && !stated.isBefore(startsOn())) {
            return stated;
        }
        int lastYear = plan.indicators().stream()
                .filter(indicator -> !indicator.isContent())
                .flatMap(indicator -> indicator.targets().stream())
                .map(PlanTarget::year)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return LocalDate.of(Math.max(lastYear, startsOn().getYear()), 12, 31);
    }

    PlanPromulgated event(PlanState previousState, UUID promulgatedBy, UUID approvedBy) {
        return new PlanPromulgated(
                plan.id(),
                plan.organizationId(),
                plan.edition(),
                plan.statedSubject(),
                previousState,
                plan.state(),
                Registration.printed(plan.registeredNumber()),
                plan.registeredSymbol(),
                promulgatedOn,
                promulgatedBy,
                approvedBy,
                startsOn(),
                endsOn(),
                plan.tasks().stream().map(this::task).toList(),
                plan.indicators().stream()
                        .filter(indicator ->
                                !indicator.isContent() && !indicator.targets().isEmpty())
                        .map(this::indicator)
                        .toList(),
                plan.reportObligations().stream()
                        .filter(it -> it.isTracked() && it.fromUnitId() != null)
                        .map(this::obligation)
                        .toList());
    }

    private TaskItem task(PlanTask task) {
        return new TaskItem(
                task.id(),
                task.number(),
                task.title(),
                task.mode(),
                Objects.requireNonNull(task.leadUnitId()),
                List.copyOf(task.coordinatingUnitIds(body)),
                task.coordinatingAsWritten(body),
                Objects.requireNonNull(task.schedule()),
                task.product(),
                task.source().words());
    }

    private IndicatorItem indicator(PlanIndicator indicator) {
        return new IndicatorItem(
                indicator.id(),
                indicator.name(),
                indicator.unit() != null
                        ? indicator.unit()
                        : Objects.requireNonNullElse(
                                indicator.targets().getFirst().unit(), ""),
                indicator.numerator(),
                indicator.denominator(),
                indicator.targets().stream().map(this::target).toList());
    }

    /** A range, and a value that is only "about" right, hold from below; the words still say the rest. */
    private Target target(PlanTarget target) {
        var comparator =
                switch (target.comparator()) {
                    case ">", ">=", "=", "<=", "<" -> target.comparator();
                    default -> ">=";
                };
        int year = target.year() != null ? target.year() : endsOn().getYear();
        return new Target(year, comparator, target.value(), target.aspirational(), target.words());
    }

    private ReportObligationItem obligation(PlanReportObligation it) {
        boolean periodic = it.kind() == ExtractedPlan.ReportKind.PERIODIC;
        return new ReportObligationItem(
                it.id(),
                periodic ? ReportKind.PERIODIC : ReportKind.AD_HOC,
                frequency(it.frequency()),
                periodic ? YearlyDues.of(it, startsOn(), endsOn()) : List.of(),
                Objects.requireNonNull(it.fromUnitId()),
                it.receivingOrganizationId(),
                it.toWords(),
                it.viaUnitId(),
                it.words());
    }

    static @Nullable ReportFrequency frequency(Frequency frequency) {
        return switch (frequency) {
            case WEEKLY -> ReportFrequency.WEEKLY;
            case MONTHLY -> ReportFrequency.MONTHLY;
            case QUARTERLY -> ReportFrequency.QUARTERLY;
            case HALF_YEARLY -> ReportFrequency.HALF_YEARLY;
            case YEARLY -> ReportFrequency.YEARLY;
            case ONCE, ON_REQUEST, WHEN_ARISES, UNSPECIFIED -> null;
        };
    }

    private static @Nullable LocalDate start(ExtractedPlan.@Nullable Period period) {
        return period == null ? null : earliest(period.start());
    }

    private static @Nullable LocalDate end(ExtractedPlan.@Nullable Period period) {
        return period == null || period.end() == null ? null : period.end().latest();
    }

    private static @Nullable LocalDate earliest(@Nullable PartialDate date) {
        return date == null ? null : date.earliest();
    }
}
