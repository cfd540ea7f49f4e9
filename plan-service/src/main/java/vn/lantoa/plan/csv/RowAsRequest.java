package vn.lantoa.plan.csv;

import jakarta.validation.Validator;
import java.util.Map;

/** A row is held to the same constraints as the body of the request that would do the same. */
public final class RowAsRequest {

    private final Validator validator;
    private final Map<String, String> columns;

    /** @param columns by the last name of the property they fill */
    public RowAsRequest(Validator validator, Map<String, String> columns) {
        this.validator = validator;
        this.columns = Map.copyOf(columns);
    }

    /** @throws RowRefused with the column whose value the request would not take */
    public <T> T valid(T body) {
        var columnsRefused = validator.validate(body).stream()
                .map(it -> column(it.getPropertyPath().toString()))
                .sorted()
                .toList();
        if (!columnsRefused.isEmpty()) {
            throw RowRefused.invalid(columnsRefused.getFirst());
        }
        return body;
    }

    private String column(String path) {
        return columns.entrySet().stream()
                .filter(it -> ("." + path.replace('[', '.')).contains("." + it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No column fills " + path));
    }
}
