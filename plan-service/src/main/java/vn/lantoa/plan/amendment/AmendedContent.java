package vn.lantoa.plan.amendment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.PlanPromulgated.IndicatorItem;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.events.PlanPromulgated.TaskItem;
import vn.lantoa.events.PlanPromulgated.YearlyDue;
import vn.lantoa.events.ReportKind;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.kit.http.MergePatch;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.http.Problem.Invalid.Error;
import vn.lantoa.plan.edition.PlanContent;
import vn.lantoa.plan.plan.IssuingBody;

/**
 * The content of a plan after a wish. Everything that is wrong with the wish is found at once, each by its place in it.
 *
 * <p>Only what the wish names is judged: an item that it leaves alone stays as it was issued, also where a unit of it has ended since.
 */
final class AmendedContent {

    /** How many items a plan may have, and how many bytes they may take: a version travels as one event of at most 8 MiB. */
    static final int MOST_ITEMS = 2000;

    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final int LONGEST_YEARS = 30;

    private final PlanContent before;
    private final AmendmentWish wish;
    private final IssuingBody body;
    private final MergePatch mergePatch;
    private final Supplier<UUID> ids;
    private final List<Error> errors = new ArrayList<>();
    private final Map<UUID, String> places = new LinkedHashMap<>();

    private AmendedContent(
            PlanContent before, AmendmentWish wish, IssuingBody body, MergePatch mergePatch, Supplier<UUID> ids) {
        this.before = before;
        this.wish = wish;
        this.body = body;
        this.mergePatch = mergePatch;
        this.ids = ids;
    }

    /**
     * What comes out.
     *
     * @param places of new items in the wish: {@code /tasks/add/0}
     */
    record Outcome(PlanContent content, Map<UUID, String> places) {}

    /**
     * @param ids for new items
     * @throws Problem.Unprocessable when the wish breaks a rule, or changes nothing
     */
    static Outcome of(
            PlanContent before, AmendmentWish wish, IssuingBody body, MergePatch mergePatch, Supplier<UUID> ids) {
        return new AmendedContent(before, wish, body, mergePatch, ids).outcome();
    }

    private Outcome outcome() {
        if (wish.items() > AmendmentWish.MOST_ITEMS) {
            throw new Problem.Unprocessable("plan.amendment-names-too-much", AmendmentWish.MOST_ITEMS);
        }
        var endsOn = endsOn();
        var content = new PlanContent(
                subject(),
                before.documentNumber(),
                before.documentSymbol(),
                before.promulgatedOn(),
                before.startsOn(),
                endsOn,
                items("/tasks", before.tasks(), TaskItem::itemId, wish.ofTasks(), this::newTask, this::changedTask),
                items(
                        "/indicators",
                        before.indicators(),
                        IndicatorItem::indicatorId,
                        wish.ofIndicators(),
                        this::newIndicator,
                        this::changedIndicator),
                items(
                        "/reportObligations",
                        before.reportObligations(),
                        ReportObligationItem::obligationId,
                        wish.ofObligations(),
                        this::newObligation,
                        this::changedObligation));
        if (!errors.isEmpty()) {
            throw new Problem.Unprocessable("plan.amendment-refused", errors.size()).errors(errors);
        }
        if (content.equals(before)) {
            throw new Problem.Unprocessable("plan.amendment-empty");
        }
        if (content.size() > MOST_ITEMS || content.storedBytes() > MOST_BYTES) {
            throw new Problem.Unprocessable("plan.amendment-too-large", MOST_ITEMS);
        }
        return new Outcome(content, Map.copyOf(places));
    }

    private String subject() {
        var wanted = wish.subject();
        if (wanted != null && wanted.isBlank()) {
            error("/subject", "plan.text-blank");
        }
        return wanted == null ? before.subject() : wanted;
    }

    private LocalDate endsOn() {
        var wanted = wish.endsOn();
        if (wanted == null) {
            return before.endsOn();
        }
        var first = wish.effectiveOn().isAfter(before.startsOn()) ? wish.effectiveOn() : before.startsOn();
        var last = before.startsOn().plusYears(LONGEST_YEARS);
        if (wanted.isBefore(first) || wanted.isAfter(last)) {
            error("/endsOn", "plan.end-out-of-range", first, last);
        }
        return wanted;
    }

