package vn.lantoa.plan.plan;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.PlanAmended;
import vn.lantoa.events.PlanApproved;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.PlanReturned;
import vn.lantoa.events.PlanState;
import vn.lantoa.events.PlanSubmitted;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.plan.PlanDecision.Action;

/** A plan and all that stands in it: drafted from a document, completed by answers, signed by a leader, issued by the clerk. */
@Entity
@Table(name = "plan")
public class Plan {

    private static final Set<PlanState> BEFORE_ISSUE = EnumSet.of(
            PlanState.DRAFT, PlanState.CONSULTING, PlanState.SUBMITTED, PlanState.RETURNED, PlanState.APPROVED);

    @Id
    private UUID id;

    @Column(name = "organization_id")
    private UUID organizationId;

    @Version
    private long version;

    private int edition;

    @Enumerated(EnumType.STRING)
    private PlanState state;

    @Column(name = "document_type")
    private String documentType;

    private @Nullable String subject;

    @JdbcTypeCode(SqlTypes.JSON)
    private PlanReading reading;

    @Column(name = "source_hash")
    private String sourceHash;

    @Column(name = "registered_number")
    private @Nullable String registeredNumber;

    @Column(name = "registered_symbol")
    private @Nullable String registeredSymbol;

    @Column(name = "register_year")
    private @Nullable Integer registerYear;

    @Column(name = "promulgated_on")
    private @Nullable LocalDate promulgatedOn;

    @Column(name = "starts_on")
    private @Nullable LocalDate startsOn;

    @Column(name = "ends_on")
    private @Nullable LocalDate endsOn;

    @Column(name = "signing_mode")
    private @Nullable String signingMode;

    @Column(name = "submitted_by")
    private @Nullable UUID submittedBy;

    @Column(name = "approved_by")
    private @Nullable UUID approvedBy;

    @Column(name = "promulgated_by")
    private @Nullable UUID promulgatedBy;

    @Column(name = "drafted_by")
    private UUID draftedBy;

    @Column(name = "drafted_at")
    private OffsetDateTime draftedAt;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<PlanTask> tasks = new ArrayList<>();

    @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<PlanIndicator> indicators = new ArrayList<>();

    @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<PlanUnitDuty> unitDuties = new ArrayList<>();

    @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<PlanReportObligation> reportObligations = new ArrayList<>();

    @OneToMany(mappedBy = "plan", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<PlanQuestion> questions = new ArrayList<>();

    @OneToMany(mappedBy = "plan", cascade = CascadeType.PERSIST)
    private List<PlanDecision> decisions = new ArrayList<>();

    protected Plan() {}

    /** What a reading yields, completed by what the directory knows. */
    record Draft(
            UUID organizationId,
            String documentType,
            @Nullable String subject,
            PlanReading reading,
            List<PlanTask> tasks,
            List<PlanIndicator> indicators,
            List<PlanUnitDuty> unitDuties,
            List<PlanReportObligation> reportObligations,
            List<PlanQuestion> questions) {}

    Plan(Draft draft, String sourceHash, UUID by, OffsetDateTime at) {
        this.id = Ids.next();
        this.organizationId = draft.organizationId();
        this.edition = 1;
        this.state = PlanState.DRAFT;
        this.documentType = draft.documentType();
        this.subject = draft.subject();
        this.reading = draft.reading();
        this.sourceHash = sourceHash;
        this.draftedBy = by;
        this.draftedAt = at;
        draft.tasks().forEach(this::add);
        draft.indicators().forEach(item -> {
            item.belongTo(this, indicators.size());
            indicators.add(item);
        });
        draft.unitDuties().forEach(item -> {
            item.belongTo(this, unitDuties.size());
            unitDuties.add(item);
        });
        draft.reportObligations().forEach(item -> {
            item.belongTo(this, reportObligations.size());
            reportObligations.add(item);
        });
        draft.questions().forEach(item -> {
            item.belongTo(this, questions.size());
            questions.add(item);
        });
        record(Action.IMPORT, null, by, at, null, null, Map.of());
    }

    // --- completing the draft

    void answer(UUID questionId, Answer answer, IssuingBody body, UUID by, OffsetDateTime at) {
        requireEditable();
        var question = questions.stream()
                .filter(it -> it.id().equals(questionId))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("plan.question-not-found"));
        if (!question.code().answerKinds().contains(answer.answerKind())) {
            throw new Problem.Invalid("plan.answer-not-fitting", answer.answerKind())
                    .with("answerKinds", question.code().answerKinds());
        }
        new AnswerEffect(this, body).apply(question, answer);
        question.answer(answer, by, at);
        record(
                Action.ANSWER,
                state,
                by,
                at,
                questionId,
                answer.remark(),
                Map.of(
                        "question",
                        question.code().name(),
                        "answer",
                        answer.answerKind().name()));
    }

