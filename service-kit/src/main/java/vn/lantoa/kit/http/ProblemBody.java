package vn.lantoa.kit.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error as every client sees it (RFC 9457).
 *
 * @param type {@code urn:lantoa:problem:<code>}, stable; see docs/errors.md
 * @param code the same without its prefix
 * @param errors what is wrong where; absent when the request as a whole is meant
 * @param traceId to name when asking for help
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
        URI type,
        String title,
        int status,
        String detail,
        String code,
        List<FieldError> errors,
        String traceId,
        @JsonAnyGetter Map<String, Object> members) {

    /** The same with one member more. */
    ProblemBody with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new ProblemBody(type, title, status, detail, code, errors, traceId, more);
    }

    /** @param pointer JSON pointer into the request body, or {@code ?name} for a parameter */
    public record FieldError(String pointer, String code, String detail) {}
}
