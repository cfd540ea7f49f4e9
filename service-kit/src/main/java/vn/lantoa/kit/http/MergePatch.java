package vn.lantoa.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import java.util.Comparator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A partial change (RFC 7396): members that are named are replaced, {@code null} takes one away, all others stay. What comes out
 * is read as strictly as a whole body and validated as one.
 */
@Singleton
public class MergePatch {

    /** For {@code @Consumes}. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * @param now what a complete change that changes nothing would send
     * @param patch the body as it was sent
     */
    public <T> T apply(T now, byte[] patch, Class<T> type) {
        try {
            var wanted = json.readTree(patch);
            if (!(wanted instanceof ObjectNode)) {
                throw new Problem.Invalid("request.malformed");
            }
            var merged = json.treeToValue(merged(json.valueToTree(now), wanted), type);
            var violations = validator.validate(merged);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return merged;
        } catch (JsonProcessingException unreadable) {
            throw new BadRequestException(unreadable); // told by the mapper of unreadable bodies
        } catch (IOException impossible) {
            throw new IllegalStateException("Bytes in memory are always readable", impossible);
        }
    }

    /**
     * The same for a patch that is one part of a body.
     *
     * @param pointer to it, in the body
     * @param errors gets what is wrong with it, by pointers into the body
     * @return null when something is wrong with it
     */
    public <T> @Nullable T applyWithin(
            T now, JsonNode patch, Class<T> type, String pointer, Consumer<Problem.Invalid.Error> errors) {
        if (!(patch instanceof ObjectNode)) {
            errors.accept(new Problem.Invalid.Error(pointer, "request.value-unreadable", "{…}"));
            return null;
        }
        try {
            var merged = json.treeToValue(merged(json.valueToTree(now), patch), type);
            var violations = validator.validate(merged).stream()
                    .map(ProblemMappers::error)
                    .sorted(Comparator.comparing(ProblemBody.FieldError::pointer)
                            .thenComparing(ProblemBody.FieldError::detail))
                    .toList();
            violations.forEach(it -> errors.accept(
                    new Problem.Invalid.Error(pointer + it.pointer(), "request.field-invalid", it.detail())));
            return violations.isEmpty() ? merged : null;
        } catch (JsonProcessingException unreadable) {
            var found = ProblemMappers.jsonErrors(unreadable);
            if (found.isEmpty()) {
                errors.accept(new Problem.Invalid.Error(pointer, "request.malformed"));
            }
            found.forEach(
                    it -> errors.accept(new Problem.Invalid.Error(pointer + it.pointer(), it.code(), it.arguments())));
            return null;
        }
    }

    static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode wanted)) {
            return patch;
        }
        var result = target instanceof ObjectNode object ? object.deepCopy() : wanted.objectNode();
        wanted.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                result.remove(member.getKey());
            } else {
                var before = result.has(member.getKey()) ? result.get(member.getKey()) : wanted.objectNode();
                result.set(member.getKey(), merged(before, member.getValue()));
            }
        });
        return result;
    }
}
