package vn.lantoa.plan.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.plan.intake.Source;

/** A task of the plan: read from its document, or made of a unit's duty by a decision. */
@Entity
@Table(name = "plan_task")
class PlanTask extends PlanItem {

    private @Nullable String number;
    private String title;
    private String body;
    private @Nullable String heading;

    @Enumerated(EnumType.STRING)
    private AssignMode mode;

    @Column(name = "lead_words")
    private @Nullable String leadWords;

    @Column(name = "lead_unit_id")
    private @Nullable UUID leadUnitId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<NamedUnits> coordinating;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<NamedUnits> implementing;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable TaskSchedule schedule;

    @Column(name = "schedule_words")
    private @Nullable String scheduleWords;

    private @Nullable String product;

    @Column(name = "from_duty_id")
    private @Nullable UUID fromDutyId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Source source;

    private double confidence;

    protected PlanTask() {}

    /** What was read of a task. */
    record Draft(
            UUID id,
            @Nullable String number,
            String title,
            String body,
            @Nullable String heading,
            AssignMode mode,
            @Nullable String leadWords,
            @Nullable UUID leadUnitId,
            List<NamedUnits> coordinating,
            List<NamedUnits> implementing,
            @Nullable TaskSchedule schedule,
            @Nullable String scheduleWords,
            @Nullable String product,
            @Nullable UUID fromDutyId,
            Source source,
            double confidence) {}

    PlanTask(Draft draft) {
        super(draft.id());
        this.number = draft.number();
        this.title = draft.title();
        this.body = draft.body();
        this.heading = draft.heading();
        this.mode = draft.mode();
        this.leadWords = draft.leadWords();
        this.leadUnitId = draft.leadUnitId();
        this.coordinating = List.copyOf(draft.coordinating());
        this.implementing = List.copyOf(draft.implementing());
        this.schedule = draft.schedule();
        this.scheduleWords = draft.scheduleWords();
        this.product = draft.product();
        this.fromDutyId = draft.fromDutyId();
        this.source = draft.source();
        this.confidence = draft.confidence();
    }

    /**
     * The same task in another draft.
     *
     * @param newIds of what it refers to
     */
    PlanTask copied(UUID newId, UnaryOperator<UUID> newIds, YearShift shift) {
        return new PlanTask(new Draft(
                newId,
                number,
                title,
                body,
                heading,
                mode,
                leadWords,
                leadUnitId,
                coordinating,
                implementing,
                shift.schedule(schedule),
                shift.words(scheduleWords),
                product,
                fromDutyId == null ? null : newIds.apply(fromDutyId),
                source,
                confidence));
    }

    /** A second one like it beside it: without a number, which is a place in the document, and made of no duty. */
    PlanTask repeated(UUID newId) {
        return new PlanTask(new Draft(
                newId,
                null,
                title,
                body,
                heading,
                mode,
                leadWords,
                leadUnitId,
                coordinating,
                implementing,
                schedule,
                scheduleWords,
                product,
                null,
                source,
                confidence));
    }

    /** A body outside the chain of command can only be asked: naming it as lead makes the task a request. */
    void lead(Unit unit, boolean requestOnly) {
        leadUnitId = unit.unitId();
        if (requestOnly) {
            mode = AssignMode.REQUEST;
        }
    }

    void change(String newTitle, @Nullable UUID lead, AssignMode newMode, @Nullable TaskSchedule newSchedule) {
        title = newTitle;
        leadUnitId = lead;
        mode = newMode;
        schedule = newSchedule;
    }

    void renumber(@Nullable String newNumber, @Nullable String newProduct) {
        number = newNumber;
        product = newProduct;
    }

    /** Who helps, in words of their own; nobody carries it out beside the lead any more. */
    void coordinateAs(List<NamedUnits> helpers) {
        coordinating = List.copyOf(helpers);
        implementing = List.of();
    }

    void coordinateWith(List<Unit> units) {
        coordinating = only(units, coordinating);
    }

    /** Which of the units that carry it out are to do so; the one that leads is chosen elsewhere. */
    void implementBy(List<Unit> units) {
        implementing = only(units, implementing);
    }

