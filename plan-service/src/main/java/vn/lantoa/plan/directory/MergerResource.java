package vn.lantoa.plan.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.OneLine;
import vn.lantoa.kit.identity.Caller;

@Path("/api/v1/organizations/mergers")
@Tag(name = "Directory")
class MergerResource {

    /** @param organizationId one that stays and takes the others in; left out for a new one, which the rest describes */
    @Schema(name = "MergerSuccessor")
    record SuccessorWish(
            @Nullable UUID organizationId,

            @Nullable @Pattern(regexp = OrganizationChangeResource.ALIAS)
            String alias,

            @Nullable @OneLine @Size(min = 1, max = 300) String name,

            @Nullable @Pattern(regexp = "[0-9]{2}|[0-9]{5}") String administrativeCode,

            @Nullable @Pattern(regexp = OrganizationChangeResource.AGENCY_CODE)
            String agencyCode,

            @Nullable @Min(0) @Max(200_000_000) Long population) {}

    /** @param successor place in the list of successors, from 0 */
    @Schema(name = "MergerUnitTo")
    record UnitTo(@NotNull UUID unitId, @Min(0) @Max(19) int successor) {}

    /**
     * @param effectiveOn first day of the successors
     * @param unitsTo where units go when there are several successors; those left out go to the first
     */
    @Schema(name = "MergerWish")
    record MergerWish(
            @NotNull LocalDate effectiveOn,
            @NotNull @Size(min = 1, max = 20) List<@NotNull UUID> endingIds,
            @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid SuccessorWish> successors,
            @Nullable @Size(max = 500) List<@NotNull @Valid UnitTo> unitsTo) {

        Merger.Wish wish() {
            Map<UUID, Integer> places = new HashMap<>();
            if (unitsTo != null) {
                unitsTo.forEach(it -> places.put(it.unitId(), it.successor()));
            }
            return new Merger.Wish(
                    effectiveOn,
                    endingIds,
                    successors.stream()
                            .map(it -> new Merger.Successor(
                                    it.organizationId(),
                                    it.alias(),
                                    it.name(),
                                    it.administrativeCode(),
                                    it.agencyCode(),
                                    it.population()))
                            .toList(),
                    Map.copyOf(places));
        }
    }

    @Schema(name = "MergerCommit")
    record MergerCommit(
            @NotNull @Valid MergerWish merger,
            @NotBlank @Size(max = 100) String previewToken) {}

    /**
     * @param people whose posts go on at a successor; handed roles do not, they end the day before
     * @param programs machine clients that end the day before
     */
    @Schema(name = "MergerPreview")
    record MergerView(
            LocalDate effectiveOn,
            List<OrganizationEffect> organizations,
            List<UnitEffect> units,
            List<PersonEffect> people,
            List<ProgramEffect> programs,
            List<OpenWork> openWork,
            @Nullable String previewToken) {}

    enum Effect {
        ENDS,
        BEGINS,
        TAKES_IN,
        MOVES
    }

    /** @param validTo last day; null while it is open */
    @Schema(name = "MergerOrganization")
    record OrganizationEffect(
            UUID id,
            String name,
            Effect effect,
            @Nullable String administrativeCode,
            @Nullable String agencyCode,
            @Nullable UUID parentId,
            @Nullable LocalDate validTo) {}

    @Schema(name = "MergerUnit")
    record UnitEffect(UUID id, String name, UUID successorId, String unitName) {}

    /** Whose membership ends, and where it goes on. */
    @Schema(name = "MergerPerson")
    record PersonEffect(
            UUID personId,
            String name,
            List<Role> roles,
            UUID fromOrganizationId,
            UUID toOrganizationId,
            @Nullable UUID toUnitId) {}

    /** A machine client, and its last day. */
    @Schema(name = "MergerProgram")
    record ProgramEffect(UUID clientId, String name, UUID organizationId, LocalDate lastDay) {}

    /** Plans under way, which stay with the organization that ends. */
    @Schema(name = "MergerOpenWork")
    record OpenWork(UUID organizationId, int openPlans) {}

    private final PreviewMerger previewMerger;
    private final MergeOrganizations mergeOrganizations;
    private final Memberships memberships;
    private final Caller caller;

    MergerResource(
            PreviewMerger previewMerger,
            MergeOrganizations mergeOrganizations,
            Memberships memberships,
            Caller caller) {
        this.previewMerger = previewMerger;
        this.mergeOrganizations = mergeOrganizations;
        this.memberships = memberships;
        this.caller = caller;
    }

    @POST
    @Path("preview")
    @Operation(
            operationId = "previewMerger",
            summary = "What a merger or split of organizations would change; ids of what is new are not kept")
    public MergerView preview(@NotNull @Valid MergerWish body) {
        caller.require(Role.ADMIN);
        var outcome = previewMerger.preview(new PreviewMerger.Command(acting(), body.wish()));
        return view(body, outcome, outcome.token());
    }

    @POST
    @Operation(operationId = "mergeOrganizations", summary = "Merge or split organizations exactly as the preview said")
    public MergerView merge(@NotNull @Valid MergerCommit body) {
        caller.require(Role.ADMIN);
        var outcome = mergeOrganizations.handle(
                new MergeOrganizations.Command(acting(), body.merger().wish(), body.previewToken()));
        return view(body.merger(), outcome, null);
    }

    private MergerView view(MergerWish wish, PreviewMerger.Outcome outcome, @Nullable String token) {
        var merger = outcome.merger();
        var open = memberships.openPlans(wish.endingIds());
        return new MergerView(
                wish.effectiveOn(),
                merger.organizations().stream().map(it -> effect(wish, it)).toList(),
                merger.moves().stream()
                        .map(it -> new UnitEffect(
                                it.unit().id(),
                                it.unit().timeline().nearest(wish.effectiveOn()).name(),
                                it.successorId(),
                                it.unitName()))
                        .toList(),
                merger.people().stream()
                        .map(it -> new PersonEffect(
                                it.after().personId(),
                                it.after().displayName(),
                                it.after().roles(),
                                it.before().organizationId(),
                                it.after().organizationId(),
                                it.after().unitId()))
                        .toList(),
                outcome.programs().stream()
                        .map(it -> new ProgramEffect(
                                it.clientId(),
                                it.name(),
                                it.organizationId(),
                                wish.effectiveOn().minusDays(1)))
                        .toList(),
                wish.endingIds().stream()
                        .map(it -> new OpenWork(it, open.getOrDefault(it, 0)))
                        .toList(),
                token);
    }

    private static OrganizationEffect effect(MergerWish wish, OrganizationHistory it) {
        var state = it.timeline().nearest(wish.effectiveOn());
        Effect effect;
        if (wish.endingIds().contains(it.id())) {
            effect = Effect.ENDS;
        } else if (it.timeline().begin().equals(wish.effectiveOn())) {
            effect = Effect.BEGINS;
        } else {
            effect = it.predecessorIds().containsAll(wish.endingIds()) ? Effect.TAKES_IN : Effect.MOVES;
        }
        return new OrganizationEffect(
                it.id(),
                state.name(),
                effect,
                state.administrativeCode(),
                state.agencyCode(),
                state.parentId(),
                it.timeline().end());
    }

    private UUID acting() {
        return caller.memberships().getFirst().organizationId();
    }
}
