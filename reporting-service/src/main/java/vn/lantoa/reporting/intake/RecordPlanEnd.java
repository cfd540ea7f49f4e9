package vn.lantoa.reporting.intake;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.PlanEnded;
import vn.lantoa.reporting.indicator.RecordIndicators;
import vn.lantoa.reporting.obligation.RecordObligations;

/** Notes that a plan is over, once. The note stays also when the version that it ends is not known yet. */
@Singleton
class RecordPlanEnd {

    private final Jdbi db;
    private final RecordIndicators recordIndicators;
    private final RecordObligations recordObligations;

    RecordPlanEnd(Jdbi db, RecordIndicators recordIndicators, RecordObligations recordObligations) {
        this.db = db;
        this.recordIndicators = recordIndicators;
        this.recordObligations = recordObligations;
    }

    /** Runs in the transaction of the event. */
    void handle(PlanEnded end) {
        if (isNews(end)) {
            recordIndicators.handle(end);
            recordObligations.handle(end);
        }
    }

    private boolean isNews(PlanEnded it) {
        return db.withHandle(handle -> handle.createUpdate("""
                                insert into plan_end (plan_id, organization_id, version, ended_on)
                                values (:id, :organization, :version, :on)
                                on conflict (plan_id) do nothing""")
                        .bind("id", it.planId())
                        .bind("organization", it.organizationId())
                        .bind("version", it.version())
                        .bind("on", it.endedOn())
                        .execute())
                == 1;
    }
}
