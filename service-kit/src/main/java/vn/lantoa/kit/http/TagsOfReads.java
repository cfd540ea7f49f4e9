package vn.lantoa.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Every JSON answer to a GET carries a strong ETag, and who has it already is told so (304). Answers are pages or single things
 * and so bounded; what is streamed, or has a tag from its resource, stays as it is.
 */
@Provider
@Singleton
@Priority(Manners.TAGS)
class TagsOfReads implements ContainerResponseFilter {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final ObjectMapper json;

    TagsOfReads(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != 200 || !READING.contains(request.getMethod()) || !isJsonOfOurs(response)) {
            return;
        }
        var known = response.getHeaderString(HttpHeaders.ETAG);
        var tag = known == null ? EntityTag.of(bytes(response.getEntity())).quoted() : known;
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        var sent = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (new EntityTag(tag.substring(1, tag.length() - 1)).isNamedBy(sent, true)) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    private static boolean isJsonOfOurs(ContainerResponseContext response) {
        var entity = response.getEntity();
        var type = response.getMediaType();
        return entity != null
                && (type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                && (entity instanceof Iterable<?>
                        || entity instanceof java.util.Map<?, ?>
                        || entity.getClass().getPackageName().startsWith("vn.lantoa."));
    }

    private byte[] bytes(Object entity) {
        try {
            return json.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }
}
