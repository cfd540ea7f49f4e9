package vn.lantoa.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.identity.Caller;

/**
 * A POST with an {@code Idempotency-Key} takes effect once, however often it arrives: the first answer is given again. Whose key
 * it is and for what are part of it, so nobody meets the key of somebody else.
 */
@Provider
@Singleton
@Priority(Manners.IDEMPOTENCY)
class Idempotency implements ContainerRequestFilter, ContainerResponseFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger LOG = Logger.getLogger(Idempotency.class);
    private static final Pattern USABLE = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final String CLAIM = Idempotency.class.getName();
    /** Answers given before the request was looked at: the same request may fare better next time. */
    private static final Set<Integer> NOT_CARRIED_OUT = Set.of(401, 403, 408, 412, 428, 429);

    private static final Set<String> KEPT =
            Set.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_LANGUAGE);

    private record Claim(IdempotencyKeys.Scope scope, UUID lease) {}

    private final IdempotencyKeys keys;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final ObjectMapper json;

    Idempotency(IdempotencyKeys keys, SecurityIdentity identity, Caller caller, ObjectMapper json) {
        this.keys = keys;
        this.identity = identity;
        this.caller = caller;
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var key = key(request);
        if (key != null && !isForm(request)) {
            var body = request.getEntityStream().readAllBytes(); // at most quarkus.http.limits.max-body-size
            request.setEntityStream(new ByteArrayInputStream(body));
            var earlier = begin(request, key, RequestFingerprint.of(request, body));
            if (earlier != null) {
                request.abortWith(earlier);
            }
        }
    }

    /** Forms, once their parts are read: each repetition has other boundaries, so the parts themselves are compared. */
    @WithFormRead
    @ServerRequestFilter(priority = Manners.IDEMPOTENCY)
    public @Nullable Response form(ContainerRequestContext request) throws IOException {
        var key = key(request);
        return key != null && isForm(request) ? begin(request, key, RequestFingerprint.ofForm(request)) : null;
    }

    /** The answer that was given before; null for a request that is to be carried out. */
    private @Nullable Response begin(ContainerRequestContext request, String key, String fingerprint) {
        caller.memberships(); // who has left the organization is not shown what they once did there
        var scope = new IdempotencyKeys.Scope(
                caller.organizationId(),
                caller.subject(),
                request.getMethod(),
                request.getUriInfo().getPath(),
                key);
        return switch (keys.claim(scope, fingerprint)) {
            case IdempotencyKeys.Mine mine -> {
                request.setProperty(CLAIM, new Claim(scope, mine.lease()));
                yield null;
            }
            case IdempotencyKeys.Answered answered -> again(answered.answer());
            case IdempotencyKeys.Running _ -> throw new Problem.RuleBroken("idempotency.still-running").retryAfter(1);
            case IdempotencyKeys.OtherRequest _ -> throw new Problem.Unprocessable("idempotency.other-request");
        };
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(CLAIM) instanceof Claim claim)) {
            return;
        }
        request.removeProperty(CLAIM);
        int status = response.getStatus();
        try {
            if (status >= 500
                    || NOT_CARRIED_OUT.contains(status)
                    || isToBeAskedAgain(response)
                    || isNotToBeKept(response)) {
                keys.release(claim.scope(), claim.lease());
            } else {
                keys.answered(claim.scope(), claim.lease(), answer(response));
            }
        } catch (RuntimeException unreachable) {
            // The change was made and its sender is told so; only a repetition meets "running" until the lease ends.
            LOG.error("An answer could not be kept for its idempotency key", FailureForLog.of(unreachable));
        }
    }

    /** The sender is told to come again with the same request: then it must not meet this answer. */
    private static boolean isToBeAskedAgain(ContainerResponseContext response) {
        return response.getHeaders().containsKey(HttpHeaders.RETRY_AFTER);
    }

    /** A secret that is shown once: repeating the request makes a new one, and the old one is nowhere. */
    private static boolean isNotToBeKept(ContainerResponseContext response) {
        var control = response.getHeaderString(HttpHeaders.CACHE_CONTROL);
        return control != null && control.contains("no-store");
    }

    private @Nullable String key(ContainerRequestContext request) {
        var key = request.getHeaderString(KEY);
        if (key == null || !request.getMethod().equals(HttpMethod.POST) || identity.isAnonymous()) {
            return null;
        }
        if (!USABLE.matcher(key).matches()) {
            throw new Problem.Invalid("idempotency.key-unusable");
        }
        return key;
    }

    private static boolean isForm(ContainerRequestContext request) {
        var type = request.getMediaType();
        return type != null
                && (type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)
                        || type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE));
    }

    private static Response again(IdempotencyKeys.Answer answer) {
        var again = Response.status(answer.status()).header(REPLAYED, "true").entity(answer.body());
        answer.headers().forEach(again::header);
        return again.build();
    }

    private IdempotencyKeys.Answer answer(ContainerResponseContext response) {
        var headers = new TreeMap<String, String>();
        KEPT.forEach(name -> {
            var value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        });
        var body = body(response.getEntity());
        if (body != null) {
            var type = response.getMediaType();
            headers.put(HttpHeaders.CONTENT_TYPE, type == null ? MediaType.APPLICATION_JSON : type.toString());
        }
        return new IdempotencyKeys.Answer(response.getStatus(), headers, body);
    }

    private byte @Nullable [] body(@Nullable Object entity) {
        try {
            return switch (entity) {
                case null -> null;
                case byte[] bytes -> bytes;
                default -> json.writeValueAsBytes(entity);
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written", e);
        }
    }
}
