package vn.lantoa.plan.search;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where the words were found in a plan.
 *
 * @param itemId the task, indicator, unit duty or duty; null where the plan itself is meant
 * @param text some words around it, on one line
 * @param start where the found words begin in {@code text}, {@code end} behind them, in UTF-16 units
 * @param sourceStart where they begin in the text at {@code /source}, {@code sourceEnd} behind them; null unless found there
 */
@Schema(name = "PlanMatch")
public record PlanMatch(
        Where where,
        @Nullable UUID itemId,
        String text,
        int start,
        int end,
        @Nullable Integer sourceStart,
        @Nullable Integer sourceEnd) {

    /** In the order in which they are told. */
    public enum Where {
        NUMBER,
        SUBJECT,
        TASK,
        INDICATOR,
        UNIT_DUTY,
        SOURCE
    }
}
