package vn.lantoa.plan.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.directory.DirectoryCsv.Row;

/**
 * What a file of organizations would add and change. A row is known by its administrative code, or without one by its agency code:
 * the same file twice changes nothing.
 */
final class OrganizationImport {

    static final List<String> COLUMNS =
            List.of("code", "agency_code", "parent_code", "alias", "name", "kind", "level", "population", "valid_from");

    enum Effect {
        ADD,
        CHANGE,
        NOTHING,
        ERROR
    }

    /** @param problem code of the register; null without an error */
    record Line(
            int line,
            String key,
            String name,
            Effect effect,
            @Nullable String problem) {}

    private static final Pattern CODE = Pattern.compile("[0-9]{2}|[0-9]{5}");
    private static final Pattern AGENCY_CODE = Pattern.compile(OrganizationChangeResource.AGENCY_CODE);
    private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");

    private final OrganizationHistory root;
    private final Set<UUID> managed;
    private final LocalDate today;
    private final Supplier<UUID> ids;
    private final Map<String, OrganizationHistory> byKey = new HashMap<>();
    private final Map<String, UUID> byAlias = new HashMap<>();
    private final Map<UUID, OrganizationHistory> changed = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();

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
            List<Row> rows,
            OrganizationHistory root,
            Set<UUID> managed,
            List<OrganizationHistory> known,
            LocalDate today,
            Supplier<UUID> ids) {
        var plan = new OrganizationImport(root, managed, known, today, ids);
        plan.takeParentsFirst(rows);
        plan.lines.sort(Comparator.comparingInt(Line::line));
        return plan;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Parents before what lies below them. */
    List<OrganizationHistory> changed() {
        return List.copyOf(changed.values());
    }

    long count(Effect effect) {
        return lines.stream().filter(it -> it.effect() == effect).count();
    }

    private void takeParentsFirst(List<Row> rows) {
        Map<String, Row> waiting = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (var row : rows) {
            var key = key(row);
            if (!row.unsafeColumn().isEmpty()) {
                refuse(row, "import.row-cell-unsafe");
            } else if (key.isEmpty()) {
                refuse(row, "import.row-code-missing");
            } else if (!seen.add(key)) {
                refuse(row, "import.row-duplicate");
            } else {
                waiting.put(key, row);
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
        waiting.values().forEach(row -> refuse(row, "import.row-parent-cyclic"));
    }

    private void take(Row row) {
        try {
            var parent = row.cell("parent_code").isEmpty() ? root : byKey.get(row.cell("parent_code"));
            if (parent == null || !(managed.contains(parent.id()) || changed.containsKey(parent.id()))) {
                refuse(row, "import.row-parent-unknown");
                return;
            }
            var from = row.cell("valid_from").isEmpty() ? today : LocalDate.parse(row.cell("valid_from"));
            DirectoryRules.requirePossible(from);
            var state = new OrganizationHistory.State(
                    matching(row.cell("name"), Pattern.compile(".{1,300}")),
                    parent.id(),
                    optional(row.cell("code"), CODE),
                    optional(row.cell("agency_code"), AGENCY_CODE),
                    row.cell("population").isEmpty()
                            ? null
                            : Long.valueOf(matching(row.cell("population"), Pattern.compile("[0-9]{1,9}"))));
            var kind = OrganizationKind.valueOf(row.cell("kind"));
            var level = OrganizationLevel.valueOf(row.cell("level"));
            var known = byKey.get(key(row));
            if (known == null) {
                add(row, kind, level, state, from);
            } else {
                change(row, known, kind, level, state, from);
            }
        } catch (IllegalArgumentException | DateTimeException | Problem unreadable) {
            refuse(row, "import.row-value-invalid");
        }
    }

    private void add(
            Row row, OrganizationKind kind, OrganizationLevel level, OrganizationHistory.State state, LocalDate from) {
        var alias = matching(row.cell("alias"), ALIAS);
        if (byAlias.containsKey(alias)) {
            refuse(row, "organization.alias-taken");
            return;
        }
        if (isTaken(state.agencyCode(), null)) {
            refuse(row, "organization.agency-code-taken");
            return;
        }
        var made = new OrganizationHistory(
                ids.get(), alias, kind, level, Timeline.since(from, state), List.of(), List.of());
        keep(row, made, Effect.ADD);
    }

    private void change(
            Row row,
            OrganizationHistory known,
            OrganizationKind kind,
            OrganizationLevel level,
            OrganizationHistory.State state,
            LocalDate from) {
        if (!managed.contains(known.id()) || known.id().equals(root.id())) {
            refuse(row, "import.row-not-yours");
            return;
        }
        if (known.kind() != kind || known.level() != level || !known.alias().equals(row.cell("alias"))) {
            refuse(row, "import.row-fixed-changed");
            return;
        }
        if (isTaken(state.agencyCode(), known.id())) {
            refuse(row, "organization.agency-code-taken");
            return;
        }
        // a row that says what holds already asks for nothing, whenever it says so
        if (known.timeline().nearest(today).equals(state)) {
            lines.add(new Line(row.line(), key(row), state.name(), Effect.NOTHING, null));
            return;
        }
        var day = from.isBefore(today) ? today : from;
        keep(row, known.with(known.timeline().change(day, state)), Effect.CHANGE);
    }

    private boolean isTaken(@Nullable String agencyCode, @Nullable UUID by) {
        var holder = agencyCode == null ? null : byKey.get(agencyCode);
        return holder != null && !holder.id().equals(by);
    }

    private void keep(Row row, OrganizationHistory organization, Effect effect) {
        changed.put(organization.id(), organization);
        remember(organization);
        lines.add(new Line(
                row.line(), key(row), organization.timeline().nearest(today).name(), effect, null));
    }

    private void remember(OrganizationHistory organization) {
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

    private void refuse(Row row, String problem) {
        var name = row.cell("name");
        lines.add(
                new Line(row.line(), key(row), name.substring(0, Math.min(300, name.length())), Effect.ERROR, problem));
    }

    private static String key(Row row) {
        var key = row.cell("code").isEmpty() ? row.cell("agency_code") : row.cell("code");
        return key.substring(0, Math.min(50, key.length()));
    }

    private static @Nullable String optional(String value, Pattern shape) {
        return value.isEmpty() ? null : matching(value, shape);
    }

    private static String matching(String value, Pattern shape) {
        if (!shape.matcher(value).matches()) {
            throw new IllegalArgumentException("Not of the shape " + shape);
        }
        return value;
    }
}
