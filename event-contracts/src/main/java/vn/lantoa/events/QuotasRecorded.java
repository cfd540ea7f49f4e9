package vn.lantoa.events;

import java.util.List;
import java.util.UUID;

/**
 * How many requests each client of an organization may send, where that differs from what holds for all. Replaces what was set
 * for the organization; an empty list is the return to what holds for all.
 *
 * @param quotas at most one of a class
 */
public record QuotasRecorded(UUID organizationId, List<Quota> quotas) implements OrganizationEvent {

    public QuotasRecorded {
        quotas = List.copyOf(quotas);
    }

    /** @param perMinute requests of one person or program within a minute, at one service */
    public record Quota(QuotaClass quotaClass, int perMinute) {}
}
