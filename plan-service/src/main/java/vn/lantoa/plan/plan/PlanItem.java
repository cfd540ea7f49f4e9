package vn.lantoa.plan.plan;

import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** Something that stands in a plan, at its place. */
@MappedSuperclass
@SuppressWarnings("UnusedVariable") // plan is read by the database only
abstract class PlanItem {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "plan_id")
    private Plan plan;

    private int position;

    protected PlanItem() {}

    PlanItem(UUID id) {
        this.id = id;
    }

    void belongTo(Plan owner, int at) {
        plan = owner;
        position = at;
    }

    int position() {
        return position;
    }

    UUID id() {
        return id;
    }
}
