package vn.lantoa.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** An organization of the seed and one of its units. */
record SeededUnit(UUID organizationId, UUID unitId) {

    static SeededUnit of(JsonNode directory, String alias, String unitKind) {
        for (var organization : directory.path("organizations")) {
            if (organization.path("alias").asText().equals(alias)) {
                for (var unit : organization.path("units")) {
                    if (unit.path("kind").asText().equals(unitKind)) {
                        return new SeededUnit(
                                UUID.fromString(organization.path("id").asText()),
                                UUID.fromString(unit.path("id").asText()));
                    }
                }
            }
        }
        throw new IllegalArgumentException("The seed has no " + unitKind + " in " + alias);
    }
}
