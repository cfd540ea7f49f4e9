package vn.lantoa.plan.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.plan.intake.Source;

/** What one unit, or several named together, is made responsible for (tổ chức thực hiện). */
@Entity
@Table(name = "plan_unit_duty")
class PlanUnitDuty extends PlanItem {

    private @Nullable String number;
    private String words;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<NamedUnits> units;

    @Enumerated(EnumType.STRING)
    private AssignMode mode;

    @Column(name = "overall_lead")
    private boolean overallLead;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<PlanDuty> duties;

    @JdbcTypeCode(SqlTypes.JSON)
    private Source source;

    private double confidence;

    protected PlanUnitDuty() {}

    PlanUnitDuty(
            UUID id,
            @Nullable String number,
            String words,
            List<NamedUnits> units,
            AssignMode mode,
            boolean overallLead,
            List<PlanDuty> duties,
            Source source,
            double confidence) {
        super(id);
        this.number = number;
        this.words = words;
        this.units = List.copyOf(units);
        this.mode = mode;
        this.overallLead = overallLead;
        this.duties = List.copyOf(duties);
        this.source = source;
        this.confidence = confidence;
    }

    /** @param newIds of its duties, and of the tasks that were made of them */
    PlanUnitDuty copied(UUID newId, UnaryOperator<UUID> newIds, YearShift shift) {
        return new PlanUnitDuty(
                newId,
                number,
                words,
                units,
                mode,
                overallLead,
                duties.stream().map(duty -> duty.copied(newIds, shift)).toList(),
                source,
                confidence);
    }

    Optional<PlanDuty> duty(UUID dutyId) {
        return duties.stream().filter(duty -> duty.id().equals(dutyId)).findFirst();
    }

    /** @param taskId null when the task was taken out again */
    void becomesTask(UUID dutyId, @Nullable UUID taskId) {
        duties = duties.stream()
                .map(duty -> duty.id().equals(dutyId) ? duty.asTask(taskId) : duty)
                .toList();
    }

    void drop(UUID dutyId) {
        duties = duties.stream().filter(duty -> !duty.id().equals(dutyId)).toList();
    }

    void resolve(String name, List<UUID> unitIds) {
        units = units.stream()
                .map(named -> named.words().equals(name) ? new NamedUnits(name, unitIds) : named)
                .toList();
    }

    boolean leavesOpen(String name) {
        return units.stream()
                .anyMatch(named -> named.words().equals(name) && named.unitIds().isEmpty());
    }

    /** All units meant, in the document's order. */
    List<UUID> unitIds() {
        return units.stream()
                .flatMap(named -> named.unitIds().stream())
                .distinct()
                .toList();
    }

    @Nullable
    String number() {
        return number;
    }

    String words() {
        return words;
    }

    List<NamedUnits> units() {
        return units;
    }

    AssignMode mode() {
        return mode;
    }

    boolean isOverallLead() {
        return overallLead;
    }

    List<PlanDuty> duties() {
        return duties;
    }

    Source source() {
        return source;
    }

    double confidence() {
        return confidence;
    }
}
