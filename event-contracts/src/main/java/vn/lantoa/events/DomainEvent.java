package vn.lantoa.events;

import java.util.UUID;

/**
 * Something that happened, told to everyone who may be concerned. Id, time and trace belong to the envelope (CloudEvents), not
 * to the record. Records only grow: a field that is added may be null when an older event is read.
 */
public sealed interface DomainEvent permits OrganizationEvent, PlanEvent, TaskEvent, ReportEvent, NotificationEvent {

    /** The key on the topic: events of one aggregate stay in order. */
    UUID aggregateId();

    /** The organization in whose name it happened. */
    UUID organizationId();
}
