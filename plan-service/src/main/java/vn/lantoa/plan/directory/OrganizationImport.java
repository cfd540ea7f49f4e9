package vn.lantoa.plan.directory;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.kit.http.OneLine;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.csv.CsvRow;
import vn.lantoa.plan.csv.ImportEffect;
import vn.lantoa.plan.csv.ImportLines;
import vn.lantoa.plan.csv.ImportPlan;
import vn.lantoa.plan.csv.RowRefused;

/**
 * What a file of organizations would add and change. A row is known by its administrative code, or without one by its agency code:
 * the same file twice changes nothing.
 */
final class OrganizationImport implements ImportPlan {

    static final List<String> COLUMNS =
            List.of("code", "agency_code", "parent_code", "alias", "name", "kind", "level", "population", "valid_from");

    static final int MAXIMUM_ROWS = 5_000;

    private static final Pattern CODE = Pattern.compile("[0-9]{2}|[0-9]{5}");
    private static final Pattern AGENCY_CODE = Pattern.compile(OrganizationChangeResource.AGENCY_CODE);
    private static final Pattern NAME = Pattern.compile("(?=.{1,300}$)" + OneLine.PATTERN);
    private static final Pattern POPULATION = Pattern.compile("[0-9]{1,9}");
    private static final Pattern ALIAS = Pattern.compile(OrganizationChangeResource.ALIAS);

    private final OrganizationHistory root;
    private final Set<UUID> managed;
    private final LocalDate today;
    private final Supplier<UUID> ids;
    private final Map<String, OrganizationHistory> byKey = new HashMap<>();
    private final Map<UUID, OrganizationHistory> byId = new HashMap<>();
    private final Map<String, UUID> byAlias = new HashMap<>();
    private final Map<UUID, OrganizationHistory> changed = new LinkedHashMap<>();
    private final Set<UUID> added = new HashSet<>();
    private final ImportLines lines = new ImportLines("code");

    private OrganizationImport(
            OrganizationHistory root,
            Set<UUID> managed,
            List<OrganizationHistory> known,
            LocalDate today,
            Supplier<UUID> ids) {
        this.root = root;
        this.managed = managed;
        this.today = today;
        this.ids = ids;
        known.forEach(this::remember);
    }

    /** @param managed those at and below the root, which alone may be changed */
    static OrganizationImport plan(
            List<CsvRow> rows,
            OrganizationHistory root,
            Set<UUID> managed,
            List<OrganizationHistory> known,
            LocalDate today,
            Supplier<UUID> ids) {
        var plan = new OrganizationImport(root, managed, known, today, ids);
        plan.takeParentsFirst(rows);
        return plan;
    }

    @Override
    public ImportLines lines() {
        return lines;
    }

    /** Parents before what lies below them. */
    List<OrganizationHistory> changed() {
        return List.copyOf(changed.values());
    }

    boolean isAdded(OrganizationHistory organization) {
        return added.contains(organization.id());
    }

    private void takeParentsFirst(List<CsvRow> rows) {
        Map<String, CsvRow> waiting = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (var row : rows) {
            var key = key(row);
            try {
                row.requireSafe();
                require(!key.isEmpty(), "import.row-code-missing", "code");
                require(seen.add(key), "import.row-duplicate", "code");
                waiting.put(key, row);
            } catch (RowRefused refused) {
                lines.refuse(row, key, refused);
            }
        }
        var progress = true;
        while (progress && !waiting.isEmpty()) {
            var ready = waiting.entrySet().stream()
                    .filter(it -> !waiting.containsKey(it.getValue().cell("parent_code")))
                    .toList();
            ready.forEach(it -> take(it.getValue()));
            ready.forEach(it -> waiting.remove(it.getKey()));
            progress = !ready.isEmpty();
        }
        waiting.forEach(
                (key, row) -> lines.refuse(row, key, new RowRefused("import.row-parent-cyclic", "parent_code")));
    }

    private void take(CsvRow row) {
        try {
            var parent = row.cell("parent_code").isEmpty() ? root : byKey.get(row.cell("parent_code"));
            if (parent == null || !(managed.contains(parent.id()) || changed.containsKey(parent.id()))) {
                throw new RowRefused("import.row-parent-unknown", "parent_code");
            }
            var from = row.day("valid_from", today);
            DirectoryRules.requirePossible(from);
            var state = new OrganizationHistory.State(
                    row.matching("name", NAME),
                    parent.id(),
                    optional(row, "code", CODE),
                    optional(row, "agency_code", AGENCY_CODE),
                    row.cell("population").isEmpty() ? null : Long.valueOf(row.matching("population", POPULATION)));
            var kind = row.oneOf("kind", OrganizationKind.class);
            var level = row.oneOf("level", OrganizationLevel.class);
            var known = byKey.get(key(row));
            if (known == null) {
                add(row, kind, level, state, from);
            } else {
                change(row, known, kind, level, state, from);
            }
        } catch (RowRefused refused) {
            lines.refuse(row, key(row), refused);
        } catch (Problem broken) {
            lines.refuse(row, key(row), new RowRefused(broken.code(), "valid_from"));
        }
    }