    void subject(String words) {
        subject = words;
    }

    /**
     * What a person wants of a task.
     *
     * @param implementingUnitIds null to keep those of the document
     */
    record TaskChoice(
            String title,
            @Nullable UUID leadUnitId,
            List<UUID> coordinatingUnitIds,
            @Nullable List<UUID> implementingUnitIds,
            AssignMode mode,
            @Nullable ScheduleChoice schedule) {}

    /** A duty of a unit becomes a task of that unit, with its own words. */
    UUID makeTask(UUID dutyId, DutyTask.Choice choice, IssuingBody body, UUID by, OffsetDateTime at) {
        requireEditable();
        var owner = unitDuties.stream()
                .filter(it -> it.duty(dutyId).isPresent())
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("plan.duty-not-found"));
        var task = DutyTask.of(owner, owner.duty(dutyId).orElseThrow(), choice, body);
        add(task);
        owner.becomesTask(dutyId, task.id());
        record(Action.MAKE_TASK, state, by, at, task.id(), null, Map.of("duty", dutyId.toString()));
        return task.id();
    }

    void changeTask(UUID taskId, TaskChoice choice, IssuingBody body, UUID by, OffsetDateTime at) {
        requireEditable();
        var task = task(taskId).orElseThrow(() -> new Problem.NotFound("plan.task-not-found"));
        var leadId = choice.leadUnitId();
        if (leadId != null && choice.mode() == AssignMode.ASSIGN && body.mayOnlyRequest(body.singleUnit(leadId))) {
            throw new Problem.RuleBroken(
                    "plan.request-required", body.unit(leadId).name());
        }
        var helpers = choice.coordinatingUnitIds().stream().map(body::unit).toList();
        var implementers = choice.implementingUnitIds() == null
                ? null
                : choice.implementingUnitIds().stream().map(body::unit).toList();
        task.change(
                choice.title(),
                leadId == null ? null : body.singleUnit(leadId).unitId(),
                choice.mode(),
                choice.schedule() == null ? null : choice.schedule().asSchedule());
        task.coordinateWith(helpers);
        if (implementers != null) {
            task.implementBy(implementers);
        }
        record(Action.CHANGE_TASK, state, by, at, taskId, null, Map.of("title", choice.title()));
    }

    /** Takes out what the reading took for a part of the plan and is none: a task, indicator, duty or report obligation. */
    void remove(UUID itemId, @Nullable String reason, UUID by, OffsetDateTime at) {
        requireEditable();
        var task = task(itemId);
        boolean removed = tasks.removeIf(it -> it.id().equals(itemId))
                | indicators.removeIf(it -> it.id().equals(itemId))
                | reportObligations.removeIf(it -> it.id().equals(itemId))
                | removeDuty(itemId);
        if (!removed) {
            throw new Problem.NotFound("plan.item-not-found");
        }
        task.map(PlanTask::fromDutyId).ifPresent(duty -> unitDuties.forEach(owner -> owner.becomesTask(duty, null)));
        questions.removeIf(question -> question.isAbout(itemId));
        record(Action.REMOVE_ITEM, state, by, at, itemId, reason, Map.of());
    }

    private boolean removeDuty(UUID itemId) {
        for (var owner : unitDuties) {
            var duty = owner.duty(itemId);
            if (duty.isPresent()) {
                if (duty.get().taskId() != null) {
                    throw new Problem.RuleBroken("plan.duty-is-task");
                }
                owner.drop(itemId);
                return true;
            }
        }
        return unitDuties.removeIf(it -> it.id().equals(itemId));
    }

    // --- deciding on it

    PlanSubmitted submit(IssuingBody body, UUID by, OffsetDateTime at) {
        require(PlanAction.SUBMIT);
        requireComplete(body);
        var before = become(PlanState.SUBMITTED);
        submittedBy = by;
        record(Action.SUBMIT, before, by, at, null, null, Map.of());
        return new PlanSubmitted(id, organizationId, edition, statedSubject(), before, state, by);
    }

    PlanReturned returnForCompletion(String reason, UUID by, OffsetDateTime at) {
        require(PlanAction.RETURN);
        var before = become(PlanState.RETURNED);
        record(Action.RETURN, before, by, at, null, reason, Map.of());
        return new PlanReturned(id, organizationId, edition, statedSubject(), before, state, by, reason);
    }

    PlanApproved approve(SigningMode mode, UUID by, OffsetDateTime at) {
        require(PlanAction.APPROVE);
        var before = become(PlanState.APPROVED);
        approvedBy = by;
        signingMode = mode.name();
        record(Action.APPROVE, before, by, at, null, null, Map.of("signingMode", mode.name()));
        return new PlanApproved(id, organizationId, edition, statedSubject(), before, state, by, mode.name());
    }

    /** Whom lines of "Nơi nhận" mean may be said until it is issued: the words stay. */
    void chooseRecipients(Set<Integer> lines, UUID by, OffsetDateTime at) {
        if (!BEFORE_ISSUE.contains(state)) {
            throw new Problem.RuleBroken("plan.choose-recipients-not-allowed")
                    .with("state", state)
                    .with("allowedActions", PlanAction.allowedIn(state));
        }
        lines.stream()
                .filter(line -> line > reading.recipients().size())
                .findFirst()
                .ifPresent(line -> {
                    throw new Problem.Invalid("plan.recipient-line-unknown", String.valueOf(line));
                });
        var said = lines.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        record(Action.CHOOSE_RECIPIENTS, state, by, at, null, null, Map.of("lines", said));
    }

    /** @throws Problem.RuleBroken when it cannot be issued as it stands, or not on that day */
    void requirePromulgable(Registration registration, IssuingBody body, OffsetDateTime at) {
        require(PlanAction.PROMULGATE);
        requireComplete(body); // units may have been closed since the plan was submitted
        registration.requireNotAfter(at.toLocalDate());
    }

    PlanPromulgated promulgate(Registration registration, IssuingBody body, UUID by, OffsetDateTime at) {
        requirePromulgable(registration, body, at);
        var before = become(PlanState.PROMULGATED);
        registeredNumber = registration.number();
        registeredSymbol = registration.symbol() != null
                ? registration.symbol()
                : reading.document().symbol();
        promulgatedOn = registration.promulgatedOn();
        registerYear = promulgatedOn.getYear();
        promulgatedBy = by;
        var content = new PromulgatedContent(this, body, promulgatedOn);
        startsOn = content.startsOn();
        endsOn = content.endsOn();
        record(Action.PROMULGATE, before, by, at, null, null, registration.details());
        return content.event(before, by, Objects.requireNonNull(approvedBy));
    }

    // --- amending it

    /** The rows follow the new content; the state stays. */
    PlanAmended amend(Amendment amendment, IssuingBody body, UUID by, OffsetDateTime at) {
        var told = amended(amendment, by);
        edition = told.version();
        subject = told.subject();
        endsOn = told.endsOn();
        new AmendedRows(this, body).follow(amendment.before(), amendment.after());
        record(Action.AMEND, state, by, at, null, amendment.reason(), amendment.details(edition));
        return told;
    }

    /** What is told of it; nothing is changed. */
    PlanAmended amended(Amendment amendment, UUID by) {
        require(PlanAction.AMEND);
        var content = amendment.after();
        return new PlanAmended(
                id,
                organizationId,
                edition + 1,
                edition,
                content.subject(),
                state,
                content.documentNumber(),
                content.documentSymbol(),
                content.promulgatedOn(),
                amendment.effectiveOn(),
                content.startsOn(),
                content.endsOn(),
                by,
                amendment.reason(),
                amendment.document(),
                content.tasks(),
                content.indicators(),
                content.reportObligations());
    }

    void dropTask(UUID taskId) {
        task(taskId).map(PlanTask::fromDutyId).ifPresent(duty -> unitDuties.forEach(it -> it.becomesTask(duty, null)));
        tasks.removeIf(it -> it.id().equals(taskId));
    }

    void dropIndicator(UUID indicatorId) {
        indicators.removeIf(it -> it.id().equals(indicatorId));
    }

    void dropReportObligation(UUID obligationId) {
        reportObligations.removeIf(it -> it.id().equals(obligationId));
    }

    void add(PlanIndicator indicator) {
        indicator.belongTo(this, indicators.isEmpty() ? 0 : indicators.getLast().position() + 1);
        indicators.add(indicator);
    }

    void add(PlanReportObligation obligation) {
        obligation.belongTo(
                this,
                reportObligations.isEmpty() ? 0 : reportObligations.getLast().position() + 1);
        reportObligations.add(obligation);
    }

    Optional<PlanIndicator> indicator(UUID indicatorId) {
        return indicators.stream().filter(it -> it.id().equals(indicatorId)).findFirst();
    }

    // --- what is open

    List<PlanQuestion> openQuestions() {
        var judgement = new OpenQuestions(this);
        return questions.stream().filter(judgement::isOpen).toList();
    }

    /** Open questions that must be answered before the plan can be submitted. */
    List<PlanQuestion> blockingQuestions() {
        var judgement = new OpenQuestions(this);
        return questions.stream().filter(judgement::blocks).toList();
    }

    boolean isEditable() {
        return state == PlanState.DRAFT || state == PlanState.RETURNED;
    }

    private void requireComplete(IssuingBody body) {
        var blocking = blockingQuestions();
        if (!blocking.isEmpty()) {
            throw new Problem.RuleBroken("plan.questions-open", blocking.size())
                    .with(
                            "openQuestions",
                            blocking.stream().map(PlanQuestion::id).toList());
        }
        var incomplete = tasks.stream()
                .filter(task -> task.leadUnitId() == null || task.schedule() == null)
                .toList();
        if (!incomplete.isEmpty()) { // a person may have cleared what the document gave
            throw new Problem.RuleBroken("plan.tasks-incomplete", incomplete.size())
                    .with("tasks", incomplete.stream().map(PlanTask::id).toList());
        }
        for (var task : tasks) {
            var lead = body.find(Objects.requireNonNull(task.leadUnitId()))
                    .orElseThrow(() -> new Problem.RuleBroken("plan.lead-gone", task.title()));
            if (task.mode() == AssignMode.ASSIGN && body.mayOnlyRequest(lead)) {
                throw new Problem.RuleBroken("plan.request-required", lead.name());
            }
        }
    }

    private void requireEditable() {
        if (!isEditable()) {
            throw new Problem.RuleBroken("plan.not-editable").with("allowedActions", PlanAction.allowedIn(state));
        }
    }

    void require(PlanAction action) {
        if (!action.isAllowedIn(state)) {
            throw new Problem.RuleBroken("plan." + action.verb() + "-not-allowed")
                    .with("state", state)
                    .with("allowedActions", PlanAction.allowedIn(state));
        }
    }

    private PlanState become(PlanState next) {
        var before = state;
        state = next;
        return before;
    }

    /** Every change is recorded, and moves the version on. */
    private void record(
            Action action,
            @Nullable PlanState from,
            UUID by,
            OffsetDateTime at,
            @Nullable UUID subjectId,
            @Nullable String reason,
            Map<String, String> details) {
        changedAt = at;
        decisions.add(new PlanDecision(this, action, from, state, by, at, subjectId, reason, details));
    }

    void add(PlanTask task) {
        // behind the last, not at their number: tasks may have been taken out before it
        task.belongTo(this, tasks.isEmpty() ? 0 : tasks.getLast().position() + 1);
        tasks.add(task);
    }

    /** Complete plans have one: the question for it blocks. */
    String statedSubject() {
        return Objects.requireNonNull(subject);
    }

    Optional<PlanTask> task(UUID taskId) {
        return tasks.stream().filter(it -> it.id().equals(taskId)).findFirst();
    }

    Optional<PlanReportObligation> reportObligation(@Nullable UUID obligationId) {
        return reportObligations.stream()
                .filter(it -> it.id().equals(obligationId))
                .findFirst();
    }

    UUID id() {
        return id;
    }

    UUID organizationId() {
        return organizationId;
    }

    long version() {
        return version;
    }

    int edition() {
        return edition;
    }

    PlanState state() {
        return state;
    }

    String documentType() {
        return documentType;
    }

    @Nullable
    String subject() {
        return subject;
    }

    PlanReading reading() {
        return reading;
    }

    @Nullable
    String registeredNumber() {
        return registeredNumber;
    }

    @Nullable
    String registeredSymbol() {
        return registeredSymbol;
    }

    @Nullable
    LocalDate promulgatedOn() {
        return promulgatedOn;
    }

    @Nullable
    LocalDate startsOn() {
        return startsOn;
    }

    @Nullable
    LocalDate endsOn() {
        return endsOn;
    }

    @Nullable
    String signingMode() {
        return signingMode;
    }

    String sourceHash() {
        return sourceHash;
    }

    UUID draftedBy() {
        return draftedBy;
    }

    OffsetDateTime draftedAt() {
        return draftedAt;
    }

    OffsetDateTime changedAt() {
        return changedAt;
    }

    @Nullable
    UUID submittedBy() {
        return submittedBy;
    }

    @Nullable
    UUID approvedBy() {
        return approvedBy;
    }

    @Nullable
    UUID promulgatedBy() {
        return promulgatedBy;
    }

    List<PlanTask> tasks() {
        return tasks;
    }

    List<PlanIndicator> indicators() {
        return indicators;
    }

    List<PlanUnitDuty> unitDuties() {
        return unitDuties;
    }

    List<PlanReportObligation> reportObligations() {
        return reportObligations;
    }

    List<PlanQuestion> questions() {
        return questions;
    }
}
