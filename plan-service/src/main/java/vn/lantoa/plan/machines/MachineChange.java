package vn.lantoa.plan.machines;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which machine client somebody changes.
 *
 * @param acting the organization for which they act: the client's own, or one above it
 * @param expectedVersion as they have seen it; null for any
 */
record MachineChange(UUID acting, UUID clientId, @Nullable Long expectedVersion, UUID personId) {}
