package vn.lantoa.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person, or one machine client, may do in one organization; replaces what was known of this membership.
 *
 * @param subject the {@code sub} of their tokens
 * @param email official address; null is a reason to skip e-mail, never an error
 * @param unitId the unit they belong to; null for leaders and machine clients
 * @param validTo last day of the membership; null while it is open
 * @param active false when the account is disabled, whatever the dates say
 * @param scopes to what a machine client is let in ({@link Scope}, in its wire form); null or empty for people, and for a
 *     machine client that is let in nowhere
 * @param onBehalfOfPersonId whose roles these are while they are delegated for a time; null for one's own
 */
public record MembershipRecorded(
        UUID organizationId,
        UUID membershipId,
        UUID personId,
        String subject,
        MemberKind kind,
        String displayName,
        @Nullable String email,
        @Nullable UUID unitId,
        List<Role> roles,
        @Nullable String position,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean active,
        @Nullable List<String> scopes,
        @Nullable UUID onBehalfOfPersonId)
        implements OrganizationEvent {

    public enum MemberKind {
        PERSON,
        MACHINE
    }

    public MembershipRecorded {
        roles = List.copyOf(roles);
        scopes = scopes == null ? null : List.copyOf(scopes);
    }

    /** A member without scopes: a person. */
    public MembershipRecorded(
            UUID organizationId,
            UUID membershipId,
            UUID personId,
            String subject,
            MemberKind kind,
            String displayName,
            @Nullable String email,
            @Nullable UUID unitId,
            List<Role> roles,
            @Nullable String position,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean active) {
        this(
                organizationId,
                membershipId,
                personId,
                subject,
                kind,
                displayName,
                email,
                unitId,
                roles,
                position,
                validFrom,
                validTo,
                active,
                null,
                null);
    }

    /** In their own right. */
    public MembershipRecorded(
            UUID organizationId,
            UUID membershipId,
            UUID personId,
            String subject,
            MemberKind kind,
            String displayName,
            @Nullable String email,
            @Nullable UUID unitId,
            List<Role> roles,
            @Nullable String position,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean active,
            @Nullable List<String> scopes) {
        this(
                organizationId,
                membershipId,
                personId,
                subject,
                kind,
                displayName,
                email,
                unitId,
                roles,
                position,
                validFrom,
                validTo,
                active,
                scopes,
                null);
    }
}
