package vn.lantoa.plan.directory;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;

/** Where somebody may have a post on a day. */
@Singleton
public class ValidPlaces {

    private final Histories histories;

    ValidPlaces(Histories histories) {
        this.histories = histories;
    }

    /** Changes of the directory happen one after another, until the running transaction ends. */
    public void lock() {
        histories.lock();
    }

    /** The organization with all its units. */
    public Places of(UUID organizationId) {
        return new Places(
                histories
                        .organization(organizationId)
                        .orElseThrow(() -> new Problem.NotFound("organization.not-found")),
                histories.unitsOf(List.of(organizationId)));
    }

    /** @throws Problem when organization or unit do not exist then, or the unit belongs to another organization */
    public void require(UUID organizationId, @Nullable UUID unitId, LocalDate day) {
        var organization = histories
                .organization(organizationId)
                .orElseThrow(() -> new Problem.RuleBroken("directory.not-valid-then", day));
        var unit = unitId == null ? Optional.<UnitHistory>empty() : histories.unit(unitId);
        new Places(organization, unit.stream().toList()).require(unitId, day);
    }
}
