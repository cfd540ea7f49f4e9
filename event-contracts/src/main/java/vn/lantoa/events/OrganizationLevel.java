package vn.lantoa.events;

/** The two levels of local government since 01/7/2025. */
public enum OrganizationLevel {
    CITY,
    COMMUNE
}