    private void add(
            CsvRow row,
            OrganizationKind kind,
            OrganizationLevel level,
            OrganizationHistory.State state,
            LocalDate from) {
        var alias = row.matching("alias", ALIAS);
        require(!byAlias.containsKey(alias), "organization.alias-taken", "alias");
        require(!isTaken(state.agencyCode(), null), "organization.agency-code-taken", "agency_code");
        var made = new OrganizationHistory(
                ids.get(), alias, kind, level, Timeline.since(from, state), List.of(), List.of());
        requireParent(made, from);
        keep(row, made, ImportEffect.ADD);
        added.add(made.id());
    }

    private void change(
            CsvRow row,
            OrganizationHistory known,
            OrganizationKind kind,
            OrganizationLevel level,
            OrganizationHistory.State state,
            LocalDate from) {
        require(managed.contains(known.id()) && !known.id().equals(root.id()), "import.row-not-yours", "code");
        require(known.kind() == kind, "import.row-fixed-changed", "kind");
        require(known.level() == level, "import.row-fixed-changed", "level");
        require(known.alias().equals(row.cell("alias")), "import.row-fixed-changed", "alias");
        require(!isTaken(state.agencyCode(), known.id()), "organization.agency-code-taken", "agency_code");
        var day = from.isBefore(today) ? today : from;
        // a row that says what holds then anyway asks for nothing
        if (known.timeline().nearest(day).equals(state)) {
            lines.add(row, key(row), state.name(), ImportEffect.NOTHING);
            return;
        }
        var changed = known.with(known.timeline().change(day, state));
        if (!Objects.equals(state.parentId(), known.timeline().nearest(day).parentId())) {
            requireParent(changed, day);
        }
        keep(row, changed, ImportEffect.CHANGE);
    }

    /** As for a single organization, held against what the rows before this one plan. */
    private void requireParent(OrganizationHistory planned, LocalDate day) {
        try {
            ParentRules.require(
                    planned.id(),
                    planned.level(),
                    planned.timeline().on(day).orElseThrow().parentId(),
                    day,
                    id -> Optional.ofNullable(byId.get(id)));
        } catch (Problem.RuleBroken broken) {
            throw new RowRefused(broken.code(), "parent_code");
        }
    }

    private boolean isTaken(@Nullable String agencyCode, @Nullable UUID by) {
        var holder = agencyCode == null ? null : byKey.get(agencyCode);
        return holder != null && !holder.id().equals(by);
    }

    private void keep(CsvRow row, OrganizationHistory organization, ImportEffect effect) {
        var parent =
                byId.get(organization.timeline().entries().getLast().state().parentId());
        require(
                TerritoryCodes.mayHave(
                        organization.kind(),
                        organization.level(),
                        parent == null ? null : parent.level(),
                        row.text("code")),
                "organization.administrative-code-not-its-own",
                "code");
        changed.put(organization.id(), organization);
        remember(organization);
        lines.add(row, key(row), organization.timeline().nearest(today).name(), effect);
    }

    private void remember(OrganizationHistory organization) {
        byId.put(organization.id(), organization);
        byAlias.put(organization.alias(), organization.id());
        for (var entry : organization.timeline().entries()) {
            if (entry.state().administrativeCode() != null) {
                byKey.put(entry.state().administrativeCode(), organization);
            }
            if (entry.state().agencyCode() != null
                    && (entry.to() == null || !entry.to().isBefore(today))) {
                byKey.put(entry.state().agencyCode(), organization);
            }
        }
    }

    private static String key(CsvRow row) {
        return row.cell(row.cell("code").isEmpty() ? "agency_code" : "code");
    }

    private static @Nullable String optional(CsvRow row, String column, Pattern shape) {
        return row.cell(column).isEmpty() ? null : row.matching(column, shape);
    }

    private static void require(boolean holds, String problem, String column) {
        if (!holds) {
            throw new RowRefused(problem, column);
        }
    }
}
