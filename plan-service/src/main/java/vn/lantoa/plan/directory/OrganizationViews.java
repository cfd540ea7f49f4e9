package vn.lantoa.plan.directory;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.kit.http.CurrentState;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;

/** What is shown of one organization. */
@Singleton
class OrganizationViews implements CurrentState {

    /**
     * @param validFrom first day of its existence
     * @param validTo last day of its existence; null while no end is known
     * @param predecessorIds out of which it was made
     * @param successorIds which go on with its work
     * @param periods all it was, is and will be, by the same names as above
     */
    @Schema(name = "OrganizationDetail")
    record Detail(
            UUID id,
            String alias,
            String name,
            OrganizationKind kind,
            OrganizationLevel level,
            @Nullable UUID parentId,
            @Nullable String administrativeCode,
            @Nullable String agencyCode,
            @Nullable Long population,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<UUID> predecessorIds,
            List<UUID> successorIds,
            List<Period> periods) {}

    @Schema(name = "OrganizationPeriod")
    record Period(
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String name,
            @Nullable UUID parentId,
            @Nullable String administrativeCode,
            @Nullable String agencyCode,
            @Nullable Long population) {}

    private final Histories histories;
    private final Reach reach;
    private final DirectoryRules rules;
    private final Caller caller;

    OrganizationViews(Histories histories, Reach reach, DirectoryRules rules, Caller caller) {
        this.histories = histories;
        this.reach = reach;
        this.rules = rules;
        this.caller = caller;
    }

    @Override
    public Current current(String id) {
        var organizationId = UUID.fromString(id);
        reach.requireSeen(caller.memberships().getFirst().organizationId(), organizationId);
        return detail(organizationId, rules.today());
    }

    /** As it is on a day; before its beginning as at first, after its end as at last. */
    Current detail(UUID id, LocalDate day) {
        var history = histories.organization(id).orElseThrow(() -> new Problem.NotFound("organization.not-found"));
        var state = history.timeline().nearest(day);
        var view = new Detail(
                id,
                history.alias(),
                state.name(),
                history.kind(),
                history.level(),
                state.parentId(),
                state.administrativeCode(),
                state.agencyCode(),
                state.population(),
                history.timeline().begin(),
                history.timeline().end(),
                history.predecessorIds(),
                history.successorIds(),
                history.timeline().entries().stream()
                        .map(it -> new Period(
                                it.from(),
                                it.to(),
                                it.state().name(),
                                it.state().parentId(),
                                it.state().administrativeCode(),
                                it.state().agencyCode(),
                                it.state().population()))
                        .toList());
        return new Current(view, history.tag().shownAsParts(view));
    }
}
