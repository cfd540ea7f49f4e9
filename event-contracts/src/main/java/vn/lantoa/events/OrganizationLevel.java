package vn.lantoa.events;

/** The two levels of local government since 01/7/2025, and what stands above them. */
public enum OrganizationLevel {
    CITY,
    COMMUNE,
    /** Above every province and city. */
    NATIONAL
}
