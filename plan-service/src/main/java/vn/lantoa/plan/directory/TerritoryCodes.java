package vn.lantoa.plan.directory;

import org.jspecify.annotations.Nullable;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;

/**
 * Whose an administrative code is (Decision 19/2025/QĐ-TTg): the people's committee of a province has one of two digits, that of a
 * commune one of five. Codes are never used again, so nobody else may take one, least of all below the commune itself.
 */
final class TerritoryCodes {

    private static final int DIGITS_OF_A_COMMUNE = 5;

    private TerritoryCodes() {}

    /** @param parentLevel null when nothing is above it */
    static boolean mayHave(
            OrganizationKind kind,
            OrganizationLevel level,
            @Nullable OrganizationLevel parentLevel,
            @Nullable String code) {
        if (code == null) {
            return true;
        }
        return kind == OrganizationKind.PEOPLE_COMMITTEE
                && (code.length() == DIGITS_OF_A_COMMUNE
                        ? level == OrganizationLevel.COMMUNE && parentLevel != OrganizationLevel.COMMUNE
                        : level == OrganizationLevel.CITY);
    }
}
