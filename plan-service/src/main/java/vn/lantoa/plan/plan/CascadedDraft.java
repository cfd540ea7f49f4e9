package vn.lantoa.plan.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.intake.DatePrecision;
import vn.lantoa.plan.intake.DocumentType;
import vn.lantoa.plan.intake.ExtractedPlan;
import vn.lantoa.plan.intake.PartialDate;
import vn.lantoa.plan.intake.Source;

/**
 * Makes the draft of an organization out of the plan of a level above: the same words, with units of its own. Whom the document above
 * names is looked up in the directory of the organization; what stays unclear becomes a question, as for a document that is read.
 */
final class CascadedDraft {

    private final Plan origin;
    private final IssuingBody body;
    private final MeantBodies meant;
    private final UUID originOrganizationId;
    private final Map<UUID, @Nullable UnitKind> leads;
    private final Map<UUID, UUID> madeOf = new HashMap<>();
    private final List<PlanQuestion> questions = new ArrayList<>();

    /** @param leads the items to take over, with the kind of unit that leads a task in each organization where one was named */
    CascadedDraft(Plan origin, IssuingBody body, Map<UUID, @Nullable UnitKind> leads) {
        this.origin = origin;
        this.body = body;
        this.meant = new MeantBodies(body);
        this.originOrganizationId = origin.organizationId();
        this.leads = leads;
    }

    Plan.Draft draft() {
        var tasks =
                origin.tasks().stream().filter(this::isWanted).map(this::task).toList();
        var indicators = origin.indicators().stream()
                .filter(this::isWanted)
                .map(this::indicator)
                .toList();
        var reports = origin.reportObligations().stream()
                .filter(this::isWanted)
                .map(this::report)
                .toList();
        ask(QuestionCode.DOCUMENT_NUMBER, null, null, "/document/number", "Văn bản chưa có số.", List.of());
        ask(QuestionCode.DOCUMENT_DATE, null, null, "/document/date", "Văn bản chưa ghi đủ ngày.", List.of());
        return new Plan.Draft(
                body.organization().organizationId(),
                DocumentType.KE_HOACH.name(),
                origin.subject(),
                reading(),
                tasks,
                indicators,
                List.of(),
                reports,
                questions);
    }

    /** From the item above to the item that was made of it. */
    Map<UUID, UUID> madeOf() {
        return Map.copyOf(madeOf);
    }

    private boolean isWanted(PlanItem item) {
        return leads.containsKey(item.id());
    }

    private UUID newId(PlanItem above) {
        var id = Ids.next();
        madeOf.put(above.id(), id);
        return id;
    }

    private PlanTask task(PlanTask above) {
        var lead = lead(above);
        var mode = lead != null && body.mayOnlyRequest(lead) ? AssignMode.REQUEST : AssignMode.ASSIGN;
        var task = new PlanTask(new PlanTask.Draft(
                newId(above),
                above.number(),
                above.title(),
                above.body(),
                above.heading(),
                mode,
                above.leadWords(),
                lead == null ? null : lead.unitId(),
                known(above.coordinating()),
                List.of(),
                above.schedule(),
                above.scheduleWords(),
                above.product(),
                null,
                above.source(),
                above.confidence()));
        if (lead == null) {
            ask(
                    QuestionCode.TASK_LEAD,
                    task.id(),
                    above.leadWords(),
                    "/tasks/%d/leadUnit".formatted(madeOf.size() - 1),
                    "Kế hoạch cấp trên giao nhiệm vụ “%s” cho cơ quan. Đơn vị nào chủ trì?".formatted(above.title()),
                    candidates(above));
        }
        return task;
    }

    private @Nullable Unit lead(PlanTask above) {
        var kind = leads.get(above.id());
        var ofKind = kind == null
                ? List.<Unit>of()
                : body.units().stream().filter(unit -> unit.kind() == kind).toList();
        return ofKind.size() == 1
                ? ofKind.getFirst()
                : kind != null ? null : meant.singleUnit(above.leadWords()).orElse(null);
    }

