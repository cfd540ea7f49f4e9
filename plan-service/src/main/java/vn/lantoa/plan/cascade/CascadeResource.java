package vn.lantoa.plan.cascade;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.machines.MachineScope;
import vn.lantoa.plan.plan.StandingPlans;

/** A plan on its way to the organizations below, seen from above. */
@Path("/api/v1/plans/{id}/cascade")
@Tag(name = "Plans")
class CascadeResource {

    /** @param leadUnitKind leads the task in each organization that has exactly one unit of this kind; elsewhere somebody is asked */
    @Schema(name = "CascadeItem")
    record WantedItem(@NotNull UUID itemId, @Nullable UnitKind leadUnitKind) {}

    /**
     * @param organizationIds all somewhere below the acting organization; those that have a draft of this plan already keep it
     * @param items which items are handed down
     */
    @Schema(name = "CascadeWish")
    record Wish(
            @NotEmpty @Size(max = 500) List<@NotNull UUID> organizationIds,
            @NotEmpty @Size(max = 500) List<@NotNull @Valid WantedItem> items) {

        Map<UUID, @Nullable UnitKind> wanted() {
            var wanted = new LinkedHashMap<UUID, @Nullable UnitKind>();
            items.forEach(it -> wanted.put(it.itemId(), it.leadUnitKind()));
            return wanted;
        }
    }

    /**
     * How far it is.
     *
     * @param waiting organizations whose draft is still to be made
     * @param drafted organizations that have it
     * @param failed organizations whose draft could not be made; handing down again does not repeat them
     */
    @Schema(name = "CascadeProgress")
    record Progress(int waiting, int drafted, int failed) {}

    /**
     * What became of it in one organization.
     *
     * @param planState null while the draft is not made
     * @param originEdition version of this plan to which the organization was last heard
     * @param deviations shown once the organization issued its plan; drafts are its own business
     * @param proposalState of the last change that it was asked about; OPEN, ACCEPTED or REFUSED
     */
    @Schema(name = "CascadeBranch")
    record BranchView(
            UUID organizationId,
            @Nullable String organization,
            Branches.State state,
            @Nullable String planState,
            @Nullable String planNumber,
            @Nullable String promulgatedOn,
            int originEdition,
            List<Deviation> deviations,
            @Nullable String proposalState,
            @Nullable String proposalReason) {}

    private final HandDownPlan handDownPlan;
    private final Branches branches;
    private final StandingPlans plans;
    private final Caller caller;

    CascadeResource(HandDownPlan handDownPlan, Branches branches, StandingPlans plans, Caller caller) {
        this.handDownPlan = handDownPlan;
        this.branches = branches;
        this.plans = plans;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary =
                    "Hand the plan down: each organization gets a draft of its own (triển khai kế hoạch của cấp trên)",
            description = "The drafts are made in the background; GET the same address for the progress.")
    @APIResponse(
            responseCode = "202",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Progress.class)))
    public Response handDown(@RestPath UUID id, @NotNull @Valid Wish wish) {
        caller.require(Role.LEADER, Role.COORDINATOR);
        handDownPlan.handle(new HandDownPlan.Command(
                caller.organizationId(), id, caller.personId(), wish.organizationIds(), wish.wanted()));
        return Response.accepted(progressOf(id))
                .location(URI.create("/api/v1/plans/" + id + "/cascade"))
                .build();
    }

    @GET
    @MachineScope(read = Scope.PLANS_READ)
    @Operation(summary = "How far the handing down is")
    public Progress progress(@RestPath UUID id) {
        plans.get(own(), id);
        return progressOf(id);
    }

    @GET
    @Path("branches")
    @MachineScope(read = Scope.PLANS_READ)
    @Operation(summary = "What became of it below: who issued a plan, who deviates where, who refused what and why")
    public Page<BranchView> branches(
            @RestPath UUID id,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAXIMUM_SIZE) int limit) {
        plans.get(own(), id);
        var list = Cursor.listOf("cascade-branches", id);
        var keys = Cursor.read(list, cursor, 1);
        var rows = branches.below(own(), id, keys.isEmpty() ? null : Cursor.id(keys.getFirst()), limit + 1);
        return Page.cut(
                rows.stream().map(CascadeResource::view).toList(),
                limit,
                last -> "/api/v1/plans/" + id + "/cascade/branches?limit=" + limit + "&cursor="
                        + Cursor.of(list, last.organizationId()));
    }

    private Progress progressOf(UUID planId) {
        var counts = branches.counts(own(), planId);
        return new Progress(
                counts.getOrDefault(Branches.State.WAITING, 0),
                counts.getOrDefault(Branches.State.DRAFTED, 0),
                counts.getOrDefault(Branches.State.FAILED, 0));
    }

    private static BranchView view(Branches.Seen it) {
        return new BranchView(
                it.organizationId(),
                it.organization(),
                it.state(),
                it.planState() == null ? null : it.planState().name(),
                it.planNumber(),
                it.promulgatedOn() == null ? null : it.promulgatedOn().toString(),
                it.originEdition(),
                it.deviations(),
                it.proposalState(),
                it.proposalReason());
    }

    /** Every member of the organization may read. */
    private UUID own() {
        return caller.memberships().getFirst().organizationId();
    }
}
