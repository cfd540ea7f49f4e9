package vn.lantoa.endtoend.proof;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Where an answer may differ from the strictest: for a stranger, "as if it did not exist"; for another unit of the same
 * organization, and for the machine of the city that collects, "read what is meant for you, never change". Each line says why. A line that no case needed fails the walk, so
 * none outlives its reason.
 */
final class Rules {

    /** @param may what the identity may do beyond the strictest rule */
    record Rule(Predicate<Identity> who, String verb, Pattern path, May may, String because) {}

    enum May {
        /** Get the thing, as far as it is meant for them. */
        READ,
        /** Do it: what it does is their own. */
        DO
    }

    private static final Predicate<Identity> ANYBODY = _ -> true;
    private static final Predicate<Identity> ANYBODY_LET_IN = it -> it.kind() != Identity.Kind.NO_SCOPE;
    private static final Predicate<Identity> ASKED_COMMUNE =
            it -> it.organization().equals("xa-dong-linh");
    private static final Predicate<Identity> FRONT = it -> it.organization().equals("mttq-xa-may-ha");
    private static final Predicate<Identity> COLLEAGUE = it -> it.kind() == Identity.Kind.OTHER_UNIT;
    private static final Predicate<Identity> INSIDER =
            it -> it.kind() == Identity.Kind.OTHER_UNIT || it.kind() == Identity.Kind.MACHINE;

    static final List<Rule> ALL = List.of(
            rule(
                    ANYBODY_LET_IN,
                    "GET",
                    "/api/v1/calendars/(country/)?\\{year}(/versions|/draft)?",
                    May.READ,
                    "a calendar is of the acting organization; a year is no id"),
            rule(
                    ANYBODY,
                    "GET",
                    "/api/v1/me",
                    May.READ,
                    "says who one is and for whom one may ask, whatever the token names"),
            rule(
                    COLLEAGUE,
                    "GET",
                    "/api/v1/(people|memberships)/\\{id}",
                    May.READ,
                    "colleagues know each other's name and post; address and account name are left out"),
            rule(ASKED_COMMUNE, "GET", "/api/v1/report-rounds/\\{id}", May.READ, "the round asks this commune, too"),
            rule(INSIDER, "POST", "/api/v1/notifications/read-all", May.DO, "only the caller's own messages are read"),
            rule(COLLEAGUE, "POST", "/api/v1/plans/imports", May.DO, "whoever may draft a plan may upload one"),
            rule(
                    COLLEAGUE,
                    "POST",
                    "/api/v1/plans/\\{id}/(submit|duties/\\{dutyId}/make-task|questions/\\{questionId}/answer)",
                    May.DO,
                    "a draft is the whole organization's: every head of a unit works on it"),
            rule(
                    COLLEAGUE,
                    "POST",
                    "/api/v1/plans/\\{id}/amendments/preview",
                    May.DO,
                    "whoever prepares an amendment looks at what would follow; nothing is changed"),
            rule(
                    COLLEAGUE,
                    "PUT",
                    "/api/v1/plans/\\{id}/(tasks/\\{itemId}|distribution)",
                    May.DO,
                    "every head of a unit works on a draft"),
            rule(
                    FRONT,
                    "GET",
                    "/api/v1/received-documents",
                    May.READ,
                    "the plan was sent to the Front of the same commune, which reads its subject"),
            rule(COLLEAGUE, "DELETE", "/api/v1/plans/\\{id}/items/\\{itemId}", May.DO, "as above"));

    private Rules() {}

    static Optional<Rule> of(Identity identity, Operation operation) {
        return ALL.stream()
                .filter(it -> it.who().test(identity)
                        && it.verb().equals(operation.verb())
                        && it.path().matcher(operation.path()).matches())
                .findFirst();
    }

    private static Rule rule(Predicate<Identity> who, String verb, String path, May may, String because) {
        return new Rule(who, verb, Pattern.compile(path), may, because);
    }
}
