package vn.lantoa.plan.machines;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.http.Problem;

/** Who answers for a program is a unit of the organization for which it acts. */
@Singleton
class ContactUnits {

    private final Directory directory;

    ContactUnits(Directory directory) {
        this.directory = directory;
    }

    /** @throws Problem.Invalid when the unit is none of the organization's */
    void requireOf(UUID organizationId, @Nullable UUID unitId) {
        if (unitId != null
                && directory
                        .unit(unitId)
                        .filter(unit -> unit.organizationId().equals(organizationId))
                        .isEmpty()) {
            throw new Problem.Invalid("request.invalid")
                    .errors(List.of(new Problem.Invalid.Error("/contactUnitId", "machine.unit-not-here")));
        }
    }
}
