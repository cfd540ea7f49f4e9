package vn.lantoa.plan.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.kit.http.CurrentState;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.plan.intake.ExtractedPlan;
import vn.lantoa.plan.intake.PartialDate;

/** A plan as the caller sees it, with its tag. */
@ApplicationScoped
public class PlanViews implements CurrentState {

    public record Tagged(PlanView view, EntityTag tag) {}

    private final Plans plans;
    private final Caller caller;
    private final Calendars calendars;
    private final Clock clock;
    private final ObjectMapper json;

    PlanViews(Plans plans, Caller caller, Calendars calendars, Clock clock, ObjectMapper json) {
        this.plans = plans;
        this.caller = caller;
        this.calendars = calendars;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public Current current(String id) {
        var now = view(plans.get(caller.organizationId(), UUID.fromString(id)));
        return new Current(now.view(), now.tag());
    }

    /** @throws Problem.NotFound when there is none in this organization */
    public Tagged view(UUID organizationId, UUID planId) {
        return view(plans.get(organizationId, planId));
    }

    Tagged view(Plan plan) {
        var view = of(plan);
        try {
            return new Tagged(
                    view, EntityTag.ofVersion(plan.id(), plan.version()).shownAs(json.writeValueAsBytes(view)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A plan cannot be written", e);
        }
    }

    private PlanView of(Plan plan) {
        var reading = plan.reading();
        var blocking = plan.blockingQuestions();
        var open = plan.openQuestions();
        var dates = new PlanDates(calendars.of(plan.organizationId()), LocalDate.now(clock));
        return new PlanView(
                plan.id(),
                plan.organizationId(),
                plan.version(),
                plan.edition(),
                plan.state(),
                allowedActions(plan),
                Registration.printed(plan.registeredNumber()),
                plan.registeredSymbol(),
                plan.promulgatedOn(),
                plan.startsOn(),
                plan.endsOn(),
                plan.signingMode(),
                plan.submittedBy(),
                plan.approvedBy(),
                plan.promulgatedBy(),
                plan.copiedFrom(),
                plan.draftedBy(),
                plan.draftedAt(),
                plan.changedAt(),
                head(reading.document()),
                plan.subject(),
                reading.legalBases().stream().map(PlanViews::legalBasis).toList(),
                reading.mentioned(),
                reading.addressees(),
                reading.purposes(),
                reading.requirements(),
                reading.qualitativeGoals(),
                plan.indicators().stream().map(PlanViews::indicator).toList(),
                reading.contentItems(),
                reading.channels(),
                plan.tasks().stream().map(it -> task(it, dates)).toList(),
                reading.solutions(),
                plan.unitDuties().stream().map(it -> unitDuty(it, dates)).toList(),
                period(reading.period()),
                plan.reportObligations().stream()
                        .map(it -> obligation(it, dates.of(it, plan.startsOn(), plan.endsOn())))
                        .toList(),
                reading.budgetSources(),
                reading.recipients(),
                reading.signer(),
                reading.digitalSignatures(),
                open.stream().map(it -> question(it, blocking.contains(it))).toList(),
                plan.questions().stream()
                        .filter(it -> !open.contains(it) && it.answer() != null)
                        .map(it -> question(it, false))
                        .toList(),
                reading.findings());
    }

    private List<String> allowedActions(Plan plan) {
        return PlanRights.of(plan, caller.roles()).stream()
                .filter(action -> !caller.isMachine() || PlanDoors.letDo(action, caller.scopes()))
                .map(PlanAction::verb)
                .toList();
    }

    private static PlanView.HeadView head(ExtractedPlan.Head it) {
        return new PlanView.HeadView(
                it.type() == null ? null : it.type().name(),
                it.number(),
                it.symbol(),
                it.numberLine(),
                it.place(),
                date(it.date()),
                it.datePrecision().name(),
                it.dateWords(),
                it.issuer(),
                it.issuerState().name(),
                it.parentBody());
    }

    private static PlanView.LegalBasisView legalBasis(ExtractedPlan.LegalBasis it) {
        return new PlanView.LegalBasisView(
                it.number(),
                it.type() == null ? null : it.type().name(),
                date(it.date()),
                it.issuer(),
                it.title(),
                it.source(),
                it.confidence());
    }

    private static PlanView.IndicatorView indicator(PlanIndicator it) {
        return new PlanView.IndicatorView(
                it.id(),
                it.name(),
                it.unit(),
                it.numerator(),
                it.denominator(),
                it.isContent(),
                it.targets(),
                it.source(),
                it.confidence());
    }

    private static PlanView.TaskView task(PlanTask it, PlanDates dates) {
        return new PlanView.TaskView(
                it.id(),
                it.number(),
                it.title(),
                it.body(),
                it.heading(),
                it.mode(),
                it.leadWords(),
                it.leadUnitId(),
                words(it.coordinating()),
                ids(it.coordinating()),
                words(it.implementing()),
                ids(it.implementing()),
                schedule(it.schedule(), it.scheduleWords(), dates),
                it.product(),
                it.fromDutyId(),
                it.source(),
                it.confidence());
    }

    private static PlanView.UnitDutyView unitDuty(PlanUnitDuty it, PlanDates dates) {
        return new PlanView.UnitDutyView(
                it.id(),
                it.number(),
                it.words(),
                it.units(),
                it.mode(),
                it.isOverallLead(),
                it.duties().stream()
                        .map(duty -> new PlanView.DutyView(
                                duty.id(),
                                duty.text(),
                                schedule(duty.schedule(), null, dates),
                                duty.taskId(),
                                duty.source(),
                                duty.confidence()))
                        .toList(),
                it.source(),
                it.confidence());
    }

    private static PlanView.ObligationView obligation(PlanReportObligation it, List<PlanView.DueView> nextDue) {
        return new PlanView.ObligationView(
                it.id(),
                it.kind().name(),
                it.frequency().name(),
                it.due(),
                nextDue,
                it.fromWords(),
                it.fromUnitId(),
                it.toWords(),
                it.receivingOrganizationId(),
                it.isReceiverOutside(),
                it.viaWords(),
                it.viaUnitId(),
                it.onwardTo(),
                it.isTracked(),
                it.words(),
                it.source(),
                it.confidence());
    }

    private static PlanView.QuestionView question(PlanQuestion it, boolean blocking) {
        return new PlanView.QuestionView(
                it.id(),
                it.code(),
                it.field(),
                it.subjectId(),
                it.question(),
                it.candidates(),
                blocking,
                it.code().answerKinds().stream().sorted().toList(),
                it.answer(),
                it.answeredBy(),
                it.answeredAt());
    }

    private static PlanView.@Nullable ScheduleView schedule(
            @Nullable TaskSchedule it, @Nullable String words, PlanDates dates) {
        if (it != null) {
            return new PlanView.ScheduleView(
                    it.kind().name(),
                    it.from(),
                    it.to(),
                    it.bound() == null ? null : it.bound().name(),
                    it.yearlyDays(),
                    it.words(),
                    dates.of(it));
        }
        return words == null
                ? null
                : new PlanView.ScheduleView("UNSPECIFIED", null, null, null, List.of(), words, null);
    }

    private static PlanView.@Nullable PeriodView period(ExtractedPlan.@Nullable Period it) {
        return it == null
                ? null
                : new PlanView.PeriodView(date(it.start()), date(it.end()), it.words(), it.source(), it.confidence());
    }

    private static @Nullable String date(@Nullable PartialDate date) {
        return date == null ? null : date.toString();
    }

    private static List<String> words(List<NamedUnits> names) {
        return names.stream().map(NamedUnits::words).toList();
    }

    private static List<UUID> ids(List<NamedUnits> names) {
        return names.stream()
                .flatMap(named -> named.unitIds().stream())
                .distinct()
                .toList();
    }
}
