package vn.lantoa.reporting.intake;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.reporting.indicator.RecordIndicators;
import vn.lantoa.reporting.obligation.RecordObligations;

/** Takes a promulgated plan over: what it is, what it measures, what it obliges to report. A version known already is left alone. */
@Singleton
class RecordPlan {

    private final Jdbi db;
    private final RecordIndicators recordIndicators;
    private final RecordObligations recordObligations;

    RecordPlan(Jdbi db, RecordIndicators recordIndicators, RecordObligations recordObligations) {
        this.db = db;
        this.recordIndicators = recordIndicators;
        this.recordObligations = recordObligations;
    }

    /** Runs in the transaction of the event. */
    void handle(PlanPromulgated plan) {
        if (isNews(plan)) {
            recordIndicators.handle(plan);
            recordObligations.handle(plan);
        }
    }

    private boolean isNews(PlanPromulgated it) {
        return db.withHandle(handle -> handle.createUpdate("""
                                insert into plan (plan_id, organization_id, version, subject, document_number, document_symbol,
                                    promulgated_on, starts_on, ends_on)
                                values (:id, :organization, :version, :subject, :number, :symbol, :on, :starts, :ends)
                                on conflict (plan_id) do update set (version, subject, document_number, document_symbol,
                                    promulgated_on, starts_on, ends_on)
                                  = (excluded.version, excluded.subject, excluded.document_number, excluded.document_symbol,
                                    excluded.promulgated_on, excluded.starts_on, excluded.ends_on)
                                where plan.version < excluded.version""")
                        .bind("id", it.planId())
                        .bind("organization", it.organizationId())
                        .bind("version", it.version())
                        .bind("subject", it.subject())
                        .bind("number", it.documentNumber())
                        .bind("symbol", it.documentSymbol())
                        .bind("on", it.promulgatedOn())
                        .bind("starts", it.startsOn())
                        .bind("ends", it.endsOn())
                        .execute())
                == 1;
    }
}
