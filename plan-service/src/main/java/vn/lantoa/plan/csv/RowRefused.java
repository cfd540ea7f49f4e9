package vn.lantoa.plan.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row that cannot be written; the others are looked at all the same. */
public final class RowRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String problem;
    private final @Nullable String column;
    private final List<Object> arguments;

    /**
     * @param problem code of the register
     * @param column where it is wrong; null when it is the row as a whole
     * @param arguments what its texts name
     */
    public RowRefused(String problem, @Nullable String column, Object... arguments) {
        super(problem, null, false, false); // an answer to the reader of the file, not a failure to be traced
        this.problem = problem;
        this.column = column;
        this.arguments = List.of(arguments);
    }

    public static RowRefused invalid(String column) {
        return new RowRefused("import.row-value-invalid", column);
    }

    public String problem() {
        return problem;
    }

    public @Nullable String column() {
        return column;
    }

    List<Object> arguments() {
        return arguments;
    }
}
