package vn.lantoa.events;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A machine client has come to one of the services. Told by that service, at most once an hour for each membership.
 *
 * @param membershipId what it came with: one key of a machine client
 */
public record MachineUsed(UUID organizationId, UUID membershipId, OffsetDateTime usedAt) implements OrganizationEvent {}
