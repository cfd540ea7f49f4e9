package vn.lantoa.plan.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;

class TerritoryCodesTest {

    @Test
    void codeBelongsToTheCommitteeOfItsTerritory() {
        assertThat(committee(OrganizationLevel.COMMUNE, OrganizationLevel.CITY, "90177"))
                .isTrue();
        assertThat(committee(OrganizationLevel.CITY, OrganizationLevel.NATIONAL, "90"))
                .isTrue();
        assertThat(committee(OrganizationLevel.CITY, null, "90")).isTrue();
        assertThat(committee(OrganizationLevel.COMMUNE, OrganizationLevel.COMMUNE, null))
                .isTrue();
    }

    @Test
    void nobodyElseTakesIt() {
        assertThat(committee(OrganizationLevel.COMMUNE, OrganizationLevel.COMMUNE, "90177"))
                .isFalse();
        assertThat(committee(OrganizationLevel.COMMUNE, OrganizationLevel.CITY, "90"))
                .isFalse();
        assertThat(committee(OrganizationLevel.CITY, OrganizationLevel.CITY, "90177"))
                .isFalse();
        assertThat(TerritoryCodes.mayHave(
                        OrganizationKind.PUBLIC_UNIT, OrganizationLevel.COMMUNE, OrganizationLevel.CITY, "90177"))
                .isFalse();
    }

    private static boolean committee(
            OrganizationLevel level, @Nullable OrganizationLevel parent, @Nullable String code) {
        return TerritoryCodes.mayHave(OrganizationKind.PEOPLE_COMMITTEE, level, parent, code);
    }
}
