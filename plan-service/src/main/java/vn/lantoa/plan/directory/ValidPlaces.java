package vn.lantoa.plan.directory;

import jakarta.inject.Singleton;
import java.time.LocalDate;
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

    /** @throws Problem when organization or unit do not exist then, or the unit belongs to another organization */
    public void require(UUID organizationId, @Nullable UUID unitId, LocalDate day) {
        DirectoryRules.requirePossible(day);
        if (histories
                .organization(organizationId)
                .flatMap(it -> it.timeline().on(day))
                .isEmpty()) {
            throw new Problem.RuleBroken("directory.not-valid-then", day);
        }
        if (unitId == null) {
            return;
        }
        var unit = histories
                .unit(unitId)
                .filter(it -> it.organizationId().equals(organizationId))
                .orElseThrow(() -> new Problem.NotFound("unit.not-found"));
        if (unit.timeline().on(day).isEmpty()) {
            throw new Problem.RuleBroken("directory.not-valid-then", day);
        }
    }
}
