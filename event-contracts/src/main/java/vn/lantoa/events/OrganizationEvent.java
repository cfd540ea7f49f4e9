package vn.lantoa.events;

import java.util.UUID;

/** The directory and its calendars, told by plan-service on topic {@code organizations}; the key is the organization. */
public sealed interface OrganizationEvent extends DomainEvent
        permits OrganizationRecorded, UnitRecorded, MembershipRecorded, CalendarRecorded {

    @Override
    default UUID aggregateId() {
        return organizationId();
    }
}
