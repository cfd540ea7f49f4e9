package vn.lantoa.plan.directory;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.http.CurrentState;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;

/** What is shown of one unit. */
@Singleton
class UnitViews implements CurrentState {

    @Schema(name = "UnitDetail")
    record Detail(
            UUID id,
            UUID organizationId,
            String name,
            List<String> aliases,
            UnitKind kind,
            @Nullable String email,
            @Nullable UUID representsOrganizationId,
            List<UUID> memberUnitIds,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<UUID> predecessorIds,
            List<UUID> successorIds) {

        private static Detail of(UnitHistory it, LocalDate day) {
            var state = it.timeline().nearest(day);
            return new Detail(
                    it.id(),
                    it.organizationId(),
                    state.name(),
                    state.aliases(),
                    it.kind(),
                    state.email(),
                    state.representsOrganizationId(),
                    state.memberUnitIds(),
                    it.timeline().begin(),
                    it.timeline().end(),
                    it.predecessorIds(),
                    it.successorIds());
        }
    }

    private final Histories histories;
    private final Reach reach;
    private final DirectoryRules rules;
    private final Caller caller;

    UnitViews(Histories histories, Reach reach, DirectoryRules rules, Caller caller) {
        this.histories = histories;
        this.reach = reach;
        this.rules = rules;
        this.caller = caller;
    }

    @Override
    public Current current(String id) {
        var known = histories.unit(UUID.fromString(id)).orElseThrow(() -> new Problem.NotFound("unit.not-found"));
        reach.requireSeen(caller.memberships().getFirst().organizationId(), known.organizationId());
        return detail(known.organizationId(), known.id(), rules.today());
    }

    /** As it is on a day; before its beginning as at first, after its end as at last. */
    Current detail(UUID organizationId, UUID id, LocalDate day) {
        var known = history(organizationId, id);
        var view = Detail.of(known, day);
        return new Current(view, known.tag().shownAsParts(view));
    }

    /** @throws Problem.NotFound when the organization has no such unit */
    UnitHistory history(UUID organizationId, UUID id) {
        return histories
                .unit(id)
                .filter(it -> it.organizationId().equals(organizationId))
                .orElseThrow(() -> new Problem.NotFound("unit.not-found"));
    }
}
