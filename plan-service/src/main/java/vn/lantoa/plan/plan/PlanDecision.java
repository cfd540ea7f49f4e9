package vn.lantoa.plan.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanState;
import vn.lantoa.kit.runtime.Ids;

/** One thing that somebody did to a plan; never changed afterwards. */
@Entity
@Table(name = "plan_decision")
@SuppressWarnings("UnusedVariable") // written once; read by PlanHistory
class PlanDecision {

    enum Action {
        IMPORT,
        ANSWER,
        MAKE_TASK,
        CHANGE_TASK,
        REMOVE_ITEM,
        SUBMIT,
        RETURN,
        APPROVE,
        CHOOSE_RECIPIENTS,
        PROMULGATE,
        AMEND
    }

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "plan_id")
    private Plan plan;

    @Enumerated(EnumType.STRING)
    private Action action;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_state")
    private @Nullable PlanState fromState;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state")
    private PlanState toState;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "decided_at")
    private OffsetDateTime decidedAt;

    @Column(name = "subject_id")
    private @Nullable UUID subjectId;

    private @Nullable String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> details;

    protected PlanDecision() {}

    /** @param subjectId the item or question it was about */
    PlanDecision(
            Plan plan,
            Action action,
            @Nullable PlanState fromState,
            PlanState toState,
            UUID personId,
            OffsetDateTime decidedAt,
            @Nullable UUID subjectId,
            @Nullable String reason,
            Map<String, String> details) {
        this.id = Ids.next();
        this.plan = plan;
        this.action = action;
        this.fromState = fromState;
        this.toState = toState;
        this.personId = personId;
        this.decidedAt = decidedAt;
        this.subjectId = subjectId;
        this.reason = reason;
        this.details = Map.copyOf(details);
    }
}
