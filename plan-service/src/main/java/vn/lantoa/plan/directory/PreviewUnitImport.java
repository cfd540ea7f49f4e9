package vn.lantoa.plan.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.csv.CsvFile;
import vn.lantoa.plan.csv.ImportPreview;

/** Works out what a file of units would add to an organization and change in it, row by row, and changes nothing. */
@ApplicationScoped
class PreviewUnitImport {

    record Command(UUID acting, UUID organizationId, byte[] file) {}

    private final Reach reach;
    private final Histories histories;
    private final DirectoryRules rules;
    private final Validator validator;

    PreviewUnitImport(Reach reach, Histories histories, DirectoryRules rules, Validator validator) {
        this.reach = reach;
        this.histories = histories;
        this.rules = rules;
        this.validator = validator;
    }

    @Transactional
    ImportPreview<UnitImport> preview(Command command) {
        reach.requireManaged(command.acting(), command.organizationId());
        var rows = CsvFile.read(command.file(), UnitImport.COLUMNS, UnitImport.MAXIMUM_ROWS);
        var known = new UnitImport.Known(
                histories
                        .organization(command.organizationId())
                        .orElseThrow(() -> new Problem.NotFound("organization.not-found")),
                histories.unitsOf(List.of(command.organizationId())),
                represented(UnitImport.organizationsNamed(rows)),
                rules.today());
        return new ImportPreview<>(
                UnitImport.plan(rows, known, Ids::next, validator),
                EntityTag.ofParts(command.acting(), rows, known).value());
    }

    private List<OrganizationHistory> represented(Set<String> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        var all = histories.allOrganizations();
        var concerned = all.stream()
                .filter(it -> it.timeline().entries().stream().anyMatch(entry -> codes.stream()
                        .anyMatch(code -> UnitImport.isCalled(it, entry.state(), code))))
                .map(OrganizationHistory::id)
                .collect(Collectors.toCollection(HashSet::new));
        var above = List.copyOf(concerned);
        while (!above.isEmpty()) {
            var below = new HashSet<>(above);
            above = all.stream()
                    .filter(it -> below.contains(it.id()))
                    .flatMap(it -> it.timeline().entries().stream())
                    .map(it -> it.state().parentId())
                    .filter(it -> it != null && concerned.add(it))
                    .toList();
        }
        return all.stream().filter(it -> concerned.contains(it.id())).toList();
    }
}
