package vn.lantoa.plan.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.OrganizationRecorded;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.plan.directory.Timeline.Entry;

/** An organization through time. Its alias, kind and level never change; everything else is dated. */
record OrganizationHistory(
        UUID id,
        String alias,
        OrganizationKind kind,
        OrganizationLevel level,
        Timeline<State> timeline,
        List<UUID> predecessorIds,
        List<UUID> successorIds) {

    record State(
            String name,
            @Nullable UUID parentId,
            @Nullable String administrativeCode,
            @Nullable String agencyCode,
            @Nullable Long population) {

        State under(UUID otherParentId) {
            return new State(name, otherParentId, administrativeCode, agencyCode, population);
        }
    }

    OrganizationHistory with(Timeline<State> changed) {
        return new OrganizationHistory(id, alias, kind, level, changed, predecessorIds, successorIds);
    }

    OrganizationHistory succeededBy(List<UUID> successors) {
        return new OrganizationHistory(id, alias, kind, level, timeline, predecessorIds, successors);
    }

    OrganizationHistory goingOnFor(List<UUID> predecessors) {
        var all = Stream.concat(predecessorIds.stream(), predecessors.stream())
                .distinct()
                .toList();
        return new OrganizationHistory(id, alias, kind, level, timeline, all, successorIds);
    }

    /** Of all its periods: a change of any of them is a change of it. */
    EntityTag tag() {
        return EntityTag.ofParts(this);
    }

    static OrganizationHistory of(OrganizationRecorded told) {
        return new OrganizationHistory(
                told.organizationId(),
                told.alias(),
                told.kind(),
                told.level(),
                new Timeline<>(told.periods().stream()
                        .map(it -> new Entry<>(
                                it.validFrom(),
                                it.validTo(),
                                new State(
                                        it.name(),
                                        it.parentId(),
                                        it.administrativeCode(),
                                        it.agencyCode(),
                                        it.population())))
                        .toList()),
                told.predecessorIds() == null ? List.of() : told.predecessorIds(),
                told.successorIds() == null ? List.of() : told.successorIds());
    }

    OrganizationRecorded told(LocalDate today) {
        var now = timeline.nearest(today);
        return new OrganizationRecorded(
                id,
                alias,
                now.name(),
                kind,
                level,
                now.parentId(),
                now.administrativeCode(),
                now.agencyCode(),
                now.population(),
                timeline.begin(),
                timeline.end(),
                timeline.entries().stream()
                        .map(it -> new OrganizationRecorded.Period(
                                it.from(),
                                it.to(),
                                it.state().name(),
                                it.state().parentId(),
                                it.state().administrativeCode(),
                                it.state().agencyCode(),
                                it.state().population()))
                        .toList(),
                predecessorIds,
                successorIds);
    }
}
