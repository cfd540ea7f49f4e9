package vn.lantoa.plan.plan;

import java.util.List;
import java.util.UUID;

/**
 * Units as the document names them, with the units of the directory that are meant.
 *
 * @param unitIds empty while nobody has said who is meant; one for a unit or a group; several after a person listed them
 */
record NamedUnits(String words, List<UUID> unitIds) {

    NamedUnits {
        unitIds = List.copyOf(unitIds);
    }
}