    /** Takes the order of the plan; what is new comes last. */
    private <T, W> List<T> items(
            String place,
            List<T> items,
            Function<T, UUID> id,
            AmendmentWish.Items<W> wanted,
            BiFunction<String, W, @Nullable T> made,
            Change<T> changed) {
        var known = items.stream().map(id).collect(Collectors.toSet());
        var removed = new HashSet<UUID>();
        for (int i = 0; i < wanted.removed().size(); i++) {
            var itemId = wanted.removed().get(i);
            if (!known.contains(itemId)) {
                error(place + "/remove/" + i, "plan.item-not-in-version", itemId);
            } else if (wanted.changed().containsKey(itemId)) {
                error(place + "/remove/" + i, "plan.item-changed-and-removed", itemId);
            }
            removed.add(itemId);
        }
        wanted.changed().keySet().stream()
                .filter(itemId -> !known.contains(itemId))
                .forEach(itemId -> error(place + "/change/" + itemId, "plan.item-not-in-version", itemId));
        var result = new ArrayList<T>();
        for (var item : items) {
            var patch = wanted.changed().get(id.apply(item));
            if (patch != null) {
                var now = changed.of(place + "/change/" + id.apply(item), item, patch);
                result.add(now == null ? item : now);
            } else if (!removed.contains(id.apply(item))) {
                result.add(item);
            }
        }
        for (int i = 0; i < wanted.added().size(); i++) {
            var item = made.apply(place + "/add/" + i, wanted.added().get(i));
            if (item != null) {
                places.put(id.apply(item), place + "/add/" + i);
                result.add(item);
            }
        }
        return result;
    }

    private interface Change<T> {
        @Nullable
        T of(String place, T item, JsonNode patch);
    }

    // --- tasks

    private @Nullable TaskItem newTask(String place, TaskWish it) {
        var schedule = schedule(place, it, it.schedule().words() != null, false);
        requireLead(place, it);
        var helpers = helpers(place, it);
        return schedule == null
                ? null
                : new TaskItem(
                        ids.get(),
                        it.number(),
                        it.title(),
                        it.mode(),
                        it.leadUnitId(),
                        without(it.leadUnitId(), helpers),
                        it.coordinatingAsWritten() != null ? it.coordinatingAsWritten() : names(it),
                        schedule,
                        it.product(),
                        it.excerpt());
    }

    private @Nullable TaskItem changedTask(String place, TaskItem was, JsonNode patch) {
        var it = mergePatch.applyWithin(TaskWish.of(was), patch, TaskWish.class, place, errors::add);
        if (it == null) {
            return null;
        }
        if (patch.has("leadUnitId") || patch.has("mode")) {
            requireLead(place, it);
        }
        boolean namesHelpers = patch.has("coordinatingUnitIds");
        var helpers = namesHelpers ? helpers(place, it) : was.coordinatingUnitIds();
        var words = patch.has("coordinatingAsWritten")
                ? Objects.requireNonNullElse(it.coordinatingAsWritten(), List.<String>of())
                : namesHelpers ? names(it) : was.coordinatingAsWritten();
        var schedule = patch.has("schedule") ? changedSchedule(place, it, patch.path("schedule")) : was.schedule();
        return schedule == null
                ? null
                : new TaskItem(
                        was.itemId(),
                        it.number(),
                        it.title(),
                        it.mode(),
                        it.leadUnitId(),
                        without(it.leadUnitId(), helpers),
                        words,
                        schedule,
                        it.product(),
                        it.excerpt());
    }

    /** One unit of the issuer; one outside its chain of command can only be asked. */
    private void requireLead(String place, TaskWish it) {
        var unit = body.find(it.leadUnitId());
        if (requireSingle(place + "/leadUnitId", it.leadUnitId())
                && it.mode() == AssignMode.ASSIGN
                && unit.filter(body::mayOnlyRequest).isPresent()) {
            error(place + "/mode", "plan.request-required", unit.get().name());
        }
    }

    private boolean requireSingle(String place, UUID unitId) {
        var unit = body.find(unitId);
        if (unit.isEmpty()) {
            error(place, "plan.unit-unknown", unitId);
            return false;
        }
        if (body.isGroup(unitId)) {
            error(place, "plan.unit-is-group", unit.get().name());
            return false;
        }
        return true;
    }

    private List<UUID> helpers(String place, TaskWish it) {
        var units = new LinkedHashSet<UUID>();
        var wanted = wanted(it);
        for (int i = 0; i < wanted.size(); i++) {
            if (body.find(wanted.get(i)).isEmpty()) {
                error(place + "/coordinatingUnitIds/" + i, "plan.unit-unknown", wanted.get(i));
            } else {
                var members = body.membersOf(wanted.get(i));
                units.addAll(members.isEmpty() ? List.of(wanted.get(i)) : members);
            }
        }
        return List.copyOf(units);
    }

    private List<String> names(TaskWish it) {
        return wanted(it).stream()
                .filter(unit -> !unit.equals(it.leadUnitId()))
                .flatMap(unit -> body.find(unit).stream())
                .map(Unit::name)
                .distinct()
                .toList();
    }

    private static List<UUID> wanted(TaskWish it) {
        var wanted = it.coordinatingUnitIds();
        return wanted == null ? List.of() : wanted;
    }

    private static List<UUID> without(UUID lead, List<UUID> helpers) {
        return helpers.stream().filter(unit -> !unit.equals(lead)).toList();
    }

