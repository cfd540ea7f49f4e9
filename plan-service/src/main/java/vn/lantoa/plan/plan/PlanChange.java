package vn.lantoa.plan.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which plan is to be changed, by whom, in whose name.
 *
 * @param expectedVersion the version that the person has seen; null when they do not say
 */
public record PlanChange(
        UUID organizationId, UUID planId, @Nullable Long expectedVersion, UUID personId) {}
