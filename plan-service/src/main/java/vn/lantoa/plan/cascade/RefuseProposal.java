package vn.lantoa.plan.cascade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;

/** Keeps the plan as it is (từ chối), with a reason that the level above sees. What was refused shows there as a deviation. */
@ApplicationScoped
class RefuseProposal {

    record Command(UUID organizationId, UUID planId, UUID proposalId, UUID personId, String reason) {}

    private final Proposals proposals;
    private final DecidedProposal decided;
    private final Clock clock;

    RefuseProposal(Proposals proposals, DecidedProposal decided, Clock clock) {
        this.proposals = proposals;
        this.decided = decided;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "planId", organization = "organizationId")
    void handle(Command command) {
        var proposal = decided.open(command.organizationId(), command.planId(), command.proposalId());
        proposals.decide(
                proposal.id(),
                Proposals.State.REFUSED,
                command.personId(),
                OffsetDateTime.now(clock),
                command.reason());
        decided.remember(proposal);
    }
}
