package vn.lantoa.reporting.indicator;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanEnded;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated.IndicatorItem;

/**
 * Takes over the indicators of a version of a plan with their targets, and keeps what earlier versions said of them: figures stay
 * bound to that. An indicator that is not in the plan any more is kept for its figures.
 */
@Singleton
public class RecordIndicators {

    private final Jdbi db;

    RecordIndicators(Jdbi db) {
        this.db = db;
    }

    /**
     * Runs in the transaction of the event.
     *
     * @param plan a version newer than all that were known
     * @param endedOn first day on which the plan did not hold any more; null while it holds
     */
    public void handle(PlanInForce plan, @Nullable LocalDate endedOn) {
        db.useHandle(handle -> {
            int position = 0;
            for (var indicator : plan.indicators()) {
                write(handle, plan, indicator, position++);
                writeTargets(handle, indicator);
                writeVersion(handle, plan, indicator);
            }
            var kept =
                    plan.indicators().stream().map(IndicatorItem::indicatorId).toList();
            end(handle, plan.planId(), plan.version(), plan.inForceFrom(), kept);
            if (endedOn != null) {
                end(handle, plan.planId(), plan.version(), endedOn, List.of());
            }
        });
    }

    /** Runs in the transaction of the event. */
    public void handle(PlanEnded plan) {
        db.useHandle(handle -> end(handle, plan.planId(), plan.version(), plan.endedOn(), List.of()));
    }

    private static void write(Handle handle, PlanInForce plan, IndicatorItem it, int position) {
        handle.createUpdate("""
                        insert into indicator (indicator_id, organization_id, plan_id, matching_key, name, unit,
                            numerator_words, denominator_words, position)
                        values (:id, :organization, :plan, :key, :name, :unit, :numerator, :denominator, :position)
                        on conflict (indicator_id) do update set (matching_key, name, unit, numerator_words,
                            denominator_words, position, ended_in_version, ended_on)
                          = (excluded.matching_key, excluded.name, excluded.unit, excluded.numerator_words,
                            excluded.denominator_words, excluded.position, null, null)""")
                .bind("id", it.indicatorId())
                .bind("organization", plan.organizationId())
                .bind("plan", plan.planId())
                .bind("key", MatchingKey.of(it.name(), it.unit()))
                .bind("name", it.name())
                .bind("unit", it.unit())
                .bind("numerator", it.numerator())
                .bind("denominator", it.denominator())
                .bind("position", position)
                .execute();
    }

    private static void writeTargets(Handle handle, IndicatorItem it) {
        handle.createUpdate("delete from indicator_target where indicator_id = :id")
                .bind("id", it.indicatorId())
                .execute();
        var targets = handle.prepareBatch("""
                insert into indicator_target (indicator_id, year, comparator, value, aspirational, words)
                values (:id, :year, :comparator, :value, :aspirational, :words)
                on conflict do nothing""");
        for (var target : it.targets()) {
            targets.bind("id", it.indicatorId())
                    .bind("year", target.year())
                    .bind("comparator", target.comparator())
                    .bind("value", target.value())
                    .bind("aspirational", target.aspirational())
                    .bind("words", target.words())
                    .add();
        }
        targets.execute();
    }

    private static void writeVersion(Handle handle, PlanInForce plan, IndicatorItem it) {
        handle.createUpdate("""
                        insert into indicator_version (indicator_id, version, organization_id, matching_key, name, unit)
                        select indicator_id, :version, organization_id, matching_key, name, unit
                        from indicator where indicator_id = :id""")
                .bind("id", it.indicatorId())
                .bind("version", plan.version())
                .execute();
        handle.createUpdate("""
                        insert into indicator_version_target (indicator_id, version, year, comparator, value, aspirational, words)
                        select indicator_id, :version, year, comparator, value, aspirational, words
                        from indicator_target where indicator_id = :id""")
                .bind("id", it.indicatorId())
                .bind("version", plan.version())
                .execute();
    }

    private static void end(Handle handle, UUID planId, int version, LocalDate on, List<UUID> kept) {
        handle.createUpdate("""
                        update indicator set ended_in_version = :version, ended_on = :on
                        where plan_id = :plan and ended_on is null and indicator_id <> all (:kept)""")
                .bind("plan", planId)
                .bind("version", version)
                .bind("on", on)
                .bind("kept", kept.toArray(UUID[]::new))
                .execute();
    }
}