    /** Keeps the document's words of those that stay, and of names that nobody resolved; adds the rest by their names. */
    private static List<NamedUnits> only(List<Unit> units, List<NamedUnits> names) {
        var wanted = new LinkedHashSet<>(units.stream().map(Unit::unitId).toList());
        var kept = new ArrayList<NamedUnits>();
        for (var named : names) {
            var stay = named.unitIds().stream().filter(wanted::contains).toList();
            if (named.unitIds().isEmpty() || !stay.isEmpty()) {
                kept.add(new NamedUnits(named.words(), stay));
            }
        }
        var covered = new HashSet<UUID>();
        kept.forEach(named -> covered.addAll(named.unitIds()));
        units.stream()
                .filter(unit -> covered.add(unit.unitId()))
                .forEach(unit -> kept.add(new NamedUnits(unit.name(), List.of(unit.unitId()))));
        return List.copyOf(kept);
    }

    void schedule(TaskSchedule chosen) {
        schedule = chosen;
    }

    /** From now on the words mean these units, wherever the task uses them; a single one also leads where they lead. */
    void resolve(String words, List<UUID> unitIds, boolean requestOnly) {
        coordinating = resolved(coordinating, words, unitIds);
        implementing = resolved(implementing, words, unitIds);
        if (words.equals(leadWords) && unitIds.size() == 1) {
            leadUnitId = unitIds.getFirst();
            if (requestOnly) {
                mode = AssignMode.REQUEST;
            }
        }
    }

    private static List<NamedUnits> resolved(List<NamedUnits> names, String words, List<UUID> unitIds) {
        return names.stream()
                .map(named -> named.words().equals(words) ? new NamedUnits(words, unitIds) : named)
                .toList();
    }

    /** True while the words name somebody in this task whom nobody has pointed out. */
    boolean leavesOpen(String words) {
        if (words.equals(leadWords)) {
            return leadUnitId == null;
        }
        return Stream.concat(coordinating.stream(), implementing.stream())
                .anyMatch(
                        named -> named.words().equals(words) && named.unitIds().isEmpty());
    }

    /**
     * The units that help, groups written out, without the lead. Of several units that carry a task out ("Đơn vị thực hiện: A; B")
     * one is made the lead, and the others help it: a task has one lead, and nobody whom the document names goes without it. Only
     * the issuer is left out there: it gives the order and does not receive it.
     */
    Set<UUID> coordinatingUnitIds(IssuingBody body) {
        var units = new LinkedHashSet<UUID>();
        coordinating.forEach(named -> units.addAll(writtenOut(named, body)));
        implementing.forEach(named -> writtenOut(named, body).stream()
                .filter(unit -> !body.isItself(unit))
                .forEach(units::add));
        units.remove(leadUnitId);
        return units;
    }

    /** The document's words for those who help, whether or not the directory knows them; not those that mean the lead alone. */
    List<String> coordinatingAsWritten(IssuingBody body) {
        return Stream.concat(coordinating.stream(), implementing.stream().filter(named -> !meansTheLead(named, body)))
                .map(NamedUnits::words)
                .distinct()
                .toList();
    }

    private boolean meansTheLead(NamedUnits named, IssuingBody body) {
        return named.unitIds().isEmpty()
                ? named.words().equals(leadWords) && leadUnitId != null
                : writtenOut(named, body).stream().allMatch(unit -> unit.equals(leadUnitId));
    }

    private static Set<UUID> writtenOut(NamedUnits named, IssuingBody body) {
        var units = new LinkedHashSet<UUID>();
        for (var unit : named.unitIds()) {
            var members = body.membersOf(unit);
            units.addAll(members.isEmpty() ? List.of(unit) : members);
        }
        return units;
    }

    @Nullable
    String number() {
        return number;
    }

    String title() {
        return title;
    }

    String body() {
        return body;
    }

    @Nullable
    String heading() {
        return heading;
    }

    AssignMode mode() {
        return mode;
    }

    @Nullable
    String leadWords() {
        return leadWords;
    }

    @Nullable
    UUID leadUnitId() {
        return leadUnitId;
    }

    List<NamedUnits> coordinating() {
        return coordinating;
    }

    List<NamedUnits> implementing() {
        return implementing;
    }

    @Nullable
    TaskSchedule schedule() {
        return schedule;
    }

    @Nullable
    String scheduleWords() {
        return scheduleWords;
    }

    @Nullable
    String product() {
        return product;
    }

    @Nullable
    UUID fromDutyId() {
        return fromDutyId;
    }

    Source source() {
        return source;
    }

    double confidence() {
        return confidence;
    }
}
