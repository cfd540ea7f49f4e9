package vn.lantoa.plan.people;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.csv.CsvRow;
import vn.lantoa.plan.csv.ImportEffect;
import vn.lantoa.plan.csv.ImportLines;
import vn.lantoa.plan.csv.ImportPlan;
import vn.lantoa.plan.csv.RowRefused;
import vn.lantoa.plan.directory.Places;

/**
 * What a file of the people of one organization would add and change, as single requests would do it. Somebody is known by their
 * account name, and a row by that and its unit: the same file twice changes nothing. It takes nobody's own right to administer, and
 * never the last one's.
 */
final class PeopleImport implements ImportPlan {

    static final List<String> COLUMNS =
            List.of("account_name", "name", "email", "unit", "roles", "position", "valid_from", "valid_to");
    static final int MAXIMUM_ROWS = 2_000;

    /**
     * What a file is held against.
     *
     * @param people those who have or had a post in the organization
     * @param takenNames account names of the file that are somebody's, whoever it is
     * @param takenAddresses addresses of the file that are somebody's, in small letters
     * @param elsewhere those of the people who also act out of the caller's reach
     */
    record Known(
            UUID organizationId,
            UUID callerId,
            LocalDate today,
            Places places,
            List<PersonFile> people,
            SortedSet<String> takenNames,
            SortedSet<String> takenAddresses,
            SortedSet<UUID> elsewhere) {

        Known {
            people = List.copyOf(people);
            takenNames = Collections.unmodifiableSortedSet(new TreeSet<>(takenNames));
            takenAddresses = Collections.unmodifiableSortedSet(new TreeSet<>(takenAddresses));
            elsewhere = Collections.unmodifiableSortedSet(new TreeSet<>(elsewhere));
        }
    }

    private final Known known;
    private final Supplier<UUID> ids;
    private final PersonRow.Reader reader;
    private final Administration administration;
    private final Map<UUID, PersonFile> files = new LinkedHashMap<>();
    private final Map<String, UUID> byAccount = new HashMap<>();
    private final Map<String, PersonRow> firstRows = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<PeopleStep> steps = new ArrayList<>();
    private final ImportLines lines = new ImportLines("account_name");

    private PeopleImport(Known known, Supplier<UUID> ids, Validator validator) {
        this.known = known;
        this.ids = ids;
        this.reader = new PersonRow.Reader(known.places(), known.today(), validator);
        this.administration = new Administration(known.organizationId(), known.callerId());
        known.people().forEach(this::keep);
    }

    static PeopleImport plan(List<CsvRow> rows, Known known, Supplier<UUID> ids, Validator validator) {
        var plan = new PeopleImport(known, ids, validator);
        rows.forEach(plan::take);
        plan.administration.refuseTheLastOnes(plan.files.values(), plan.lines);
        return plan;
    }

    @Override
    public ImportLines lines() {
        return lines;
    }

    /** In the order of the file. */
    List<PeopleStep> steps() {
        return List.copyOf(steps);
    }

    private void take(CsvRow row) {
        try {
            var file = files.get(byAccount.get(row.cell("account_name")));
            var wish = reader.read(row, file == null);
            if (!seen.add(wish.key())) {
                throw new RowRefused("import.row-duplicate", "account_name");
            }
            var first = firstRows.putIfAbsent(wish.accountName(), wish);
            if (first != null && !wish.isOfSamePersonAs(first)) {
                throw new RowRefused("import.row-person-differs", "name");
            }
            if (file == null) {
                takeIn(wish);
            } else {
                goOn(wish, file);
            }
        } catch (RowRefused refused) {
            lines.refuse(row, refused);
        } catch (Problem broken) {
            lines.refuse(row, broken);
        }
    }

    private void takeIn(PersonRow wish) {
        if (known.takenNames().contains(wish.accountName())) {
            throw new RowRefused("person.account-name-taken", "account_name");
        }
        requireFreeAddress(wish, null);
        requirePossible(wish.post());
        var person = new Person(ids.get(), wish.accountName(), null, wish.name(), wish.email(), true);
        var post = Posts.of(person, known.organizationId(), ids.get(), wish.post());
        carry(
                wish,
                new PersonFile(person, List.of(post)),
                ImportEffect.ADD,
                new PeopleStep.TakeIn(person, wish.post()));
    }

    private void goOn(PersonRow wish, PersonFile before) {
        var was = before.person();
        var person = new Person(was.id(), was.accountName(), was.subject(), wish.name(), wish.email(), was.enabled());
        requireFreeAddress(wish, was.email());
        List<PeopleStep> renaming = person.equals(was) ? List.of() : List.of(new PeopleStep.ChangeOf(person));
        if (!renaming.isEmpty() && known.elsewhere().contains(person.id())) {
            throw new RowRefused("person.also-elsewhere", "name");
        }
        var file = renaming.isEmpty() ? before : before.with(person);
        var wanted = new WantedPost(file, known.organizationId(), wish, known.today());
        var post = wanted.known();
        if (post.isEmpty()) {
            PeopleRules.requireEnabled(person);
            requirePossible(wish.post());
            var made = Posts.of(person, known.organizationId(), ids.get(), wish.post());
            file.requireNoOverlap(made);
            carry(
                    wish,
                    file.and(made),
                    ImportEffect.ADD,
                    and(renaming, new PeopleStep.FurtherPost(person.id(), wish.post())));
        } else if (wanted.isThere(post.get())) {
            carry(wish, file, renaming.isEmpty() ? ImportEffect.NOTHING : ImportEffect.CHANGE, renaming);
        } else {
            var terms = wanted.terms(post.get());
            PeopleRules.requireEnabled(person);
            requirePossible(terms);
            var change = PostChange.of(file, post.get(), terms, ids);
            administration.note(wish.row(), change);
            carry(
                    wish,
                    change.done(file),
                    ImportEffect.CHANGE,
                    and(renaming, new PeopleStep.ChangeOfPost(post.get().membershipId(), terms)));
        }
    }

    private void carry(PersonRow wish, PersonFile file, ImportEffect effect, PeopleStep step) {
        carry(wish, file, effect, List.of(step));
    }

    private void carry(PersonRow wish, PersonFile file, ImportEffect effect, List<PeopleStep> further) {
        keep(file);
        steps.addAll(further);
        lines.add(wish.row(), effect);
    }

    private void keep(PersonFile file) {
        files.put(file.person().id(), file);
        if (file.person().accountName() != null) {
            byAccount.put(file.person().accountName(), file.person().id());
        }
    }

    private void requirePossible(Posts.Terms post) {
        PeopleRules.requireSensible(post);
        known.places().require(post.unitId(), post.validFrom());
    }

    private void requireFreeAddress(PersonRow wish, @Nullable String own) {
        if (wish.email() == null) {
            return;
        }
        var address = wish.email().toLowerCase(Locale.ROOT);
        boolean isOwn = own != null && own.toLowerCase(Locale.ROOT).equals(address);
        var holder = addresses.putIfAbsent(address, wish.accountName());
        if ((!isOwn && known.takenAddresses().contains(address))
                || (holder != null && !holder.equals(wish.accountName()))) {
            throw new RowRefused("person.email-taken", "email");
        }
    }

    private static List<PeopleStep> and(List<PeopleStep> steps, PeopleStep further) {
        return Stream.concat(steps.stream(), Stream.of(further)).toList();
    }
}
