package vn.lantoa.plan.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.lantoa.events.Role;
import vn.lantoa.plan.csv.CsvRow;
import vn.lantoa.plan.csv.ImportLines;
import vn.lantoa.plan.csv.RowRefused;

/**
 * What no file may do, though a single request may: take the right to administer from whoever sends it, or from the last one who
 * has it. A long list is where that happens unseen.
 */
final class Administration {

    private record Loss(CsvRow row, LocalDate day) {}

    private final UUID organizationId;
    private final UUID callerId;
    private final List<Loss> losses = new ArrayList<>();

    Administration(UUID organizationId, UUID callerId) {
        this.organizationId = organizationId;
        this.callerId = callerId;
    }

    /** @throws RowRefused when it is the caller's own right that would end */
    void note(CsvRow row, PostChange change) {
        var before = change.before();
        var after = change.after();
        if (!PersonFile.is(before, Role.ADMIN)) {
            return;
        }
        LocalDate firstDayWithout;
        if (!PersonFile.is(after, Role.ADMIN)) {
            firstDayWithout = change.day().isAfter(before.validFrom()) ? change.day() : before.validFrom();
        } else if (after.validTo() != null
                && (before.validTo() == null || after.validTo().isBefore(before.validTo()))) {
            firstDayWithout = after.validTo().plusDays(1);
        } else {
            return;
        }
        if (before.personId().equals(callerId)) {
            throw new RowRefused("import.row-own-administration", "roles");
        }
        losses.add(new Loss(row, firstDayWithout));
    }

    /** @param files everybody as they are once the file is written */
    void refuseTheLastOnes(Collection<PersonFile> files, ImportLines lines) {
        for (var loss : losses) {
            var somebodyStays = files.stream()
                    .flatMap(it -> it.posts().stream())
                    .anyMatch(it -> it.organizationId().equals(organizationId)
                            && PersonFile.isOwn(it)
                            && PersonFile.is(it, Role.ADMIN)
                            && PersonFile.holdsOn(it, loss.day()));
            if (!somebodyStays) {
                lines.refuse(loss.row(), new RowRefused("membership.last-administrator", "roles"));
            }
        }
    }
}
