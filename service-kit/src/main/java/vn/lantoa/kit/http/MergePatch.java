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
