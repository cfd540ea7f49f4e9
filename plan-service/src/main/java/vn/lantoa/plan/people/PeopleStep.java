package vn.lantoa.plan.people;

import java.util.UUID;

/** One change that a file asks for: what a single request would do. */
sealed interface PeopleStep {

    /** @param person with an id that stands for them within the file */
    record TakeIn(Person person, Posts.Terms post) implements PeopleStep {}

    record ChangeOf(Person person) implements PeopleStep {}

    record FurtherPost(UUID personId, Posts.Terms post) implements PeopleStep {}

    record ChangeOfPost(UUID membershipId, Posts.Terms post) implements PeopleStep {}
}
