package vn.lantoa.plan.plan;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.distribution.DistributionLine;
import vn.lantoa.plan.distribution.OrganizationNames;
import vn.lantoa.plan.distribution.Recipient;
import vn.lantoa.plan.distribution.RecipientChoices;

/** The lines of a plan's "Nơi nhận" with whom they mean now: as a person said, else as the directory knows the names. */
@Singleton
class PlanRecipients {

    /** More is no distribution list any more, and would hold up the register while it is written. */
    static final int MOST = 1000;

    private final RecipientChoices choices;
    private final OrganizationNames organizationNames;

    PlanRecipients(RecipientChoices choices, OrganizationNames organizationNames) {
        this.choices = choices;
        this.organizationNames = organizationNames;
    }

    /** @throws Problem.RuleBroken when they are more than {@link #MOST} */
    List<DistributionLine> lines(Plan plan, IssuingBody body) {
        var chosen = choices.of(plan.organizationId(), plan.id());
        var recipients = new MeantRecipients(body);
        var written = plan.reading().recipients();
        var meant = new ArrayList<MeantRecipients.Meant>();
        for (int line = 1; line <= written.size(); line++) {
            var said = chosen.get(line);
            var words = written.get(line - 1);
            if (said != null) {
                var targets = recipients.chosen(said.unitIds(), said.organizationIds());
                meant.add(new MeantRecipients.Meant(targets, targets.isEmpty() ? List.of(words.text()) : List.of()));
            } else if (words.archive()) {
                meant.add(new MeantRecipients.Meant(Set.of(), List.of()));
            } else {
                meant.add(recipients.of(words.text()));
            }
        }
        if (meant.stream().mapToInt(it -> it.targets().size()).sum() > MOST) {
            throw new Problem.RuleBroken("plan.too-many-recipients", String.valueOf(MOST));
        }
        var names = names(body, meant);
        var lines = new ArrayList<DistributionLine>();
        for (int line = 1; line <= written.size(); line++) {
            var words = written.get(line - 1);
            lines.add(new DistributionLine(
                    line,
                    words.text(),
                    words.note(),
                    words.archive(),
                    chosen.containsKey(line),
                    meant.get(line - 1).targets().stream()
                            .filter(names::containsKey) // an organization may have ended since a person chose it
                            .map(to -> new Recipient(to.organizationId(), to.unitId(), names.get(to)))
                            .toList(),
                    meant.get(line - 1).unresolved()));
        }
        return lines;
    }

    private Map<MeantRecipients.Target, String> names(IssuingBody body, List<MeantRecipients.Meant> meant) {
        var targets = meant.stream().flatMap(it -> it.targets().stream()).collect(Collectors.toSet());
        var organizations = organizationNames.of(targets.stream()
                .filter(it -> it.unitId() == null)
                .map(MeantRecipients.Target::organizationId)
                .collect(Collectors.toSet()));
        var units = body.units().stream().collect(Collectors.toMap(Unit::unitId, Unit::name));
        return targets.stream()
                .filter(it -> it.unitId() != null || organizations.containsKey(it.organizationId()))
                .collect(Collectors.toMap(it -> it, it -> name(it, organizations, units)));
    }

    private static String name(MeantRecipients.Target to, Map<UUID, String> organizations, Map<UUID, String> units) {
        return Objects.requireNonNull(
                to.unitId() == null ? organizations.get(to.organizationId()) : units.get(to.unitId()));
    }
}
