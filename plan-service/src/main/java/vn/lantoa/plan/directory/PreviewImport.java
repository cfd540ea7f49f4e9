package vn.lantoa.plan.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.csv.CsvFile;
import vn.lantoa.plan.csv.ImportPreview;

/** Works out what a file of organizations would add and change, row by row, and changes nothing. */
@ApplicationScoped
class PreviewImport {

    record Command(UUID acting, byte[] file) {}

    private final Histories histories;
    private final DirectoryRules rules;

    PreviewImport(Histories histories, DirectoryRules rules) {
        this.histories = histories;
        this.rules = rules;
    }

    @Transactional
    ImportPreview<OrganizationImport> preview(Command command) {
        var rows = CsvFile.read(command.file(), OrganizationImport.COLUMNS, OrganizationImport.MAXIMUM_ROWS);
        var known = histories.allOrganizations();
        var root = known.stream()
                .filter(it -> it.id().equals(command.acting()))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("organization.not-found"));
        var plan = OrganizationImport.plan(rows, root, below(command.acting(), known), known, rules.today(), Ids::next);
        return new ImportPreview<>(
                plan,
                EntityTag.ofParts(command.acting(), rules.today(), rows, known).value());
    }

    private Set<UUID> below(UUID root, List<OrganizationHistory> known) {
        Map<UUID, List<UUID>> children = new HashMap<>();
        for (var organization : known) {
            var parentId = organization.timeline().nearest(rules.today()).parentId();
            if (parentId != null) {
                children.computeIfAbsent(parentId, _ -> new ArrayList<>()).add(organization.id());
            }
        }
        Set<UUID> found = new HashSet<>();
        var next = List.of(root);
        while (!next.isEmpty()) {
            next = next.stream()
                    .filter(found::add)
                    .flatMap(it -> children.getOrDefault(it, List.of()).stream())
                    .toList();
        }
        return found;
    }
}
