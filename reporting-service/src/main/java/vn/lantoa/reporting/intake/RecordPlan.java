package vn.lantoa.reporting.intake;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.reporting.indicator.RecordIndicators;
import vn.lantoa.reporting.obligation.RecordObligations;

/**
 * Takes a version of a plan over: what it is, what it measures, what it obliges to report. The newest version wins, in whatever
 * order they come; one known already, or an older one, changes nothing, and nothing comes after the end of the plan.
 */
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

    private record End(int version, LocalDate endedOn) {}

    /** Runs in the transaction of the event. */
    void handle(PlanInForce plan) {
        var end = endOf(plan.planId());
        if (end.filter(it -> it.version() < plan.version()).isPresent() || !isNews(plan)) {
            return;
        }
        var endedOn = end.map(End::endedOn).orElse(null);
        recordIndicators.handle(plan, endedOn);
        recordObligations.handle(plan, endedOn);
    }

    private Optional<End> endOf(UUID planId) {
        return db.withHandle(handle -> handle.createQuery("select version, ended_on from plan_end where plan_id = :id")
                .bind("id", planId)
                .map((row, _) -> new End(row.getInt("version"), row.getObject("ended_on", LocalDate.class)))
                .findOne());
    }

    private boolean isNews(PlanInForce it) {
        return db.withHandle(handle -> {
            boolean isNewest = handle.createUpdate("""
                                    insert into plan (plan_id, organization_id, version, subject, document_number,
                                        document_symbol, promulgated_on, starts_on, ends_on)
                                    values (:id, :organization, :version, :subject, :number, :symbol, :on, :starts, :ends)
                                    on conflict (plan_id) do update set (version, subject, document_number, document_symbol,
                                        promulgated_on, starts_on, ends_on)
                                      = (excluded.version, excluded.subject, excluded.document_number,
                                        excluded.document_symbol, excluded.promulgated_on, excluded.starts_on,
                                        excluded.ends_on)
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
                            .execute()
                    == 1;
            if (isNewest) {
                handle.createUpdate("""
                                insert into plan_version (plan_id, version, in_force_from) values (:id, :version, :from)""")
                        .bind("id", it.planId())
                        .bind("version", it.version())
                        .bind("from", it.inForceFrom())
                        .execute();
            }
            return isNewest;
        });
    }
}
