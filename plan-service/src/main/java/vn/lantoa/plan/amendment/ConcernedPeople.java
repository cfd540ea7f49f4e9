package vn.lantoa.plan.amendment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.directory.Member;
import vn.lantoa.plan.amendment.AmendmentPreview.Because;
import vn.lantoa.plan.amendment.AmendmentPreview.PersonLine;

/**
 * Whose work changes: the people named for it, and the heads and specialists of the units that have it. People of other
 * organizations are not told of here: they hear of it from their own.
 */
final class ConcernedPeople {

    private final Map<UUID, List<Member>> byUnit;
    private final Map<UUID, List<Member>> byPerson;
    private final Map<UUID, Concern> concerns = new HashMap<>();
    private final Set<List<Object>> done = new HashSet<>();

    ConcernedPeople(List<Member> members) {
        var people = members.stream().filter(it -> !it.isMachine()).toList();
        this.byPerson = people.stream().collect(Collectors.groupingBy(Member::personId));
        this.byUnit = people.stream()
                .filter(it -> it.roles().contains(Role.UNIT_HEAD) || it.roles().contains(Role.SPECIALIST))
                .filter(it -> it.unitId() != null)
                .collect(Collectors.groupingBy(Member::unitId));
    }

    /** The head and the specialists of a unit. */
    void of(UUID unitId, Because why) {
        if (done.add(List.of(unitId, why))) {
            byUnit.getOrDefault(unitId, List.of()).forEach(it -> {
                note(it.personId(), why).units().add(unitId);
            });
        }
    }

    void assignee(@Nullable UUID personId) {
        if (personId != null && byPerson.containsKey(personId)) {
            note(personId, Because.ASSIGNEE);
        }
    }

    private record Concern(String name, Set<Because> because, Set<UUID> units) {}

    private Concern note(UUID personId, Because why) {
        var concern = concerns.computeIfAbsent(
                personId, _ -> new Concern(name(personId), EnumSet.noneOf(Because.class), new TreeSet<>()));
        concern.because().add(why);
        return concern;
    }

    private String name(UUID personId) {
        return byPerson.getOrDefault(personId, List.of()).getFirst().displayName();
    }

    /** By name. */
    List<PersonLine> lines() {
        var lines = new ArrayList<PersonLine>();
        concerns.forEach((personId, it) ->
                lines.add(new PersonLine(personId, it.name(), List.copyOf(it.units()), List.copyOf(it.because()))));
        lines.sort(Comparator.comparing(PersonLine::name).thenComparing(PersonLine::personId));
        return lines;
    }
}
