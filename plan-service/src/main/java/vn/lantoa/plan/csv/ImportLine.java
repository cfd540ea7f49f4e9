package vn.lantoa.plan.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a row.
 *
 * @param key by which the row is known
 * @param problem code of the register; null without an error
 * @param column where the problem is; null without one, or when it is the row as a whole
 * @param arguments what the texts of the problem name
 */
public record ImportLine(
        int line,
        String key,
        String name,
        ImportEffect effect,
        @Nullable String problem,
        @Nullable String column,
        List<Object> arguments) {}
