package vn.lantoa.plan.provisioning;

/** What the identity provider knows too. */
public enum Kind {
    ORGANIZATION,
    PERSON,
    MACHINE_CLIENT
}
