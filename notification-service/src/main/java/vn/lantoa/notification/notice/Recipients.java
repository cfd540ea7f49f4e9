package vn.lantoa.notification.notice;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.Member;

/** Who is told, resolved when the message is due: whoever left or was disabled by then gets nothing. */
@Singleton
public class Recipients {

    private final Directory directory;

    Recipients(Directory directory) {
        this.directory = directory;
    }

    /** The person named, else the heads of the unit; for a unit that stands for an organization of its own, that one's heads. */
    public List<Member> responsible(
            UUID organizationId, UUID unitId, @Nullable UUID receivingOrganizationId, @Nullable UUID assigneeId) {
        var acting = receivingOrganizationId == null ? organizationId : receivingOrganizationId;
        if (assigneeId != null) {
            var assignee = directory.person(acting, assigneeId);
            if (assignee.isPresent()) {
                return List.of(assignee.get());
            }
        }
        return heads(organizationId, unitId, receivingOrganizationId);
    }

    public List<Member> heads(UUID organizationId, UUID unitId, @Nullable UUID receivingOrganizationId) {
        if (receivingOrganizationId == null) {
            return directory.people(organizationId, Role.UNIT_HEAD, unitId);
        }
        var heads = directory.people(receivingOrganizationId, Role.UNIT_HEAD, null);
        return heads.isEmpty() ? directory.people(receivingOrganizationId, Role.LEADER, null) : heads;
    }

    /** Heads and specialists of a unit. */
    public List<Member> headsAndSpecialists(UUID organizationId, UUID unitId) {
        var people = new ArrayList<>(directory.people(organizationId, Role.UNIT_HEAD, unitId));
        people.addAll(directory.people(organizationId, Role.SPECIALIST, unitId));
        return each(people);
    }

    public List<Member> withRole(UUID organizationId, Role... roles) {
        var people = new ArrayList<Member>();
        for (var role : roles) {
            people.addAll(directory.people(organizationId, role, null));
        }
        return each(people);
    }

    /** Each person once, however many posts they hold. */
    public static List<Member> each(Collection<Member> people) {
        var byPerson = new LinkedHashMap<UUID, Member>();
        people.forEach(person -> byPerson.putIfAbsent(person.personId(), person));
        return List.copyOf(byPerson.values());
    }
}
