package vn.lantoa.events;

import java.util.UUID;

/**
 * The directory and its calendars, told by plan-service on topic {@code organizations}; the key is the organization. That a machine
 * client was seen is told by the service that saw it.
 */
public sealed interface OrganizationEvent extends DomainEvent
        permits OrganizationRecorded, UnitRecorded, MembershipRecorded, CalendarRecorded, QuotasRecorded, MachineUsed {

    @Override
    default UUID aggregateId() {
        return organizationId();
    }
}
