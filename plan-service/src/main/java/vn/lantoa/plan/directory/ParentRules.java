package vn.lantoa.plan.directory;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.kit.http.Problem;

/** Where an organization stands in the tree, and who stands beside it. */
final class ParentRules {

    private static final int DEEPEST = 8;

    private ParentRules() {}

    /** @throws Problem.RuleBroken when the parent does not exist then, stands lower, or lies below the organization itself */
    static void require(
            UUID id,
            OrganizationLevel level,
            @Nullable UUID parentId,
            LocalDate day,
            Function<UUID, Optional<OrganizationHistory>> known) {
        var seen = new HashSet<UUID>();
        seen.add(id);
        var next = parentId;
        while (next != null) {
            if (!seen.add(next) || seen.size() > DEEPEST) {
                throw new Problem.RuleBroken("organization.parent-cyclic");
            }
            var parent = known.apply(next);
            var state = parent.flatMap(it -> it.timeline().on(day));
            if (state.isEmpty()) {
                throw new Problem.RuleBroken("organization.parent-not-valid", day);
            }
            if (rank(parent.orElseThrow().level()) < rank(level)) {
                throw new Problem.RuleBroken("organization.parent-too-low");
            }
            next = state.get().parentId();
        }
    }

    /**
     * Whether a unit of one organization may stand for another: for itself or one below it; or for a body of the same place that is of
     * another kind, as the Fatherland Front of a commune is, whose own chain may lie outside this directory.
     */
    static boolean mayStandFor(
            OrganizationHistory host,
            OrganizationHistory body,
            LocalDate day,
            Function<UUID, Optional<OrganizationHistory>> known) {
        var state = body.timeline().on(day);
        if (state.isEmpty()) {
            return false;
        }
        var parentId = state.get().parentId();
        return isWithin(body.id(), host.id(), day, known)
                || (body.level() == host.level()
                        && body.kind() != host.kind()
                        && (parentId == null
                                || parentId.equals(host.timeline().nearest(day).parentId())));
    }

    private static boolean isWithin(
            UUID id, UUID ancestorId, LocalDate day, Function<UUID, Optional<OrganizationHistory>> known) {
        var seen = new HashSet<UUID>();
        @Nullable UUID next = id;
        while (next != null && seen.add(next)) {
            if (next.equals(ancestorId)) {
                return true;
            }
            next = known.apply(next)
                    .flatMap(it -> it.timeline().on(day))
                    .map(OrganizationHistory.State::parentId)
                    .orElse(null);
        }
        return false;
    }

    private static int rank(OrganizationLevel level) {
        return switch (level) {
            case NATIONAL -> 3;
            case CITY -> 2;
            case COMMUNE -> 1;
        };
    }
}
