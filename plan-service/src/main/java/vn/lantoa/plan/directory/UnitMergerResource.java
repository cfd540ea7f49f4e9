package vn.lantoa.plan.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.http.OneLine;
import vn.lantoa.kit.identity.Caller;

@Path("/api/v1/organizations/{organizationId}/units/mergers")
@Tag(name = "Directory")
class UnitMergerResource {

    /**
     * @param unitId one that stays and takes the others in; left out for a new one, which the rest describes
     * @param kind when left out, that of the first unit that ends
     */
    @Schema(name = "UnitMergerSuccessor")
    record SuccessorWish(
            @Nullable UUID unitId,
            @Nullable @OneLine @Size(min = 1, max = 300) String name,
            @Nullable UnitKind kind,
            @Nullable @Size(max = UnitRules.MOST_ALIASES) List<@NotBlank @OneLine @Size(max = 300) String> aliases,
            @Nullable @Email @Size(max = 254) String email) {}

    /** @param successor place in the list of successors, from 0 */
    @Schema(name = "UnitMergerPostTo")
    record PostTo(
            @NotNull UUID membershipId, @Min(0) @Max(19) int successor) {}

    /**
     * @param effectiveOn first day of the successors
     * @param postsTo where posts go when there are several successors; those left out go to the first
     */
    @Schema(name = "UnitMergerWish")
    record MergerWish(
            @NotNull LocalDate effectiveOn,
            @NotNull @Size(min = 1, max = 20) List<@NotNull UUID> endingIds,
            @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid SuccessorWish> successors,
            @Nullable @Size(max = 1000) List<@NotNull @Valid PostTo> postsTo) {

        UnitMerger.Wish wish() {
            Map<UUID, Integer> places = new HashMap<>();
            if (postsTo != null) {
                postsTo.forEach(it -> places.put(it.membershipId(), it.successor()));
            }
            return new UnitMerger.Wish(
                    effectiveOn,
                    endingIds,
                    successors.stream()
                            .map(it -> new UnitMerger.Successor(
                                    it.unitId(),
                                    it.name() == null ? null : it.name().strip(),
                                    it.kind(),
                                    it.aliases() == null ? List.of() : it.aliases(),
                                    it.email()))
                            .toList(),
                    Map.copyOf(places));
        }
    }

    @Schema(name = "UnitMergerCommit")
    record MergerCommit(
            @NotNull @Valid MergerWish merger,
            @NotBlank @Size(max = 100) String previewToken) {}

    /**
     * @param people whose post goes on in another unit; handed roles do not, they end the day before
     * @param previewToken to commit exactly this; null after the commit
     */
    @Schema(name = "UnitMergerPreview")
    record MergerView(
            LocalDate effectiveOn,
            List<UnitEffect> units,
            List<PersonEffect> people,
            @Nullable String previewToken) {}

    enum Effect {
        ENDS,
        BEGINS,
        TAKES_IN,
        HAS_OTHER_MEMBERS
    }

    /** @param aliases under which documents find it from the day on */
    @Schema(name = "UnitMergerUnit")
    record UnitEffect(
            UUID id,
            String name,
            UnitKind kind,
            Effect effect,
            List<String> aliases,
            @Nullable LocalDate validTo) {}

    @Schema(name = "UnitMergerPerson")
    record PersonEffect(
            UUID personId,
            String name,
            List<Role> roles,
            UUID membershipId,
            @Nullable UUID fromUnitId,
            @Nullable UUID toUnitId) {}

    private final PreviewUnitMerger previewUnitMerger;
    private final MergeUnits mergeUnits;
    private final Caller caller;

    UnitMergerResource(PreviewUnitMerger previewUnitMerger, MergeUnits mergeUnits, Caller caller) {
        this.previewUnitMerger = previewUnitMerger;
        this.mergeUnits = mergeUnits;
        this.caller = caller;
    }

    @POST
    @Path("preview")
    @Operation(
            operationId = "previewUnitMerger",
            summary = "What a merger or split of units would change; ids of what is new are not kept")
    public MergerView preview(@RestPath UUID organizationId, @NotNull @Valid MergerWish body) {
        caller.require(Role.ADMIN);
        var outcome = previewUnitMerger.preview(new PreviewUnitMerger.Command(acting(), organizationId, body.wish()));
        return view(body, outcome, outcome.token());
    }

    @POST
    @Operation(
            operationId = "mergeUnits",
            summary = "Merge or split units of an organization exactly as the preview said")
    public MergerView merge(@RestPath UUID organizationId, @NotNull @Valid MergerCommit body) {
        caller.require(Role.ADMIN);
        var outcome = mergeUnits.handle(
                new MergeUnits.Command(acting(), organizationId, body.merger().wish(), body.previewToken()));
        return view(body.merger(), outcome, null);
    }

    private static MergerView view(MergerWish wish, PreviewUnitMerger.Outcome outcome, @Nullable String token) {
        return new MergerView(
                wish.effectiveOn(),
                outcome.merger().changed().stream().map(it -> effect(wish, it)).toList(),
                outcome.people().stream()
                        .map(it -> new PersonEffect(
                                it.after().personId(),
                                it.after().displayName(),
                                it.after().roles(),
                                it.before().membershipId(),
                                it.before().unitId(),
                                it.after().unitId()))
                        .toList(),
                token);
    }

    private static UnitEffect effect(MergerWish wish, UnitHistory it) {
        var state = it.timeline().nearest(wish.effectiveOn());
        Effect effect;
        if (wish.endingIds().contains(it.id())) {
            effect = Effect.ENDS;
        } else if (it.timeline().begin().equals(wish.effectiveOn())) {
            effect = Effect.BEGINS;
        } else {
            effect = it.kind() == UnitKind.GROUP ? Effect.HAS_OTHER_MEMBERS : Effect.TAKES_IN;
        }
        return new UnitEffect(
                it.id(),
                state.name(),
                it.kind(),
                effect,
                state.aliases(),
                it.timeline().end());
    }

    private UUID acting() {
        return caller.memberships().getFirst().organizationId();
    }
}
