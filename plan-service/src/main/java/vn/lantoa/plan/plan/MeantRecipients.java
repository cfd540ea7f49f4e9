package vn.lantoa.plan.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.directory.Unit;

/** Whom a line of "Nơi nhận" means: units of the issuer, groups written out, and organizations that it knows by name. */
final class MeantRecipients {

    /** @param unitId null for an organization as a whole */
    record Target(UUID organizationId, @Nullable UUID unitId) {}

    /** @param unresolved words that mean nobody of the directory */
    record Meant(Set<Target> targets, List<String> unresolved) {}

    private static final Pattern BETWEEN_NAMES = Pattern.compile("\\s*[,;]\\s*");

    private final IssuingBody body;
    private final MeantBodies bodies;

    MeantRecipients(IssuingBody body) {
        this.body = body;
        this.bodies = new MeantBodies(body);
    }

    /** The whole line first, for names hold commas too; else name by name. */
    Meant of(String words) {
        var whole = targets(words);
        if (!whole.isEmpty()) {
            return new Meant(whole, List.of());
        }
        var targets = new LinkedHashSet<Target>();
        var unresolved = new ArrayList<String>();
        for (var name : BETWEEN_NAMES.split(words)) {
            var found = targets(name);
            targets.addAll(found);
            if (found.isEmpty()) {
                unresolved.add(name);
            }
        }
        return targets.isEmpty() ? new Meant(Set.of(), List.of(words)) : new Meant(targets, unresolved);
    }

    /** Those units and organizations, however they are written. */
    Set<Target> chosen(List<UUID> unitIds, List<UUID> organizationIds) {
        var targets = new LinkedHashSet<Target>();
        unitIds.forEach(id -> body.find(id).ifPresent(unit -> targets.addAll(targets(unit))));
        organizationIds.stream().filter(it -> !isIssuer(it)).forEach(it -> targets.add(new Target(it, null)));
        return targets;
    }

    private Set<Target> targets(String words) {
        var unit = bodies.unit(words);
        if (unit.isPresent()) {
            return targets(unit.get());
        }
        return bodies.receiver(List.of(words))
                .filter(it -> !isIssuer(it))
                .map(it -> Set.of(new Target(it, null)))
                .orElse(Set.of());
    }

    /** The issuer sends nothing to itself as a whole. */
    private Set<Target> targets(Unit unit) {
        var members = body.membersOf(unit.unitId());
        if (!members.isEmpty()) {
            var targets = new LinkedHashSet<Target>();
            members.forEach(id -> body.find(id).ifPresent(member -> targets.addAll(single(member))));
            return targets;
        }
        return single(unit);
    }

    private Set<Target> single(Unit unit) {
        if (body.isItself(unit.unitId()) || unit.kind() == UnitKind.GROUP) {
            return Set.of();
        }
        return Set.of(
                unit.representsOrganizationId() == null
                        ? new Target(unit.organizationId(), unit.unitId())
                        : new Target(unit.representsOrganizationId(), null));
    }

    private boolean isIssuer(UUID organizationId) {
        return organizationId.equals(body.organization().organizationId());
    }
}
