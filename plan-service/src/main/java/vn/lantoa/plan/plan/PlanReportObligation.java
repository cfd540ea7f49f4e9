package vn.lantoa.plan.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.plan.intake.ExtractedPlan.Frequency;
import vn.lantoa.plan.intake.ExtractedPlan.ReportKind;
import vn.lantoa.plan.intake.Source;

/** Who reports to whom, through whom, and when. */
@Entity
@Table(name = "plan_report_obligation")
class PlanReportObligation extends PlanItem {

    @Enumerated(EnumType.STRING)
    private ReportKind kind;

    @Enumerated(EnumType.STRING)
    private Frequency frequency;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ReportDue> due;

    @Column(name = "from_words")
    private @Nullable String fromWords;

    @Column(name = "from_unit_id")
    private @Nullable UUID fromUnitId;

    @Column(name = "to_words")
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> toWords;

    @Column(name = "receiving_organization_id")
    private @Nullable UUID receivingOrganizationId;

    @Column(name = "receiver_outside")
    private boolean receiverOutside;

    @Column(name = "via_words")
    private @Nullable String viaWords;

    @Column(name = "via_unit_id")
    private @Nullable UUID viaUnitId;

    @Column(name = "onward_to")
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> onwardTo;

    private boolean tracked;
    private String words;

    @JdbcTypeCode(SqlTypes.JSON)
    private Source source;

    private double confidence;

    protected PlanReportObligation() {}

    /** What was read of a duty to report. */
    record Draft(
            UUID id,
            ReportKind kind,
            Frequency frequency,
            List<ReportDue> due,
            @Nullable String fromWords,
            @Nullable UUID fromUnitId,
            List<String> toWords,
            @Nullable UUID receivingOrganizationId,
            @Nullable String viaWords,
            @Nullable UUID viaUnitId,
            List<String> onwardTo,
            String words,
            Source source,
            double confidence) {}

    PlanReportObligation(Draft draft) {
        super(draft.id());
        this.kind = draft.kind();
        this.frequency = draft.frequency();
        this.due = List.copyOf(draft.due());
        this.fromWords = draft.fromWords();
        this.fromUnitId = draft.fromUnitId();
        this.toWords = List.copyOf(draft.toWords());
        this.receivingOrganizationId = draft.receivingOrganizationId();
        this.viaWords = draft.viaWords();
        this.viaUnitId = draft.viaUnitId();
        this.onwardTo = List.copyOf(draft.onwardTo());
        // telling obstacles as they arise is no report with a round of its own
        this.tracked = draft.kind() != ReportKind.ISSUE;
        this.words = draft.words();
        this.source = draft.source();
        this.confidence = draft.confidence();
    }

    PlanReportObligation copied(UUID newId, YearShift shift) {
        var copy = new PlanReportObligation(new Draft(
                newId,
                kind,
                frequency,
                due.stream().map(shift::due).toList(),
                fromWords,
                fromUnitId,
                toWords,
                receivingOrganizationId,
                viaWords,
                viaUnitId,
                onwardTo,
                words,
                source,
                confidence));
        copy.receiverOutside = receiverOutside;
        copy.tracked = tracked;
        return copy;
    }

    void writtenBy(UUID unitId) {
        fromUnitId = unitId;
        tracked = true;
    }

    void receivedBy(UUID organizationId) {
        receivingOrganizationId = organizationId;
        receiverOutside = false;
    }

    void receivedOutside() {
        receivingOrganizationId = null;
        receiverOutside = true;
    }

    void dueOn(Frequency often, List<ReportDue> days) {
        frequency = often;
        due = List.copyOf(days);
        tracked = true;
    }

    /** As an amendment has it; its days follow by {@link #dueOn}. */
    void follow(ReportObligationItem item, ReportKind newKind, Frequency often) {
        kind = newKind;
        frequency = often;
        fromUnitId = item.fromUnitId();
        toWords = item.to();
        if (item.receivingOrganizationId() == null) {
            receivedOutside();
        } else {
            receivedBy(item.receivingOrganizationId());
        }
        viaUnitId = item.viaUnitId();
        words = item.words();
    }

    /** A person decided that nothing is to be watched here. */
    void leaveUntracked() {
        tracked = false;
    }

    void resolve(String name, UUID unitId) {
        if (name.equals(fromWords)) {
            fromUnitId = unitId;
        }
        if (name.equals(viaWords)) {
            viaUnitId = unitId;
        }
    }

    boolean leavesOpen(String name) {
        return tracked && name.equals(viaWords) && viaUnitId == null;
    }

    boolean isUndated() {
        return tracked && kind == ReportKind.PERIODIC && due.isEmpty();
    }

    boolean lacksReceiver() {
        return tracked && receivingOrganizationId == null && !receiverOutside;
    }

    boolean lacksWriter() {
        return tracked && fromUnitId == null;
    }

    boolean isTracked() {
        return tracked;
    }

    ReportKind kind() {
        return kind;
    }

    Frequency frequency() {
        return frequency;
    }

    List<ReportDue> due() {
        return due;
    }

    @Nullable
    String fromWords() {
        return fromWords;
    }

    @Nullable
    UUID fromUnitId() {
        return fromUnitId;
    }

    List<String> toWords() {
        return toWords;
    }

    @Nullable
    UUID receivingOrganizationId() {
        return receivingOrganizationId;
    }

    boolean isReceiverOutside() {
        return receiverOutside;
    }

    @Nullable
    String viaWords() {
        return viaWords;
    }

    @Nullable
    UUID viaUnitId() {
        return viaUnitId;
    }

    List<String> onwardTo() {
        return onwardTo;
    }

    String words() {
        return words;
    }

    Source source() {
        return source;
    }

    double confidence() {
        return confidence;
    }
}
