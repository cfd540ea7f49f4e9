package vn.lantoa.plan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.csv.CsvFile;
import vn.lantoa.plan.csv.CsvRow;
import vn.lantoa.plan.csv.ImportPreview;
import vn.lantoa.plan.directory.Reach;
import vn.lantoa.plan.directory.ValidPlaces;

/** Works out what a file of people would add to an organization and change in it, row by row, and changes nothing. */
@ApplicationScoped
class PreviewPeopleImport {

    record Command(UUID acting, UUID callerId, UUID organizationId, byte[] file) {}

    private final Reach reach;
    private final ValidPlaces places;
    private final KnownPeople knownPeople;
    private final People people;
    private final Validator validator;

    PreviewPeopleImport(Reach reach, ValidPlaces places, KnownPeople knownPeople, People people, Validator validator) {
        this.reach = reach;
        this.places = places;
        this.knownPeople = knownPeople;
        this.people = people;
        this.validator = validator;
    }

    @Transactional
    ImportPreview<PeopleImport> preview(Command command) {
        reach.requireManaged(command.acting(), command.organizationId());
        var rows = CsvFile.read(command.file(), PeopleImport.COLUMNS, PeopleImport.MAXIMUM_ROWS);
        var known = known(command, rows);
        return new ImportPreview<>(
                PeopleImport.plan(rows, known, Ids::next, validator),
                EntityTag.ofParts(command.acting(), rows, known).value());
    }

    private PeopleImport.Known known(Command command, List<CsvRow> rows) {
        var names = cells(rows, "account_name");
        var files = knownPeople.of(command.organizationId());
        var named = files.stream()
                .map(PersonFile::person)
                .filter(it -> it.accountName() != null && names.contains(it.accountName()))
                .map(Person::id)
                .toList();
        return new PeopleImport.Known(
                command.organizationId(),
                command.callerId(),
                people.today(),
                places.of(command.organizationId()),
                files,
                knownPeople.takenNames(names),
                knownPeople.takenAddresses(cells(rows, "email").stream()
                        .map(it -> it.toLowerCase(Locale.ROOT))
                        .toList()),
                knownPeople.elsewhere(named));
    }

    private static Set<String> cells(List<CsvRow> rows, String column) {
        return rows.stream()
                .map(it -> it.cell(column))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toSet());
    }
}
