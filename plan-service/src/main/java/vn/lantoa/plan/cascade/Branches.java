package vn.lantoa.plan.cascade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanState;
import vn.lantoa.events.UnitKind;
import vn.lantoa.plan.plan.ItemContent;
import vn.lantoa.plan.plan.StandingPlans.Standing;

/** The branches of plans that were handed down, with their items. */
@Singleton
class Branches {

    private static final TypeReference<List<Deviation>> DEVIATIONS = new TypeReference<>() {};
    private static final TypeReference<Map<UUID, @Nullable UnitKind>> WANTED = new TypeReference<>() {};

    private static final String BRANCH = """
            select id, origin_plan_id, origin_organization_id, organization_id, lineage, wanted, handed_down_by, state,
                attempts, plan_id, origin_edition, plan_version
            from cascade_branch
            """;

    private final Jdbi db;
    private final ObjectMapper json;

    Branches(Jdbi db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    enum State {
        WAITING,
        DRAFTED,
        FAILED
    }

    /** @param planVersion the version of the plan below that the level above sees; null before the first look */
    record Branch(
            UUID id,
            UUID originPlanId,
            UUID originOrganizationId,
            UUID organizationId,
            List<UUID> lineage,
            Map<UUID, @Nullable UnitKind> wanted,
            UUID handedDownBy,
            State state,
            int attempts,
            @Nullable UUID planId,
            int originEdition,
            @Nullable Long planVersion) {}

    /**
     * @param itemId null when the organization has no item for it
     * @param chosen false for what the level above kept for itself
     */
    record Item(UUID originItemId, @Nullable UUID itemId, boolean chosen, ItemContent content) {}

    /** What the level above sees of one organization. */
    record Seen(
            UUID organizationId,
            @Nullable String organization,
            State state,
            @Nullable UUID planId,
            @Nullable PlanState planState,
            @Nullable String planNumber,
            @Nullable LocalDate promulgatedOn,
            int originEdition,
            List<Deviation> deviations,
            @Nullable String proposalState,
            @Nullable String proposalReason) {}

    /** @return how many are new; organizations that have one already keep it */
    int add(Collection<Branch> branches, OffsetDateTime at) {
        return db.withHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into cascade_branch (id, origin_plan_id, origin_organization_id, organization_id, lineage, wanted,
                        handed_down_by, handed_down_at, state, attempts, next_attempt_at, origin_edition)
                    values (:id, :origin, :above, :organization, :lineage, cast(:wanted as jsonb), :by, :at, 'WAITING', 0, :at,
                        :edition)
                    on conflict (origin_plan_id, organization_id) do nothing""");
            branches.forEach(it -> batch.bind("id", it.id())
                    .bind("origin", it.originPlanId())
                    .bind("above", it.originOrganizationId())
                    .bind("organization", it.organizationId())
                    .bind("lineage", it.lineage().toArray(UUID[]::new))
                    .bind("wanted", write(it.wanted()))
                    .bind("by", it.handedDownBy())
                    .bind("at", at)
                    .bind("edition", it.originEdition())
                    .add());
            return Arrays.stream(batch.execute()).sum();
        });
    }

    /** Those below the acting organization, however deep. */
    List<UUID> organizationsBelow(UUID organizationId) {
        return db.withHandle(
                handle -> handle.createQuery("select scope from acting_scope() as scope where scope <> :self")
                        .bind("self", organizationId)
                        .mapTo(UUID.class)
                        .list());
    }

    /** The organizations through which a plan came down; empty for one that was not handed down. */
    List<UUID> lineage(UUID planId) {
        return db.withHandle(handle -> handle.createQuery(BRANCH + " where plan_id = :plan")
                .bind("plan", planId)
                .map((row, _) -> branch(row))
                .findOne()
                .map(it -> it.lineage())
                .orElse(List.of()));
    }

    Optional<Branch> ofPlan(UUID organizationId, UUID planId) {
        return one(" where plan_id = :id and organization_id = :organization", planId, organizationId);
    }

    /** Held until the transaction ends; the longest waiting that nobody else holds. */
    Optional<Branch> claimWaiting(OffsetDateTime now) {
        return db.withHandle(handle -> handle.createQuery(BRANCH + """
                         where state = 'WAITING' and next_attempt_at <= :now
                        order by next_attempt_at, id limit 1 for update skip locked""")
                .bind("now", now)
                .map((row, _) -> branch(row))
                .findOne());
    }

    void drafted(UUID branchId, UUID planId) {
        db.useHandle(handle -> handle.createUpdate(
                        "update cascade_branch set state = 'DRAFTED', plan_id = :plan where id = :id")
                .bind("id", branchId)
                .bind("plan", planId)
                .execute());
    }

    /** @param next null when it is given up */
    void failed(UUID branchId, int attempts, @Nullable OffsetDateTime next) {
        db.useHandle(handle -> handle.createUpdate("""
                        update cascade_branch set attempts = :attempts, next_attempt_at = coalesce(:next, next_attempt_at),
                            state = case when :givenUp then 'FAILED' else state end
                        where id = :id and state = 'WAITING'""")
                .bind("id", branchId)
                .bind("attempts", attempts)
                .bind("next", next)
                .bind("givenUp", next == null)
                .execute());
    }

    /** Branches whose plan below has moved on since the level above saw it. */
    List<Branch> claimChanged(int atMost) {
        return db.withHandle(handle -> handle.createQuery("""
                        select b.id, origin_plan_id, origin_organization_id, b.organization_id, lineage, wanted, handed_down_by,
                            b.state, attempts, plan_id, origin_edition, plan_version
                        from cascade_branch b join plan p on p.id = b.plan_id
                        where b.plan_version is distinct from p.version
                        order by b.id limit :rows for update of b skip locked""")
                .bind("rows", atMost)
                .map((row, _) -> branch(row))
                .list());
    }

    /** Branches whose plan above holds a newer content than the organization was heard to. */
    List<Branch> claimBehind(int atMost) {
        return db.withHandle(handle -> handle.createQuery("""
                        select b.id, origin_plan_id, origin_organization_id, b.organization_id, lineage, wanted, handed_down_by,
                            b.state, attempts, plan_id, origin_edition, plan_version
                        from cascade_branch b join plan p on p.id = b.origin_plan_id
                        where b.state = 'DRAFTED' and p.edition > b.origin_edition
                            and not exists (select from cascade_proposal open where open.branch_id = b.id
                                and open.state = 'OPEN' and open.to_edition = p.edition)
                        order by b.id limit :rows for update of b skip locked""")
                .bind("rows", atMost)
                .map((row, _) -> branch(row))
                .list());
    }

    void seen(UUID branchId, Standing plan, List<Deviation> deviations) {
        boolean issued = plan.promulgatedOn() != null;
        db.useHandle(handle -> handle.createUpdate("""
                        update cascade_branch set plan_version = :version, plan_state = :state, plan_number = :number,
                            plan_promulgated_on = :on, deviations = cast(:deviations as jsonb)
                        where id = :id""")
                .bind("id", branchId)
                .bind("version", plan.version())
                .bind("state", plan.state().name())
                .bind("number", issued ? plan.number() : null)
                .bind("on", plan.promulgatedOn())
                .bind("deviations", write(issued ? deviations : List.of()))
                .execute());
    }

    void heard(UUID branchId, int originEdition) {
        db.useHandle(handle -> handle.createUpdate("""
                        update cascade_branch set origin_edition = :edition, plan_version = null where id = :id""")
                .bind("id", branchId)
                .bind("edition", originEdition)
                .execute());
    }

    List<Item> items(UUID branchId) {
        return db.withHandle(handle -> handle.createQuery("""
                        select origin_item_id, item_id, chosen, content from cascade_item
                        where branch_id = :branch order by origin_item_id""")
                .bind("branch", branchId)
                .map((row, _) -> new Item(
                        row.getObject("origin_item_id", UUID.class),
                        row.getObject("item_id", UUID.class),
                        row.getBoolean("chosen"),
                        read(row.getString("content"), ItemContent.class)))
                .list());
    }

    void keepItems(UUID branchId, Collection<Item> items) {
        db.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into cascade_item (branch_id, origin_item_id, item_id, chosen, content)
                    values (:branch, :origin, :item, :chosen, cast(:content as jsonb))
                    on conflict (branch_id, origin_item_id) do update set (item_id, chosen, content)
                        = (excluded.item_id, excluded.chosen, excluded.content)""");
            items.forEach(it -> batch.bind("branch", branchId)
                    .bind("origin", it.originItemId())
                    .bind("item", it.itemId())
                    .bind("chosen", it.chosen())
                    .bind("content", write(it.content()))
                    .add());
            if (!items.isEmpty()) {
                batch.execute();
            }
        });
    }

    void dropItems(UUID branchId, Collection<UUID> originItemIds) {
        db.useHandle(handle -> handle.createUpdate(
                        "delete from cascade_item where branch_id = :branch and origin_item_id = any (:items)")
                .bind("branch", branchId)
                .bind("items", originItemIds.toArray(UUID[]::new))
                .execute());
    }

    /** By organization; one more than {@code limit} at most. */
    List<Seen> below(UUID originOrganizationId, UUID originPlanId, @Nullable UUID after, int limit) {
        return db.withHandle(handle -> handle.createQuery("""
                        select b.organization_id, n.name, b.state, b.plan_id, plan_state, plan_number, plan_promulgated_on,
                            origin_edition, deviations, last.state as proposal_state, last.reason as proposal_reason
                        from cascade_branch b
                            left join directory_organization n on n.organization_id = b.organization_id
                            left join lateral (
                                select state, reason from cascade_proposal p
                                where p.branch_id = b.id and p.state <> 'OUTDATED'
                                order by made_at desc, p.id desc limit 1) last on true
                        where b.origin_plan_id = :plan and b.origin_organization_id = :above
                            and (cast(:after as uuid) is null or b.organization_id > :after)
                        order by b.organization_id limit :limit""")
                .bind("plan", originPlanId)
                .bind("above", originOrganizationId)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> seen(row))
                .list());
    }

    /** How many branches of a plan stand where. */
    Map<State, Integer> counts(UUID originOrganizationId, UUID originPlanId) {
        var counts = new HashMap<State, Integer>();
        db.useHandle(handle -> handle.createQuery("""
                        select state, count(*) as number from cascade_branch
                        where origin_plan_id = :plan and origin_organization_id = :above group by state""")
                .bind("plan", originPlanId)
                .bind("above", originOrganizationId)
                .map((row, _) -> Map.entry(State.valueOf(row.getString("state")), row.getInt("number")))
                .forEach(it -> counts.put(it.getKey(), it.getValue())));
        return counts;
    }

    private Optional<Branch> one(String where, UUID id, UUID organizationId) {
        return db.withHandle(handle -> handle.createQuery(BRANCH + where)
                .bind("id", id)
                .bind("organization", organizationId)
                .map((row, _) -> branch(row))
                .findOne());
    }

    private Branch branch(ResultSet row) throws SQLException {
        return new Branch(
                row.getObject("id", UUID.class),
                row.getObject("origin_plan_id", UUID.class),
                row.getObject("origin_organization_id", UUID.class),
                row.getObject("organization_id", UUID.class),
                List.of((UUID[]) row.getArray("lineage").getArray()),
                read(row.getString("wanted"), WANTED),
                row.getObject("handed_down_by", UUID.class),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("plan_id", UUID.class),
                row.getInt("origin_edition"),
                row.getObject("plan_version", Long.class));
    }

    private Seen seen(ResultSet row) throws SQLException {
        var state = row.getString("plan_state");
        return new Seen(
                row.getObject("organization_id", UUID.class),
                row.getString("name"),
                State.valueOf(row.getString("state")),
                row.getObject("plan_id", UUID.class),
                state == null ? null : PlanState.valueOf(state),
                row.getString("plan_number"),
                row.getObject("plan_promulgated_on", LocalDate.class),
                row.getInt("origin_edition"),
                read(row.getString("deviations"), DEVIATIONS),
                row.getString("proposal_state"),
                row.getString("proposal_reason"));
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A branch cannot be written", e);
        }
    }

    <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A branch cannot be read", e);
        }
    }

    <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A branch cannot be read", e);
        }
    }
}
