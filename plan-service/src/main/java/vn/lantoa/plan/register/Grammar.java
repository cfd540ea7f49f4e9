package vn.lantoa.plan.register;

import vn.lantoa.events.OrganizationKind;

/** How number and symbol of a document stand together: the State and the Party write them each in their own way. */
public enum Grammar {
    /** {@code 95/KH-UBND}, {@code 43/KH-MTTQ-BTT}, a letter {@code 12/UBND-VHXH} (Decree 30/2020/NĐ-CP, Annex I). */
    STATE,
    /** {@code 13-KH/ĐU} (Guide 05-HD/VPTW of 12/01/2026). */
    PARTY;

    /** That of the documents which such a body issues. */
    public static Grammar of(OrganizationKind issuer) {
        return switch (issuer) {
            case PARTY_COMMITTEE, PARTY_BOARD -> PARTY;
            case PEOPLE_COMMITTEE,
                    DEPARTMENT,
                    FATHERLAND_FRONT,
                    PEOPLE_COUNCIL,
                    MASS_ORGANISATION,
                    PUBLIC_UNIT,
                    CENTRAL_BODY -> STATE;
        };
    }
}
