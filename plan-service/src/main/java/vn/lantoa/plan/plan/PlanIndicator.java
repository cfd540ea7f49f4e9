package vn.lantoa.plan.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lantoa.plan.intake.Source;

/** A measured goal of the plan, with what it is to reach year by year. */
@Entity
@Table(name = "plan_indicator")
class PlanIndicator extends PlanItem {

    private String name;
    private @Nullable String unit;
    private @Nullable String numerator;
    private @Nullable String denominator;
    private boolean content;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<PlanTarget> targets;

    @JdbcTypeCode(SqlTypes.JSON)
    private Source source;

    private double confidence;

    protected PlanIndicator() {}

    /** @param content true when the figures stand in a message to be communicated and are no goal of the plan itself */
    PlanIndicator(
            UUID id,
            String name,
            @Nullable String unit,
            @Nullable String numerator,
            @Nullable String denominator,
            boolean content,
            List<PlanTarget> targets,
            Source source,
            double confidence) {
        super(id);
        this.name = name;
        this.unit = unit;
        this.numerator = numerator;
        this.denominator = denominator;
        this.content = content;
        this.targets = List.copyOf(targets);
        this.source = source;
        this.confidence = confidence;
    }

    void change(String newName, String newUnit, @Nullable String newNumerator, @Nullable String newDenominator) {
        name = newName;
        unit = newUnit;
        numerator = newNumerator;
        denominator = newDenominator;
    }

    void aimAt(List<PlanTarget> newTargets) {
        targets = List.copyOf(newTargets);
    }

    PlanIndicator copied(UUID newId, YearShift shift) {
        return new PlanIndicator(
                newId,
                name,
                unit,
                numerator,
                denominator,
                content,
                targets.stream().map(shift::target).toList(),
                source,
                confidence);
    }

    String name() {
        return name;
    }

    @Nullable
    String unit() {
        return unit;
    }

    @Nullable
    String numerator() {
        return numerator;
    }

    @Nullable
    String denominator() {
        return denominator;
    }

    boolean isContent() {
        return content;
    }

    List<PlanTarget> targets() {
        return targets;
    }

    Source source() {
        return source;
    }

    double confidence() {
        return confidence;
    }
}
