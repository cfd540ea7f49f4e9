package vn.lantoa.task.assignment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.PlanEnded;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated.TaskItem;

/** What is kept of a plan: its names for the tasks, the newest version that they follow, and whether it is over. */
@Singleton
class PromulgatedPlans {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final TypeReference<List<TaskItem>> ITEMS = new TypeReference<>() {};

    /** The newest version that is followed. */
    record Followed(int version, LocalDate endsOn, List<TaskItem> items) {}

    private final Jdbi db;

    PromulgatedPlans(Jdbi db) {
        this.db = db;
    }

    /** Until the transaction ends nobody else follows this plan: not even one that is not known yet. */
    void hold(UUID planId) {
        db.useHandle(handle ->
                handle.execute("select pg_advisory_xact_lock(hashtextextended('plan ' || ?, 0))", planId.toString()));
    }

    /** Empty when no version was heard of. */
    Optional<Followed> followed(UUID planId) {
        return db.withHandle(handle -> handle.createQuery(
                        "select version, ends_on, items from promulgated_plan where plan_id = :plan")
                .bind("plan", planId)
                .map((row, _) -> new Followed(
                        row.getInt("version"), row.getObject("ends_on", LocalDate.class), read(row.getString("items"))))
                .findOne());
    }

    void follow(PlanInForce plan) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into promulgated_plan (plan_id, organization_id, version, subject, document_number,
                            document_symbol, promulgated_on, starts_on, ends_on, in_force_from, items)
                        values (:plan, :organization, :version, :subject, :number, :symbol, :on, :starts, :ends, :from,
                            cast(:items as jsonb))
                        on conflict (plan_id) do update set version = excluded.version, subject = excluded.subject,
                            document_number = excluded.document_number, document_symbol = excluded.document_symbol,
                            promulgated_on = excluded.promulgated_on, starts_on = excluded.starts_on,
                            ends_on = excluded.ends_on, in_force_from = excluded.in_force_from, items = excluded.items""")
                .bind("plan", plan.planId())
                .bind("organization", plan.organizationId())
                .bind("version", plan.version())
                .bind("subject", plan.subject())
                .bind("number", plan.documentNumber())
                .bind("symbol", plan.documentSymbol())
                .bind("on", plan.promulgatedOn())
                .bind("starts", plan.startsOn())
                .bind("ends", plan.endsOn())
                .bind("from", plan.inForceFrom())
                .bind("items", written(plan.tasks()))
                .execute());
    }

    boolean isOver(UUID planId) {
        return db.withHandle(
                handle -> handle.createQuery("select exists (select from ended_plan where plan_id = :plan)")
                        .bind("plan", planId)
                        .mapTo(Boolean.class)
                        .one());
    }

    /**
     * Remembers that a plan is over, also one of which no version was heard of yet.
     *
     * @return true the first time
     */
    boolean end(PlanEnded end) {
        return db.withHandle(handle -> handle.createUpdate("""
                        insert into ended_plan (plan_id, organization_id, version, ended_on)
                        values (:plan, :organization, :version, :on) on conflict do nothing""")
                        .bind("plan", end.planId())
                        .bind("organization", end.organizationId())
                        .bind("version", end.version())
                        .bind("on", end.endedOn())
                        .execute())
                == 1;
    }

    private static String written(List<TaskItem> items) {
        try {
            return JSON.writeValueAsString(items);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the items of a plan", e);
        }
    }

    private static List<TaskItem> read(String items) {
        try {
            return JSON.readValue(items, ITEMS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read the items of a plan", e);
        }
    }
}