    private @Nullable TaskSchedule changedSchedule(String place, TaskWish it, JsonNode patch) {
        return schedule(place, it, patch.has("words"), patch.has("kind") && !patch.has("from"));
    }

    private @Nullable TaskSchedule schedule(String place, TaskWish it, boolean wordsAreGiven, boolean fromIsOld) {
        try {
            var schedule = ScheduleWords.worded(
                    ScheduleWords.only(it.schedule(), fromIsOld).asSchedule(), wordsAreGiven);
            requireNotBeforeThePlan(place + "/schedule/from", schedule.from());
            requireNotBeforeThePlan(place + "/schedule/to", schedule.to());
            return schedule;
        } catch (Problem.Invalid impossible) {
            errors.add(new Error(place + "/schedule", impossible.code(), impossible.arguments()));
            return null;
        }
    }

    private void requireNotBeforeThePlan(String place, @Nullable LocalDate day) {
        if (day != null && day.isBefore(before.startsOn())) {
            error(place, "plan.day-before-plan", before.startsOn());
        }
    }

    // --- indicators

    private @Nullable IndicatorItem newIndicator(String place, IndicatorWish it) {
        requireMeasurable(place, it);
        return new IndicatorItem(ids.get(), it.name(), it.unit(), it.numerator(), it.denominator(), it.inOrder());
    }

    private @Nullable IndicatorItem changedIndicator(String place, IndicatorItem was, JsonNode patch) {
        var it = mergePatch.applyWithin(IndicatorWish.of(was), patch, IndicatorWish.class, place, errors::add);
        if (it == null) {
            return null;
        }
        requireMeasurable(place, it);
        return new IndicatorItem(
                was.indicatorId(),
                it.name(),
                it.unit(),
                it.numerator(),
                it.denominator(),
                patch.has("targets") ? it.inOrder() : was.targets());
    }

    private void requireMeasurable(String place, IndicatorWish it) {
        var denominator = it.denominator();
        if (it.isRatio() && (denominator == null || denominator.isBlank())) {
            error(place + "/denominator", "plan.denominator-missing");
        }
        var years = new HashSet<Integer>();
        for (int i = 0; i < it.targets().size(); i++) {
            int year = it.targets().get(i).year();
            if (!years.add(year)) {
                error(place + "/targets/" + i + "/year", "plan.target-twice", String.valueOf(year));
            }
        }
    }

    // --- duties to report

    private @Nullable ReportObligationItem newObligation(String place, ObligationWish it) {
        requireSingle(place + "/fromUnitId", it.fromUnitId());
        requireVia(place, it);
        requireReceiver(place, it);
        requireDays(place, it);
        return obligation(ids.get(), it, it.days());
    }

    private @Nullable ReportObligationItem changedObligation(String place, ReportObligationItem was, JsonNode patch) {
        var it = mergePatch.applyWithin(ObligationWish.of(was), patch, ObligationWish.class, place, errors::add);
        if (it == null) {
            return null;
        }
        if (patch.has("fromUnitId")) {
            requireSingle(place + "/fromUnitId", it.fromUnitId());
        }
        if (patch.has("viaUnitId")) {
            requireVia(place, it);
        }
        if (patch.has("receivingOrganizationId")) {
            requireReceiver(place, it);
        }
        if (patch.has("kind") || patch.has("due")) {
            requireDays(place, it);
        }
        return obligation(was.obligationId(), it, patch.has("due") ? it.days() : was.due());
    }

    private static ReportObligationItem obligation(UUID id, ObligationWish it, List<YearlyDue> days) {
        return new ReportObligationItem(
                id,
                it.kind(),
                it.frequency(),
                days,
                it.fromUnitId(),
                it.receivingOrganizationId(),
                it.to(),
                it.viaUnitId(),
                it.words());
    }

    private void requireVia(String place, ObligationWish it) {
        var via = it.viaUnitId();
        if (via != null) {
            requireSingle(place + "/viaUnitId", via);
        }
    }

    private void requireReceiver(String place, ObligationWish it) {
        var receiver = it.receivingOrganizationId();
        if (receiver != null && !body.canReportTo(receiver)) {
            error(place + "/receivingOrganizationId", "plan.receiver-unknown", receiver);
        }
    }

    /** What is due each year has days; what is not has none. */
    private void requireDays(String place, ObligationWish it) {
        boolean dated = !it.due().isEmpty();
        if (dated != (it.kind() == ReportKind.PERIODIC)) {
            error(place + "/due", "plan.report-days-wrong");
        }
        var days = new HashSet<String>();
        for (int i = 0; i < it.due().size(); i++) {
            if (!days.add(it.due().get(i).monthDay())) {
                error(
                        place + "/due/" + i,
                        "plan.report-day-twice",
                        it.due().get(i).monthDay());
            }
        }
    }

    private void error(String pointer, String code, Object... arguments) {
        errors.add(new Error(pointer, code, arguments));
    }
}
