package vn.lantoa.plan.people;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.MembershipRecorded;

/** Many people at once, as a file of them needs it. */
@Singleton
class KnownPeople {

    private final Jdbi db;
    private final People people;

    KnownPeople(Jdbi db, People people) {
        this.db = db;
        this.people = people;
    }

    /** Those who have or had a post in the organization in their own right, with all posts that the caller may see. */
    List<PersonFile> of(UUID organizationId) {
        var persons = db.withHandle(handle -> handle.createQuery("""
                        select * from person where person_id in (
                            select person_id from directory_membership
                            where organization_id = :organization and kind = 'PERSON' and on_behalf_of_person_id is null)
                        order by person_id""")
                .bind("organization", organizationId)
                .map((row, _) -> People.person(row))
                .list());
        var ids = persons.stream().map(Person::id).toArray(UUID[]::new);
        var posts = db.withHandle(handle -> handle.createQuery("""
                        select * from directory_membership where person_id = any (:ids) and kind = 'PERSON'
                        order by valid_from, membership_id""")
                .bind("ids", ids)
                .map((row, _) -> People.post(row))
                .collect(Collectors.groupingBy(MembershipRecorded::personId)));
        return persons.stream()
                .map(it -> new PersonFile(it, posts.getOrDefault(it.id(), List.of())))
                .toList();
    }

    /** Which of these account names are somebody's, whoever it is. */
    SortedSet<String> takenNames(Collection<String> names) {
        return taken("select * from account_names_taken(:asked)", names);
    }

    /** Which of these addresses are somebody's, in small letters as they are asked. */
    SortedSet<String> takenAddresses(Collection<String> addresses) {
        return taken("select * from addresses_taken(:asked)", addresses);
    }

    private SortedSet<String> taken(String query, Collection<String> asked) {
        List<String> taken = db.withHandle(handle -> handle.createQuery(query)
                .bind("asked", asked.toArray(String[]::new))
                .mapTo(String.class)
                .list());
        return new TreeSet<>(taken);
    }

    /** Which of these also act out of the caller's reach. */
    SortedSet<UUID> elsewhere(Collection<UUID> asked) {
        List<UUID> elsewhere = db.withHandle(handle -> handle.createQuery("""
                        select id from unnest(:asked) as asked (id) where person_acts_elsewhere(id, :today)""")
                .bind("asked", asked.toArray(UUID[]::new))
                .bind("today", people.today())
                .mapTo(UUID.class)
                .list());
        return new TreeSet<>(elsewhere);
    }
}