    private List<Candidate> candidates(PlanTask above) {
        var kind = leads.get(above.id());
        return body.units().stream()
                .filter(unit -> kind == null ? unit.kind() == UnitKind.DEPARTMENT : unit.kind() == kind)
                .map(unit -> Candidate.unit(unit.name(), unit.unitId()))
                .toList();
    }

    /** Units of the level above that the organization does not have are its neighbours' business. */
    private List<NamedUnits> known(List<NamedUnits> above) {
        return above.stream()
                .flatMap(named -> meant.unit(named.words()).stream()
                        .map(unit -> new NamedUnits(named.words(), List.of(unit.unitId()))))
                .toList();
    }

    private PlanIndicator indicator(PlanIndicator above) {
        return new PlanIndicator(
                newId(above),
                above.name(),
                above.unit(),
                above.numerator(),
                above.denominator(),
                above.isContent(),
                above.targets(),
                above.source(),
                above.confidence());
    }

    private PlanReportObligation report(PlanReportObligation above) {
        var report = new PlanReportObligation(new PlanReportObligation.Draft(
                newId(above),
                above.kind(),
                above.frequency(),
                above.due(),
                null,
                null,
                above.toWords(),
                body.canReportTo(originOrganizationId) ? originOrganizationId : null,
                null,
                null,
                above.onwardTo(),
                above.words(),
                above.source(),
                above.confidence()));
        if (report.lacksWriter()) {
            ask(
                    QuestionCode.REPORT_FROM,
                    report.id(),
                    null,
                    "/reportObligations",
                    "Đơn vị nào soạn báo cáo gửi cấp trên theo chế độ “%s”?".formatted(above.words()),
                    List.of());
        }
        if (report.lacksReceiver()) {
            ask(
                    QuestionCode.REPORT_RECEIVER,
                    report.id(),
                    null,
                    "/reportObligations",
                    "Báo cáo “%s” gửi cơ quan nào?".formatted(above.words()),
                    List.of());
        }
        return report;
    }

    /** The plan above becomes the first legal basis; its purposes and requirements hold for those below. */
    private PlanReading reading() {
        var above = origin.reading();
        var head = above.document();
        var issued = Objects.requireNonNull(origin.promulgatedOn());
        return new PlanReading(
                new ExtractedPlan.Head(
                        DocumentType.KE_HOACH,
                        null,
                        head.symbol(),
                        null,
                        null,
                        null,
                        DatePrecision.NONE,
                        null,
                        body.organization().name(),
                        ExtractedPlan.IssuerState.INFERRED,
                        null,
                        Map.of()),
                above.subject(),
                Stream.concat(
                                Stream.of(new ExtractedPlan.LegalBasis(
                                        citedNumber(),
                                        DocumentType.valueOf(origin.documentType()),
                                        PartialDate.of(
                                                issued.getYear(), issued.getMonthValue(), issued.getDayOfMonth()),
                                        head.issuer(),
                                        origin.subject(),
                                        new Source(0, 0, "", null),
                                        1)),
                                above.legalBases().stream())
                        .toList(),
                List.of(),
                List.of(),
                above.purposes(),
                above.requirements(),
                above.qualitativeGoals(),
                above.contentItems(),
                above.channels(),
                above.solutions(),
                above.period(),
                above.budgetSources(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    private @Nullable String citedNumber() {
        var number = Registration.printed(origin.registeredNumber());
        var symbol = origin.registeredSymbol();
        return number == null || symbol == null ? number : number + "/" + symbol;
    }

    private void ask(
            QuestionCode code,
            @Nullable UUID subjectId,
            @Nullable String words,
            String field,
            String text,
            List<Candidate> candidates) {
        questions.add(new PlanQuestion(Ids.next(), code, subjectId, words, field, text, candidates));
    }
}
