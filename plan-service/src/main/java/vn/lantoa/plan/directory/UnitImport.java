package vn.lantoa.plan.directory;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.csv.CsvRow;
import vn.lantoa.plan.csv.ImportEffect;
import vn.lantoa.plan.csv.ImportLines;
import vn.lantoa.plan.csv.ImportPlan;
import vn.lantoa.plan.csv.RowAsRequest;
import vn.lantoa.plan.csv.RowRefused;
import vn.lantoa.plan.directory.UnitChangeResource.NewUnit;

/**
 * What a file of the units of one organization would add and change. A row is known by the name that a unit has on the row's day,
 * in any case: the same file twice changes nothing.
 */
final class UnitImport implements ImportPlan {

    static final List<String> COLUMNS =
            List.of("name", "kind", "aliases", "email", "represents", "members", "valid_from");
    static final int MAXIMUM_ROWS = 2_000;

    /** @param represented organizations that the file names, by one of their codes or their alias, and those above them */
    record Known(
            OrganizationHistory organization,
            List<UnitHistory> units,
            List<OrganizationHistory> represented,
            LocalDate today) {}

    private final Known known;
    private final LocalDate today;
    private final Supplier<UUID> ids;
    private final RowAsRequest request;
    private final Map<UUID, UnitHistory> units = new LinkedHashMap<>();
    private final Map<UUID, UnitHistory> changed = new LinkedHashMap<>();
    private final Set<UUID> added = new LinkedHashSet<>();
    private final ImportLines lines = new ImportLines("name");
    private final Set<String> groupsOfTheFile;

    private UnitImport(List<CsvRow> rows, Known known, Supplier<UUID> ids, Validator validator) {
        this.known = known;
        this.today = known.today();
        this.ids = ids;
        this.request = new RowAsRequest(
                validator, Map.of("name", "name", "aliases", "aliases", "email", "email", "memberUnitIds", "members"));
        this.groupsOfTheFile =
                rows.stream().filter(UnitImport::isGroup).map(UnitImport::key).collect(Collectors.toSet());
        known.units().forEach(it -> units.put(it.id(), it));
    }

    static UnitImport plan(List<CsvRow> rows, Known known, Supplier<UUID> ids, Validator validator) {
        var plan = new UnitImport(rows, known, ids, validator);
        plan.takeMembersBeforeGroups(rows);
        return plan;
    }

    /** The cells that name organizations. */
    static Set<String> organizationsNamed(Collection<CsvRow> rows) {
        return rows.stream()
                .map(it -> it.cell("represents"))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toSet());
    }

    static boolean isCalled(OrganizationHistory organization, OrganizationHistory.State state, String code) {
        return code.equals(organization.alias())
                || code.equals(state.administrativeCode())
                || code.equals(state.agencyCode());
    }

    @Override
    public ImportLines lines() {
        return lines;
    }

    /** Members before their groups. */
    List<UnitHistory> changed() {
        return List.copyOf(changed.values());
    }

    boolean isAdded(UnitHistory unit) {
        return added.contains(unit.id());
    }

    private void takeMembersBeforeGroups(List<CsvRow> rows) {
        var groups = new LinkedHashMap<String, CsvRow>();
        var seen = new HashSet<String>();
        for (var row : rows) {
            if (!seen.add(key(row)) && !key(row).isEmpty()) {
                lines.refuse(row, new RowRefused("import.row-duplicate", "name"));
            } else if (isGroup(row)) {
                groups.put(key(row), row);
            } else {
                take(row);
            }
        }
        groups.values().forEach(this::take);
    }

    private void take(CsvRow row) {
        try {
            row.requireSafe();
            var kind = row.oneOf("kind", UnitKind.class);
            var from = row.day("valid_from", today);
            DirectoryRules.requirePossible(from);
            var day = from.isBefore(today) ? today : from;
            var before = named(row.cell("name"), day);
            if (before.isEmpty()) {
                add(row, kind, state(row, kind, from), from);
            } else if (before.get().kind() != kind) {
                throw new RowRefused("import.row-kind-changed", "kind");
            } else {
                change(row, before.get(), state(row, kind, day), day);
            }
        } catch (RowRefused refused) {
            lines.refuse(row, refused);
        } catch (Problem broken) {
            lines.refuse(row, broken);
        }
    }

    private void add(CsvRow row, UnitKind kind, UnitHistory.State state, LocalDate from) {
        UnitRules.requireOrganization(Optional.of(known.organization()), from);
        var made = new UnitHistory(
                ids.get(), known.organization().id(), kind, Timeline.since(from, state), List.of(), List.of());
        keep(row, made, from, ImportEffect.ADD);
        added.add(made.id());
    }

    private void change(CsvRow row, UnitHistory before, UnitHistory.State state, LocalDate day) {
        if (before.timeline().nearest(day).equals(state)) {
            lines.add(row, ImportEffect.NOTHING);
        } else {
            keep(row, before.with(before.timeline().change(day, state)), day, ImportEffect.CHANGE);
        }
    }

    private void keep(CsvRow row, UnitHistory unit, LocalDate day, ImportEffect effect) {
        UnitRules.require(unit, List.copyOf(units.values()), day);
        units.put(unit.id(), unit);
        changed.put(unit.id(), unit);
        lines.add(row, effect);
    }

    private UnitHistory.State state(CsvRow row, UnitKind kind, LocalDate day) {
        var body = request.valid(new NewUnit(
                row.cell("name"),
                kind,
                row.parts("aliases"),
                row.text("email"),
                represented(row, day),
                members(row, day),
                day,
                null));
        return body.state();
    }

    private @Nullable UUID represented(CsvRow row, LocalDate day) {
        var code = row.cell("represents");
        if (code.isEmpty()) {
            return null;
        }
        var meant = known.represented().stream()
                .filter(it -> it.timeline()
                        .on(day)
                        .filter(state -> isCalled(it, state, code))
                        .isPresent())
                .filter(it -> ParentRules.mayStandFor(known.organization(), it, day, this::organization))
                .map(OrganizationHistory::id)
                .toList();
        if (meant.size() != 1) { // none, or several: an alias may read like the code of somebody else
            throw new RowRefused("import.row-organization-unknown", "represents");
        }
        return meant.getFirst();
    }

    private Optional<OrganizationHistory> organization(UUID id) {
        return known.represented().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private List<UUID> members(CsvRow row, LocalDate day) {
        return row.parts("members").stream()
                .map(name -> {
                    var member = named(name, day);
                    if (groupsOfTheFile.contains(name.toLowerCase(Locale.ROOT))
                            || member.filter(it -> it.kind() == UnitKind.GROUP).isPresent()) {
                        throw new RowRefused("import.row-member-is-group", "members");
                    }
                    return member.orElseThrow(() -> new RowRefused("import.row-member-unknown", "members"))
                            .id();
                })
                .distinct()
                .toList();
    }

    /** The unit of that name on the day; else the one that begins with it later. */
    private Optional<UnitHistory> named(String name, LocalDate day) {
        return units.values().stream()
                .filter(it -> it.timeline()
                        .on(day)
                        .filter(state -> state.name().equalsIgnoreCase(name))
                        .isPresent())
                .findFirst()
                .or(() -> units.values().stream()
                        .filter(it -> it.timeline().begin().isAfter(day)
                                && it.timeline().nearest(day).name().equalsIgnoreCase(name))
                        .findFirst());
    }

    private static boolean isGroup(CsvRow row) {
        return row.cell("kind").equals(UnitKind.GROUP.name());
    }

    private static String key(CsvRow row) {
        return row.cell("name").toLowerCase(Locale.ROOT);
    }
}
