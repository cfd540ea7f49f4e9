package vn.lantoa.plan.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.intake.DatePrecision;
import vn.lantoa.plan.intake.ExtractedPlan;

/**
 * All that stands in a plan, as a new draft: every item under an id of its own, answers as they were given. Number, dates of issue,
 * signatures and decisions belong to the origin and stay there.
 */
final class PlanCopy {

    private final Plan origin;
    private final YearShift shift;
    private final Map<UUID, UUID> ids = new HashMap<>();

    PlanCopy(Plan origin, YearShift shift) {
        this.origin = origin;
        this.shift = shift;
    }

    Plan.Draft draft() {
        return new Plan.Draft(
                origin.organizationId(),
                origin.documentType(),
                origin.subject(),
                reading(origin.reading()),
                origin.tasks().stream()
                        .map(it -> it.copied(id(it), this::known, shift))
                        .toList(),
                origin.indicators().stream().map(it -> it.copied(id(it), shift)).toList(),
                origin.unitDuties().stream()
                        .map(it -> it.copied(id(it), this::known, shift))
                        .toList(),
                origin.reportObligations().stream()
                        .map(it -> it.copied(id(it), shift))
                        .toList(),
                origin.questions().stream()
                        .map(it -> it.copied(id(it), this::known))
                        .toList());
    }

    private UUID id(PlanItem item) {
        return known(item.id());
    }

    /** The new id of a thing; the same for whoever asks, so that what belonged together still does. */
    private UUID known(UUID id) {
        return ids.computeIfAbsent(id, _ -> Ids.next());
    }

    private PlanReading reading(PlanReading it) {
        return new PlanReading(
                head(it.document()),
                it.subject(),
                it.legalBases(),
                it.mentioned(),
                it.addressees(),
                it.purposes(),
                it.requirements(),
                it.qualitativeGoals(),
                it.contentItems(),
                it.channels(),
                it.solutions(),
                shift.period(it.period()),
                it.budgetSources(),
                it.recipients(),
                it.signer(),
                List.of(),
                it.findings());
    }

    private static ExtractedPlan.Head head(ExtractedPlan.Head it) {
        return new ExtractedPlan.Head(
                it.type(),
                null,
                it.symbol(),
                null,
                it.place(),
                null,
                DatePrecision.NONE,
                null,
                it.issuer(),
                it.issuerState(),
                it.parentBody(),
                it.evidence());
    }
}
