package vn.lantoa.task.assignment;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.PlanPromulgated;

/** What is kept of a plan: its names for the tasks, and the fact that its tasks exist. */
@Singleton
class PromulgatedPlans {

    private final Jdbi db;

    PromulgatedPlans(Jdbi db) {
        this.db = db;
    }

    /**
     * Remembers a plan.
     *
     * @return true the first time that it is heard of
     */
    boolean add(PlanPromulgated plan) {
        return db.withHandle(handle -> handle.createUpdate("""
                        insert into promulgated_plan (plan_id, organization_id, version, subject, document_number,
                            document_symbol, promulgated_on, starts_on, ends_on)
                        values (:plan, :organization, :version, :subject, :number, :symbol, :on, :starts, :ends)
                        on conflict do nothing""")
                        .bind("plan", plan.planId())
                        .bind("organization", plan.organizationId())
                        .bind("version", plan.version())
                        .bind("subject", plan.subject())
                        .bind("number", plan.documentNumber())
                        .bind("symbol", plan.documentSymbol())
                        .bind("on", plan.promulgatedOn())
                        .bind("starts", plan.startsOn())
                        .bind("ends", plan.endsOn())
                        .execute())
                == 1;
    }
}
