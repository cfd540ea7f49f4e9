package vn.lantoa.plan.people;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.CurrentState;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.plan.directory.Reach;
import vn.lantoa.plan.provisioning.Kind;
import vn.lantoa.plan.provisioning.Provisioning;

/** What is shown of somebody, by who asks. */
@Singleton
class PersonViews implements CurrentState {

    /**
     * @param accountName for their administrators and themselves
     * @param email for their administrators and themselves
     * @param provisioning whether their account is as it should be; for their administrators
     * @param memberships those that the reader may know of
     */
    @Schema(name = "Person")
    record PersonView(
            UUID id,
            String name,
            @Nullable String accountName,
            @Nullable String email,
            boolean enabled,
            boolean hasAccount,
            Provisioning.@Nullable State provisioning,
            List<PostView> memberships) {}

    private final People people;
    private final Reach reach;
    private final Provisioning provisioning;
    private final Caller caller;

    PersonViews(People people, Reach reach, Provisioning provisioning, Caller caller) {
        this.people = people;
        this.reach = reach;
        this.provisioning = provisioning;
        this.caller = caller;
    }

    /** @throws Problem.NotFound when none of their posts is in the acting organization or below it */
    Current show(UUID personId) {
        var acting = caller.memberships().getFirst().organizationId();
        var file = people.find(personId).orElseThrow(() -> new Problem.NotFound("person.not-found"));
        var isSelf = personId.equals(caller.personId());
        var posts = file.posts().stream()
                .filter(it -> isSelf || reach.isWithin(acting, it.organizationId()))
                .toList();
        if (posts.isEmpty()) {
            throw new Problem.NotFound("person.not-found");
        }
        var person = file.person();
        var isAdmin = caller.is(Role.ADMIN);
        var view = new PersonView(
                person.id(),
                person.name(),
                isAdmin || isSelf ? person.accountName() : null,
                isAdmin || isSelf ? person.email() : null,
                person.enabled(),
                person.subject() != null,
                isAdmin ? provisioning.state(Kind.PERSON, personId) : null,
                posts.stream().map(PostView::of).toList());
        return new Current(view, file.tag().shownAsParts(view));
    }

    @Override
    public Current current(String id) {
        return show(id(id));
    }

    static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException madeUp) {
            throw new Problem.NotFound("person.not-found");
        }
    }
}
