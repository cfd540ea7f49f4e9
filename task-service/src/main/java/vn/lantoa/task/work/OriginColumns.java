package vn.lantoa.task.work;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a task comes from, in the columns of its task. All are empty only for a task whose source was not written down. */
@Embeddable
class OriginColumns {

    @Column(name = "plan_id")
    private @Nullable UUID planId;

    @Column(name = "plan_item_id")
    private @Nullable UUID planItemId;

    @Column(name = "plan_version")
    private @Nullable Integer planVersion;

    @Column(name = "parent_task_id")
    private @Nullable UUID parentTaskId;

    @Column(name = "occurrence_on")
    private @Nullable LocalDate occurrenceOn;

    @Column(name = "plan_ends_on")
    private @Nullable LocalDate planEndsOn;

    @Column(name = "excerpt")
    private @Nullable String excerpt;

    @Column(name = "source")
    private @Nullable String source;

    protected OriginColumns() {}

    OriginColumns(TaskOrder.Origin origin) {
        planId = origin.planId();
        planItemId = origin.planItemId();
        planVersion = origin.planVersion();
        parentTaskId = origin.parentTaskId();
        occurrenceOn = origin.occurrenceOn();
        planEndsOn = origin.planEndsOn();
        excerpt = origin.excerpt();
        source = origin.source();
    }

    TaskOrder.Origin origin() {
        return new TaskOrder.Origin(
                planId, planItemId, planVersion, parentTaskId, occurrenceOn, planEndsOn, excerpt, source);
    }

    void follow(int version, LocalDate endsOn) {
        planVersion = version;
        planEndsOn = endsOn;
    }

    void quote(@Nullable String words) {
        excerpt = words;
    }
}
