package vn.lantoa.plan.cascade;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.plan.plan.StandingPlans;

/** What the level above proposes to a plan that was made of its own. */
@Path("/api/v1/plans/{id}/proposals")
@Tag(name = "Plans")
class ProposalResource {

    /**
     * A change above, to be accepted or refused as a whole.
     *
     * @param state OUTDATED when a newer change came first: the newer proposal holds both
     */
    @Schema(name = "CascadeProposal")
    record View(
            UUID id,
            int fromEdition,
            int toEdition,
            Proposals.State state,
            List<ProposedChange> changes,
            OffsetDateTime madeAt,
            @Nullable UUID decidedBy,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String reason) {}

    @Schema(name = "CascadeRefusal")
    record Refusal(@NotBlank @Size(max = 2000) String reason) {}

    private final RefuseProposal refuseProposal;
    private final Proposals proposals;
    private final StandingPlans plans;
    private final Caller caller;

    ProposalResource(RefuseProposal refuseProposal, Proposals proposals, StandingPlans plans, Caller caller) {
        this.refuseProposal = refuseProposal;
        this.proposals = proposals;
        this.plans = plans;
        this.caller = caller;
    }

    @GET
    @MachineScope(read = Scope.PLANS_READ)
    @Operation(summary = "What the level above proposes, oldest first")
    public Page<View> list(
            @RestPath UUID id,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        plans.get(own(), id);
        var list = Cursor.listOf("cascade-proposals", id);
        var keys = Cursor.read(list, cursor, 2);
        var rows = proposals.list(
                own(),
                id,
                keys.isEmpty() ? null : Cursor.moment(keys.getFirst()),
                keys.isEmpty() ? null : Cursor.id(keys.getLast()),
                limit + 1);
        return Page.cut(
                rows.stream().map(ProposalResource::view).toList(),
                limit,
                last -> "/api/v1/plans/" + id + "/proposals?limit=" + limit + "&cursor="
                        + Cursor.of(list, last.madeAt(), last.id()));
    }

    @POST
    @Path("{proposalId}/refuse")
    @Operation(summary = "Keep the plan as it is; the level above sees the reason")
    public View refuse(@RestPath UUID id, @RestPath UUID proposalId, @NotNull @Valid Refusal body) {
        caller.require(Role.LEADER);
        refuseProposal.handle(
                new RefuseProposal.Command(caller.organizationId(), id, proposalId, caller.personId(), body.reason()));
        return shown(id, proposalId);
    }

    private View shown(UUID planId, UUID proposalId) {
        return view(proposals.get(own(), planId, proposalId));
    }

    private static View view(Proposals.Proposal it) {
        return new View(
                it.id(),
                it.fromEdition(),
                it.toEdition(),
                it.state(),
                it.changes(),
                it.madeAt(),
                it.decidedBy(),
                it.decidedAt(),
                it.reason());
    }

    /** Every member of the organization may read. */
    private UUID own() {
        return caller.memberships().getFirst().organizationId();
    }
}
