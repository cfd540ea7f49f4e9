package vn.lantoa.plan.plan;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lantoa.events.PlanState;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.Member;

/**
 * Who may do what with a plan, and why. Nothing here decides: readers are found as callers are (members of the plan's
 * organization on the day, by the same query), a program's door is the one that stands before the plan, and actions are
 * those that the plan and {@link PlanAction} allow.
 */
@Singleton
class PlanAccess {

    private static final String SEE = "see";

    /** Why somebody may do it. The text is for people; the code stays. */
    enum Reason {
        MEMBER_OF_THE_ORGANIZATION(
                "Là thành viên của cơ quan xây dựng kế hoạch: mọi thành viên đều xem được kế hoạch của cơ quan mình.",
                "A member of the organization whose plan it is: all of them read it."),
        ROLE_HELD(
                "Giữ vai trò được phép làm việc này và kế hoạch đang ở trạng thái cho phép.",
                "Holds a role that may do it, in a state of the plan that allows it."),
        SCOPE_HELD(
                "Là phần mềm kết nối của cơ quan, đã được cấp phạm vi xem kế hoạch.",
                "A program of the organization that was granted the scope to read plans.");

        private final String vietnamese;
        private final String english;

        Reason(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }

        Because in(Locale language) {
            return new Because(this, language.getLanguage().equals("en") ? english : vietnamese);
        }
    }

    @Schema(name = "AccessReason")
    record Because(Reason code, String text) {}

    /** @param action {@code see}, or a verb of the plan */
    @Schema(name = "AccessRight")
    record Right(String action, Because because) {}

    /** One person or program, with all posts they hold in the organization. */
    @Schema(name = "AccessEntry")
    record Entry(
            UUID personId, String name, boolean machine, Set<Role> roles, List<UUID> unitIds, List<Right> rights) {}

    /**
     * What an action needs.
     *
     * @param roles that take part in it
     * @param holders where each of them must be held
     * @param possibleNow whether the state of the plan allows it, to whoever holds one of the roles
     * @param people how many people hold one there
     */
    @Schema(name = "AccessRule")
    record Rule(
            String action,
            List<Role> roles,
            List<PlanAction.Holder> holders,
            List<PlanState> states,
            boolean possibleNow,
            long people) {}

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::name).thenComparing(Entry::personId);

    private final Directory directory;
    private final PlanPosts planPosts;

    PlanAccess(Directory directory, PlanPosts planPosts) {
        this.directory = directory;
        this.planPosts = planPosts;
    }

    /**
     * Who may see a plan today.
     *
     * @param people the posts of each of them
     */
    record Readers(PlanRights rights, List<List<Member>> people) {

        Plan plan() {
            return rights.plan();
        }
    }

    Readers readers(Plan plan) {
        var byPerson = directory.members(plan.organizationId()).stream()
                .collect(Collectors.groupingBy(Member::personId, LinkedHashMap::new, Collectors.toList()));
        return new Readers(
                new PlanRights(plan, planPosts.offices(plan.organizationId())),
                byPerson.values().stream().filter(PlanAccess::maySee).toList());
    }

    /** By name. */
    List<Entry> entries(Readers readers, Locale language) {
        return readers.people().stream()
                .map(posts -> entry(readers.rights(), posts, language))
                .sorted(ORDER)
                .toList();
    }

    List<Rule> rules(Readers readers) {
        return Arrays.stream(PlanAction.values())
                .map(action -> new Rule(
                        action.verb(),
                        List.of(action.roles()),
                        action.holders(),
                        action.states(),
                        action.isAllowedIn(readers.plan().state()),
                        readers.people().stream()
                                .filter(posts ->
                                        !isMachine(posts) && readers.rights().isFor(action, posts))
                                .count()))
                .toList();
    }

    /** True for what comes after a place in the list. */
    static boolean isAfter(Entry entry, String name, UUID personId) {
        int byName = entry.name().compareTo(name);
        return byName > 0 || (byName == 0 && entry.personId().compareTo(personId) > 0);
    }

    private static boolean maySee(List<Member> posts) {
        return !isMachine(posts) || PlanDoors.letSee(scopes(posts));
    }

    private static Entry entry(PlanRights ofPlan, List<Member> posts, Locale language) {
        var roles = EnumSet.noneOf(Role.class);
        posts.forEach(post -> roles.addAll(post.roles()));
        boolean machine = isMachine(posts);
        var rights = new ArrayList<Right>();
        rights.add(new Right(SEE, (machine ? Reason.SCOPE_HELD : Reason.MEMBER_OF_THE_ORGANIZATION).in(language)));
        ofPlan.of(posts).stream()
                .filter(action -> !machine || PlanDoors.letDo(action, scopes(posts)))
                .forEach(action -> rights.add(new Right(action.verb(), Reason.ROLE_HELD.in(language))));
        return new Entry(
                posts.getFirst().personId(),
                posts.getFirst().displayName(),
                machine,
                roles,
                posts.stream()
                        .map(Member::unitId)
                        .filter(unit -> unit != null)
                        .distinct()
                        .toList(),
                rights);
    }

    private static boolean isMachine(List<Member> posts) {
        return posts.stream().anyMatch(Member::isMachine);
    }

    private static Set<Scope> scopes(List<Member> posts) {
        return posts.stream().flatMap(post -> post.scopes().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
