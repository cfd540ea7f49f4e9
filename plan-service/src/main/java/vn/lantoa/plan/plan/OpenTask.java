package vn.lantoa.plan.plan;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A task of a plan that is not finished.
 *
 * @param itemId the item of the plan that it was made from
 */
@Schema(name = "OpenTask")
record OpenTask(UUID taskId, UUID itemId) {}
