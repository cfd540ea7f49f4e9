package vn.lantoa.plan.people;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.plan.csv.CsvRow;
import vn.lantoa.plan.csv.RowAsRequest;
import vn.lantoa.plan.csv.RowRefused;
import vn.lantoa.plan.directory.Places;
import vn.lantoa.plan.people.MembershipResource.NewPost;
import vn.lantoa.plan.people.OrganizationPeopleResource.NewPerson;

/**
 * A row of a file of people: somebody with one post.
 *
 * @param dayIsSaid false when the first day of the post is today because the cell is empty
 */
record PersonRow(
        CsvRow row,
        String accountName,
        String name,
        @Nullable String email,
        Posts.Terms post,
        boolean dayIsSaid) {

    /** What rows are read by. */
    record Reader(Places places, LocalDate today, RowAsRequest request) {

        Reader(Places places, LocalDate today, Validator validator) {
            this(
                    places,
                    today,
                    new RowAsRequest(
                            validator,
                            Map.of(
                                    "accountName",
                                    "account_name",
                                    "name",
                                    "name",
                                    "email",
                                    "email",
                                    "roles",
                                    "roles",
                                    "position",
                                    "position")));
        }

        /** @param isNew true for somebody whose post may begin before today, as in a single request */
        PersonRow read(CsvRow row, boolean isNew) {
            row.requireSafe();
            var from = row.day("valid_from", today);
            var unit = row.cell("unit");
            var unitDay = !isNew && from.isBefore(today) ? today : from;
            var unitId = unit.isEmpty()
                    ? null
                    : places.unit(unit, unitDay).orElseThrow(() -> new RowRefused("import.row-unit-unknown", "unit"));
            var body = request.valid(new NewPerson(
                    row.cell("name"),
                    row.cell("account_name"),
                    row.text("email"),
                    new NewPost(
                            unitId,
                            row.parts("roles").stream()
                                    .map(it -> CsvRow.oneOf("roles", it, Role.class))
                                    .toList(),
                            row.text("position"),
                            from,
                            row.day("valid_to"))));
            return new PersonRow(
                    row,
                    body.accountName(),
                    body.name(),
                    body.email(),
                    body.membership().terms(),
                    !row.cell("valid_from").isEmpty());
        }
    }

    boolean isOfSamePersonAs(PersonRow other) {
        return name.equals(other.name) && Objects.equals(email, other.email);
    }

    /** By which the row is known: nobody has two posts in one unit at a time. */
    String key() {
        return accountName + " " + (post.unitId() == null ? "" : post.unitId());
    }
}
