package vn.lantoa.plan.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.runtime.MovableClock;

/** The opinions of units on drafts. Rows are only added. */
@Singleton
class PlanOpinions {

    private static final TypeReference<List<PlanOpinion.OnItem>> ITEMS = new TypeReference<>() {};

    /**
     * @param person display name; null when they are no longer in the directory
     * @param unit its name; null when it is no longer in the directory
     */
    @Schema(name = "PlanOpinion")
    record Given(
            UUID id,
            UUID unitId,
            @Nullable String unit,
            boolean agrees,
            @Nullable String text,
            List<PlanOpinion.OnItem> items,
            long planVersion,
            UUID personId,
            @Nullable String person,
            @Nullable UUID onBehalfOf,
            OffsetDateTime givenAt,
            boolean inTime) {}

    /**
     * The last word of a unit.
     *
     * @param inTime whether its first word came in time
     */
    record LastWord(boolean agrees, OffsetDateTime givenAt, boolean inTime) {}

    private static final String OPINION = """
            select opinion_id, opinion.unit_id, agrees, body, items, plan_version, given_by, on_behalf_of, given_at, in_time,
                (select display_name from directory_membership member
                 where member.person_id = given_by and member.organization_id = :organization
                 order by membership_id limit 1) as person,
                (select name from directory_unit_period period where period.unit_id = opinion.unit_id
                 order by validity desc limit 1) as unit
            from plan_opinion opinion
            where plan_id = :plan
            """;

    private final Jdbi db;
    private final ObjectMapper json;

    PlanOpinions(Jdbi db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    void add(PlanOpinion it) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into plan_opinion (opinion_id, plan_id, unit_id, agrees, body, items, plan_version, given_by,
                            on_behalf_of, given_at, in_time)
                        values (:id, :plan, :unit, :agrees, :text, cast(:items as jsonb), :version, :by, :onBehalfOf, :at, :inTime)""")
                .bind("id", it.id())
                .bind("plan", it.planId())
                .bind("unit", it.unitId())
                .bind("agrees", it.agrees())
                .bind("text", it.text())
                .bind("items", write(it.items()))
                .bind("version", it.planVersion())
                .bind("by", it.givenBy())
                .bind("onBehalfOf", it.onBehalfOf())
                .bind("at", it.givenAt())
                .bind("inTime", it.inTime())
                .execute());
    }

    /** Oldest first; begins after the given pair. */
    List<Given> of(Plan plan, @Nullable OffsetDateTime after, @Nullable UUID afterId, int limit) {
        return db.withHandle(handle -> handle.createQuery(OPINION + """
                         and (cast(:after as timestamptz) is null
                              or (given_at, opinion_id) > (cast(:after as timestamptz), cast(:afterId as uuid)))
                        order by given_at, opinion_id
                        limit :limit""")
                .bind("organization", plan.organizationId())
                .bind("plan", plan.id())
                .bind("after", after)
                .bind("afterId", afterId)
                .bind("limit", limit)
                .map((row, _) -> given(row))
                .list());
    }

    Given get(Plan plan, UUID opinionId) {
        return db.withHandle(handle -> handle.createQuery(OPINION + " and opinion_id = :id")
                .bind("organization", plan.organizationId())
                .bind("plan", plan.id())
                .bind("id", opinionId)
                .map((row, _) -> given(row))
                .one());
    }

    /** By unit; who has not answered is not in it. */
    Map<UUID, LastWord> lastWords(UUID planId) {
        var words = new HashMap<UUID, LastWord>();
        db.useHandle(handle -> handle.createQuery("""
                        select distinct on (unit_id) unit_id, agrees, given_at,
                            bool_or(in_time) over (partition by unit_id) as in_time
                        from plan_opinion where plan_id = :plan
                        order by unit_id, given_at desc, opinion_id desc""")
                .bind("plan", planId)
                .map((row, _) -> words.put(
                        row.getObject("unit_id", UUID.class),
                        new LastWord(row.getBoolean("agrees"), instant(row), row.getBoolean("in_time"))))
                .list());
        return words;
    }

    private Given given(ResultSet row) throws SQLException {
        return new Given(
                row.getObject("opinion_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("unit"),
                row.getBoolean("agrees"),
                row.getString("body"),
                read(row.getString("items")),
                row.getLong("plan_version"),
                row.getObject("given_by", UUID.class),
                row.getString("person"),
                row.getObject("on_behalf_of", UUID.class),
                instant(row),
                row.getBoolean("in_time"));
    }

    private static OffsetDateTime instant(ResultSet row) throws SQLException {
        return row.getObject("given_at", OffsetDateTime.class)
                .atZoneSameInstant(MovableClock.VIETNAM)
                .toOffsetDateTime();
    }

    private String write(List<PlanOpinion.OnItem> items) {
        try {
            return json.writeValueAsString(items);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An opinion cannot be written", e);
        }
    }

    private List<PlanOpinion.OnItem> read(String text) {
        try {
            return json.readValue(text, ITEMS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An opinion cannot be read", e);
        }
    }
}
