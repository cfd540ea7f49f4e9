package vn.lantoa.reporting.indicator;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.PlanPromulgated.IndicatorItem;

/** Takes over the indicators of a promulgated plan with their targets. Recording the same plan again changes nothing. */
@Singleton
public class RecordIndicators {

    private final Jdbi db;

    RecordIndicators(Jdbi db) {
        this.db = db;
    }

    /** Runs in the transaction of the event. */
    public void handle(PlanPromulgated plan) {
        db.useHandle(handle -> {
            int position = 0;
            for (var indicator : plan.indicators()) {
                write(handle, plan, indicator, position++);
                writeTargets(handle, indicator);
            }
        });
    }

    private static void write(Handle handle, PlanPromulgated plan, IndicatorItem it, int position) {
        handle.createUpdate("""
                        insert into indicator (indicator_id, organization_id, plan_id, matching_key, name, unit,
                            numerator_words, denominator_words, position)
                        values (:id, :organization, :plan, :key, :name, :unit, :numerator, :denominator, :position)
                        on conflict (indicator_id) do update set (matching_key, name, unit, numerator_words,
                            denominator_words, position)
                          = (excluded.matching_key, excluded.name, excluded.unit, excluded.numerator_words,
                            excluded.denominator_words, excluded.position)""")
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
}
