package vn.lantoa.plan.people;

import jakarta.inject.Singleton;
import vn.lantoa.kit.http.CurrentState;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.plan.directory.Reach;

/** How a membership stands, for who may see it. */
@Singleton
class PostState implements CurrentState {

    private final People people;
    private final Reach reach;
    private final Caller caller;

    PostState(People people, Reach reach, Caller caller) {
        this.people = people;
        this.reach = reach;
        this.caller = caller;
    }

    /** @throws Problem.NotFound when it is not in the acting organization or below it */
    @Override
    public Current current(String id) {
        var membershipId = PersonViews.id(id);
        var acting = caller.memberships().getFirst().organizationId();
        return people.holder(membershipId)
                .flatMap(people::find)
                .flatMap(file -> file.post(membershipId))
                .filter(post -> reach.isWithin(acting, post.organizationId()))
                .map(post -> new Current(PostView.of(post), PostView.tag(post)))
                .orElseThrow(() -> new Problem.NotFound("membership.not-found"));
    }
}
