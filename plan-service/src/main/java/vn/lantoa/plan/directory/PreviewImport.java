package vn.lantoa.plan.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;

/** Works out what a file of organizations would add and change, row by row, and changes nothing. */
@ApplicationScoped
class PreviewImport {

    record Command(UUID acting, byte[] file) {}

    /** @param token names the file and the directory it was held against; any change of either makes another */
    record Outcome(OrganizationImport plan, String token) {}

    private final Histories histories;
    private final DirectoryRules rules;

    PreviewImport(Histories histories, DirectoryRules rules) {
        this.histories = histories;
        this.rules = rules;
    }

    @Transactional
    Outcome preview(Command command) {
        var rows = DirectoryCsv.read(command.file(), OrganizationImport.COLUMNS);
        var known = histories.allOrganizations();
        var root = known.stream()
                .filter(it -> it.id().equals(command.acting()))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("organization.not-found"));
        var plan = OrganizationImport.plan(rows, root, below(command.acting(), known), known, rules.today(), Ids::next);
        return new Outcome(plan, HistoryTag.of(List.of(command.acting(), rules.today(), textOf(rows), known)));
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

    private static List<Map<String, String>> textOf(List<DirectoryCsv.Row> rows) {
        return rows.stream()
                .<Map<String, String>>map(it -> new TreeMap<>(it.cells()))
                .toList();
    }
}
