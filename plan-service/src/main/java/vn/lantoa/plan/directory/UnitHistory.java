package vn.lantoa.plan.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.UnitKind;
import vn.lantoa.events.UnitRecorded;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.plan.directory.Timeline.Entry;

/** A unit through time. Its organization and kind never change; everything else is dated. */
record UnitHistory(
        UUID id,
        UUID organizationId,
        UnitKind kind,
        Timeline<State> timeline,
        List<UUID> predecessorIds,
        List<UUID> successorIds) {

    record State(
            String name,
            List<String> aliases,
            @Nullable String email,
            @Nullable UUID representsOrganizationId,
            List<UUID> memberUnitIds) {

        State {
            aliases = List.copyOf(aliases);
            memberUnitIds = List.copyOf(memberUnitIds);
        }

        State withAliases(List<String> names) {
            return new State(name, names, email, representsOrganizationId, memberUnitIds);
        }

        State withMembers(List<UUID> members) {
            return new State(name, aliases, email, representsOrganizationId, members);
        }
    }

    UnitHistory with(Timeline<State> changed) {
        return new UnitHistory(id, organizationId, kind, changed, predecessorIds, successorIds);
    }

    UnitHistory succeededBy(List<UUID> successors) {
        return new UnitHistory(id, organizationId, kind, timeline, predecessorIds, successors);
    }

    /** Of all its periods: a change of any of them is a change of it. */
    EntityTag tag() {
        return EntityTag.ofParts(this);
    }

    static UnitHistory of(UnitRecorded told) {
        return new UnitHistory(
                told.unitId(),
                told.organizationId(),
                told.kind(),
                new Timeline<>(told.periods().stream()
                        .map(it -> new Entry<>(
                                it.validFrom(),
                                it.validTo(),
                                new State(
                                        it.name(),
                                        it.aliases(),
                                        it.email(),
                                        it.representsOrganizationId(),
                                        it.memberUnitIds())))
                        .toList()),
                told.predecessorIds() == null ? List.of() : told.predecessorIds(),
                told.successorIds() == null ? List.of() : told.successorIds());
    }

    UnitRecorded told(LocalDate today) {
        var now = timeline.nearest(today);
        return new UnitRecorded(
                organizationId,
                id,
                now.name(),
                now.aliases(),
                kind,
                now.email(),
                now.representsOrganizationId(),
                now.memberUnitIds(),
                timeline.begin(),
                timeline.end(),
                timeline.entries().stream()
                        .map(it -> new UnitRecorded.Period(
                                it.from(),
                                it.to(),
                                it.state().name(),
                                it.state().aliases(),
                                it.state().email(),
                                it.state().representsOrganizationId(),
                                it.state().memberUnitIds()))
                        .toList(),
                predecessorIds,
                successorIds);
    }
}
