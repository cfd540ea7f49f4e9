package vn.lantoa.plan.distribution;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * To whom a document is sent: a unit of the issuer, or an organization of the directory.
 *
 * @param organizationId the issuer itself for one of its units
 * @param unitId null for an organization as a whole
 * @param name as in the directory on the day of issue
 */
public record Recipient(UUID organizationId, @Nullable UUID unitId, String name) {}
