package vn.lantoa.plan.cascade;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.cascade.Branches.Item;
import vn.lantoa.plan.cascade.Proposals.Proposal;

/** What an answer to a proposal leaves behind, whichever it is: the organization was heard up to that version of the plan above. */
@Singleton
class DecidedProposal {

    private final Proposals proposals;
    private final Branches branches;

    DecidedProposal(Proposals proposals, Branches branches) {
        this.proposals = proposals;
        this.branches = branches;
    }

    /**
     * @throws Problem.NotFound when the plan has no such proposal
     * @throws Problem.RuleBroken when it was decided, or a newer one took its place
     */
    Proposal open(UUID organizationId, UUID planId, UUID proposalId) {
        var proposal = proposals
                .toDecide(organizationId, planId, proposalId)
                .orElseThrow(() -> new Problem.NotFound("plan.proposal-not-found"));
        if (proposal.state() != Proposals.State.OPEN) {
            throw new Problem.RuleBroken("plan.proposal-decided").with("state", proposal.state());
        }
        return proposal;
    }

    /** What the items above said is now what the organization decided about; what ended above is its own business from now on. */
    void remember(Proposal proposal) {
        var kept = new ArrayList<Item>();
        var ended = new ArrayList<UUID>();
        for (var change : proposal.changes()) {
            switch (change.kind()) {
                case ENDED -> ended.add(change.originItemId());
                case CHANGED, ADDED ->
                    kept.add(new Item(
                            change.originItemId(), change.itemId(), true, Objects.requireNonNull(change.after())));
            }
        }
        branches.keepItems(proposal.branchId(), kept);
        branches.dropItems(proposal.branchId(), ended);
        branches.heard(proposal.branchId(), proposal.toEdition());
    }
}
