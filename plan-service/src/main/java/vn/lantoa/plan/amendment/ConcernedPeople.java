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
    private final Map<UUID, Set<Because>> because = new HashMap<>();
    private final Map<UUID, Set<UUID>> units = new HashMap<>();
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
                note(it.personId(), why);
                units.get(it.personId()).add(unitId);
            });
        }
    }

    void assignee(@Nullable UUID personId) {
        if (personId != null && byPerson.containsKey(personId)) {
            note(personId, Because.ASSIGNEE);
        }
    }

    private void note(UUID personId, Because why) {
        because.computeIfAbsent(personId, _ -> EnumSet.noneOf(Because.class)).add(why);
        units.computeIfAbsent(personId, _ -> new TreeSet<>());
    }

    /** By name. */
    List<PersonLine> lines() {
        var lines = new ArrayList<PersonLine>();
        because.forEach((personId, why) -> lines.add(new PersonLine(
                personId,
                byPerson.get(personId).getFirst().displayName(),
                List.copyOf(units.get(personId)),
                List.copyOf(why))));
        lines.sort(Comparator.comparing(PersonLine::name).thenComparing(PersonLine::personId));
        return lines;
    }
}
