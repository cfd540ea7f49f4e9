package vn.lantoa.plan.cascade;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.MovableClock;
import vn.lantoa.plan.cascade.Branches.Branch;

/** What plans above propose to the plans below. */
@Singleton
class Proposals {

    private static final TypeReference<List<ProposedChange>> CHANGES = new TypeReference<>() {};
    private static final String PROPOSAL = """
            select id, branch_id, plan_id, from_edition, to_edition, changes, state, made_at, decided_by, decided_at, reason
            from cascade_proposal where plan_id = :plan and organization_id = :organization
            """;

    private final Jdbi db;
    private final Branches branches;

    Proposals(Jdbi db, Branches branches) {
        this.db = db;
        this.branches = branches;
    }

    enum State {
        OPEN,
        ACCEPTED,
        REFUSED,
        /** A newer change came before anybody decided: the newer proposal holds both. */
        OUTDATED
    }

    record Proposal(
            UUID id,
            UUID branchId,
            UUID planId,
            int fromEdition,
            int toEdition,
            List<ProposedChange> changes,
            State state,
            OffsetDateTime madeAt,
            @Nullable UUID decidedBy,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String reason) {}

    void add(UUID id, Branch branch, int toEdition, List<ProposedChange> changes, OffsetDateTime at) {
        db.useHandle(handle -> {
            handle.createUpdate(
                            "update cascade_proposal set state = 'OUTDATED' where branch_id = :branch and state = 'OPEN'")
                    .bind("branch", branch.id())
                    .execute();
            handle.createUpdate("""
                            insert into cascade_proposal (id, branch_id, plan_id, organization_id, origin_organization_id,
                                from_edition, to_edition, changes, state, made_at)
                            values (:id, :branch, :plan, :organization, :above, :from, :to, cast(:changes as jsonb), 'OPEN', :at)""")
                    .bind("id", id)
                    .bind("branch", branch.id())
                    .bind("plan", branch.planId())
                    .bind("organization", branch.organizationId())
                    .bind("above", branch.originOrganizationId())
                    .bind("from", branch.originEdition())
                    .bind("to", toEdition)
                    .bind("changes", branches.write(changes))
                    .bind("at", at)
                    .execute();
        });
    }

    /** Oldest first; one more than {@code limit} at most. */
    List<Proposal> list(
            UUID organizationId, UUID planId, @Nullable OffsetDateTime after, @Nullable UUID afterId, int limit) {
        return db.withHandle(handle -> handle.createQuery(PROPOSAL + """
                         and (cast(:after as timestamptz) is null
                            or (made_at, id) > (cast(:after as timestamptz), cast(:afterId as uuid)))
                        order by made_at, id limit :limit""")
                .bind("plan", planId)
                .bind("organization", organizationId)
                .bind("after", after)
                .bind("afterId", afterId)
                .bind("limit", limit)
                .map((row, _) -> proposal(row))
                .list());
    }

    /** @throws Problem.NotFound when the plan has no such proposal */
    Proposal get(UUID organizationId, UUID planId, UUID proposalId) {
        return find(PROPOSAL + " and id = :id", organizationId, planId, proposalId)
                .orElseThrow(() -> new Problem.NotFound("plan.proposal-not-found"));
    }

    /** Locked: two who decide at once come one after the other. */
    Optional<Proposal> toDecide(UUID organizationId, UUID planId, UUID proposalId) {
        return find(PROPOSAL + " and id = :id for update", organizationId, planId, proposalId);
    }

    private Optional<Proposal> find(String query, UUID organizationId, UUID planId, UUID proposalId) {
        return db.withHandle(handle -> handle.createQuery(query)
                .bind("plan", planId)
                .bind("organization", organizationId)
                .bind("id", proposalId)
                .map((row, _) -> proposal(row))
                .findOne());
    }

    void decide(UUID proposalId, State state, UUID by, OffsetDateTime at, @Nullable String reason) {
        db.useHandle(handle -> handle.createUpdate("""
                        update cascade_proposal set state = :state, decided_by = :by, decided_at = :at, reason = :reason
                        where id = :id and state = 'OPEN'""")
                .bind("id", proposalId)
                .bind("state", state.name())
                .bind("by", by)
                .bind("at", at)
                .bind("reason", reason)
                .execute());
    }

    private Proposal proposal(ResultSet row) throws SQLException {
        var decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getObject("branch_id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getInt("from_edition"),
                row.getInt("to_edition"),
                branches.read(row.getString("changes"), CHANGES),
                State.valueOf(row.getString("state")),
                local(row.getObject("made_at", OffsetDateTime.class)),
                row.getObject("decided_by", UUID.class),
                decidedAt == null ? null : local(decidedAt),
                row.getString("reason"));
    }

    private static OffsetDateTime local(OffsetDateTime moment) {
        return moment.atZoneSameInstant(MovableClock.VIETNAM).toOffsetDateTime();
    }
}
