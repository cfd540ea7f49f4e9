package vn.lantoa.plan.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.PlanPromulgated.IndicatorItem;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.events.PlanPromulgated.TaskItem;
import vn.lantoa.events.ReportFrequency;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.plan.edition.PlanContent;
import vn.lantoa.plan.intake.ExtractedPlan.Frequency;
import vn.lantoa.plan.intake.ExtractedPlan.ReportKind;
import vn.lantoa.plan.intake.Source;

/** Lets the items of a plan follow its newest version. What the versions do not tell of stays as it was read. */
final class AmendedRows {

    private final Plan plan;
    private final IssuingBody body;

    AmendedRows(Plan plan, IssuingBody body) {
        this.plan = plan;
        this.body = body;
    }

    void follow(PlanContent before, PlanContent after) {
        each(before.tasks(), after.tasks(), TaskItem::itemId, plan::dropTask, this::task);
        each(before.indicators(), after.indicators(), IndicatorItem::indicatorId, plan::dropIndicator, this::indicator);
        each(
                before.reportObligations(),
                after.reportObligations(),
                ReportObligationItem::obligationId,
                plan::dropReportObligation,
                this::obligation);
    }

    private static <T> void each(
            List<T> before, List<T> after, Function<T, UUID> id, Consumer<UUID> drop, Following<T> follow) {
        Map<UUID, T> was = new HashMap<>();
        before.forEach(it -> was.put(id.apply(it), it));
        var stay = new HashSet<UUID>();
        after.forEach(it -> stay.add(id.apply(it)));
        was.keySet().stream().filter(itemId -> !stay.contains(itemId)).forEach(drop);
        after.stream()
                .filter(it -> !it.equals(was.get(id.apply(it))))
                .forEach(it -> follow.from(was.get(id.apply(it)), it));
    }

    private interface Following<T> {
        void from(@Nullable T was, T is);
    }

    private void task(@Nullable TaskItem was, TaskItem is) {
        var row = plan.task(is.itemId());
        if (row.isEmpty()) {
            plan.add(new PlanTask(new PlanTask.Draft(
                    is.itemId(),
                    is.number(),
                    is.title(),
                    "",
                    null,
                    is.mode(),
                    null,
                    is.leadUnitId(),
                    helpers(is),
                    List.of(),
                    is.schedule(),
                    null,
                    is.product(),
                    null,
                    nowhere(Objects.requireNonNullElse(is.excerpt(), "")),
                    1)));
            return;
        }
        var task = row.get();
        task.change(is.title(), is.leadUnitId(), is.mode(), is.schedule());
        task.renumber(is.number(), is.product());
        if (was == null
                || !was.coordinatingUnitIds().equals(is.coordinatingUnitIds())
                || !was.coordinatingAsWritten().equals(is.coordinatingAsWritten())) {
            task.coordinateAs(helpers(is));
        }
    }

    /** Words and units are told apart from each other: words that name one of the units stand with it, all others alone. */
    private List<NamedUnits> helpers(TaskItem is) {
        var left = new ArrayList<>(is.coordinatingUnitIds());
        var helpers = new ArrayList<NamedUnits>();
        for (var words : is.coordinatingAsWritten()) {
            var named = left.stream()
                    .filter(unit -> body.find(unit)
                            .filter(it -> it.name().equals(words))
                            .isPresent())
                    .findFirst();
            named.ifPresent(left::remove);
            helpers.add(new NamedUnits(words, named.map(List::of).orElse(List.of())));
        }
        left.forEach(unit ->
                helpers.add(new NamedUnits(body.find(unit).map(Unit::name).orElse(unit.toString()), List.of(unit))));
        return helpers;
    }

    private void indicator(@Nullable IndicatorItem was, IndicatorItem is) {
        var targets = is.targets().stream()
                .map(it -> new PlanTarget(
                        it.year(), it.comparator(), it.value(), null, is.unit(), it.aspirational(), it.words()))
                .toList();
        var row = plan.indicator(is.indicatorId());
        if (row.isPresent()) {
            row.get().change(is.name(), is.unit(), is.numerator(), is.denominator());
            if (was == null || !was.targets().equals(is.targets())) {
                row.get().aimAt(targets);
            }
        } else {
            plan.add(new PlanIndicator(
                    is.indicatorId(),
                    is.name(),
                    is.unit(),
                    is.numerator(),
                    is.denominator(),
                    false,
                    targets,
                    nowhere(is.name()),
                    1));
        }
    }

    private void obligation(@Nullable ReportObligationItem was, ReportObligationItem is) {
        var due = is.due().stream()
                .map(it -> new ReportDue(
                        it.words(),
                        it.bound() == DeadlineBound.BEFORE ? it.monthDay() : null,
                        it.bound() == DeadlineBound.ON_OR_BEFORE ? it.monthDay() : null,
                        null))
                .toList();
        var row = plan.reportObligation(is.obligationId());
        if (row.isPresent()) {
            row.get().follow(is, kind(is), frequency(is.frequency(), due));
            if (was == null || !was.due().equals(is.due())) {
                row.get().dueOn(frequency(is.frequency(), due), due);
            }
        } else {
            plan.add(new PlanReportObligation(new PlanReportObligation.Draft(
                    is.obligationId(),
                    kind(is),
                    frequency(is.frequency(), due),
                    due,
                    body.find(is.fromUnitId()).map(Unit::name).orElse(null),
                    is.fromUnitId(),
                    is.to(),
                    is.receivingOrganizationId(),
                    null,
                    is.viaUnitId(),
                    List.of(),
                    is.words(),
                    nowhere(is.words()),
                    1)));
        }
    }

    private static ReportKind kind(ReportObligationItem it) {
        return switch (it.kind()) {
            case PERIODIC -> ReportKind.PERIODIC;
            case AD_HOC, THEMATIC -> ReportKind.AD_HOC;
        };
    }

    private static Frequency frequency(@Nullable ReportFrequency frequency, List<ReportDue> due) {
        if (frequency == null) {
            return due.isEmpty() ? Frequency.ON_REQUEST : Frequency.UNSPECIFIED;
        }
        return switch (frequency) {
            case WEEKLY -> Frequency.WEEKLY;
            case MONTHLY -> Frequency.MONTHLY;
            case QUARTERLY -> Frequency.QUARTERLY;
            case HALF_YEARLY -> Frequency.HALF_YEARLY;
            case YEARLY -> Frequency.YEARLY;
        };
    }

    /** It stands in the amending document, not in the text that was read. */
    private static Source nowhere(String words) {
        return new Source(0, 0, words, null);
    }
}
