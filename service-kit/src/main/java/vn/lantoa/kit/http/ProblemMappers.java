package vn.lantoa.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure leaves as problem+json: never a stack trace, never the message of a library. */
@Singleton
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ProblemResponses responses;

    ProblemMappers(ProblemResponses responses) {
        this.responses = responses;
    }

    @ServerExceptionMapper
    Response problem(Problem problem, HttpHeaders headers) {
        return responses.of(problem, headers);
    }

    @ServerExceptionMapper(priority = 1)
    Response unauthenticated(AuthenticationFailedException failure, HttpHeaders headers) {
        return challenge(responses.of(401, "token.refused", headers), "error=\"invalid_token\"");
    }

    @ServerExceptionMapper(priority = 1)
    Response anonymous(UnauthorizedException failure, HttpHeaders headers) {
        return challenge(responses.of(401, "token.missing", headers), "");
    }

    @ServerExceptionMapper(priority = 1)
    Response forbidden(ForbiddenException failure, HttpHeaders headers) {
        return responses.of(403, "caller.not-allowed", headers);
    }

    @ServerExceptionMapper
    Response stale(OptimisticLockException failure, HttpHeaders headers) {
        return responses.of(412, "resource.changed-meanwhile", headers);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure, HttpHeaders headers) {
        var errors = failure.getConstraintViolations().stream()
                .map(ProblemMappers::error)
                // Violations come in no order: the same request must get the same answer, word for word.
                .sorted(Comparator.comparing(ProblemBody.FieldError::pointer)
                        .thenComparing(ProblemBody.FieldError::detail))
                .toList();
        return responses.of(400, "request.invalid", headers, errors);
    }

    @ServerExceptionMapper
    Response unreadableJson(JsonProcessingException failure, HttpHeaders headers) {
        return responses.of(new Problem.Invalid(jsonCode(failure)).errors(jsonErrors(failure)), headers);
    }

    /** More specific than the framework's own mapper, which would answer in its own words. */
    @ServerExceptionMapper(priority = 1)
    Response mismatchedJson(MismatchedInputException failure, HttpHeaders headers) {
        return unreadableJson(failure, headers);
    }

    @ServerExceptionMapper
    Response byStatus(WebApplicationException failure, HttpHeaders headers) {
        int status = failure.getResponse().getStatus();
        if (failure.getCause() instanceof JsonProcessingException json) {
            return unreadableJson(json, headers);
        }
        if (status < 400) {
            return failure.getResponse();
        }
        var answer = responses.of(status, codeOf(status), headers);
        var allow = failure.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, HttpHeaders headers) {
        if (isUnreadableForm(failure)) {
            return responses.of(400, "request.malformed", headers);
        }
        if (isBodyCutOff(failure)) {
            LOG.debug("A sender went away before the end of a body");
            return responses.of(400, "request.malformed", headers);
        }
        if (isEmptyToken(failure)) {
            return challenge(responses.of(401, "token.refused", headers), "error=\"invalid_token\"");
        }
        LOG.error("A request failed unexpectedly", FailureForLog.of(failure));
        return responses.of(500, "service.failed", headers);
    }

    /**
     * The framework's readers of media types and of multipart forms end with whatever their own code happens to throw: an
     * index beyond the end, an unknown charset. Whatever they stumble over was sent to us; a full disk was not.
     */
    private static boolean isUnreadableForm(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var message = String.valueOf(cause.getMessage());
            boolean isOfTheDisk = cause instanceof IOException && !(cause instanceof UnsupportedEncodingException);
            if (message.contains("parsing multipart request")
                    || message.contains("Failed to parse media type")
                    || message.contains("Param limit of")
                    || !isOfTheDisk && isThrownIn(cause, "org.jboss.resteasy.reactive.server.core.multipart.")) {
                return true;
            }
        }
        return false;
    }

    /** Nobody is left to read the answer; but it is no failure of ours either. */
    private static boolean isBodyCutOff(Throwable failure) {
        return failure instanceof IOException
                && isThrownIn(failure, "org.jboss.resteasy.reactive.server.vertx.VertxInputStream");
    }

    /** The first frames alone: further out stands the framework's call of our own code as well. */
    private static boolean isThrownIn(Throwable failure, String place) {
        return Arrays.stream(failure.getStackTrace())
                .takeWhile(frame -> !frame.getClassName().startsWith("vn.lantoa."))
                .anyMatch(frame -> frame.getClassName().startsWith(place));
    }

    /** A token of dots alone: the framework's reader of tokens takes it for one and finds no part in it. */
    private static boolean isEmptyToken(Throwable failure) {
        return failure instanceof NoSuchElementException
                && Arrays.stream(failure.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith("io.quarkus.oidc.")
                                && frame.getMethodName().equals("getJwtContentPart"));
    }

    private static Response challenge(Response answer, String parameters) {
        var challenge = parameters.isEmpty() ? "Bearer" : "Bearer " + parameters;
        return Response.fromResponse(answer)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }

    private static String codeOf(int status) {
        return switch (status) {
            case 400 -> "request.malformed";
            case 401 -> "token.missing";
            case 403 -> "caller.not-allowed";
            case 404 -> "resource.not-found";
            case 405 -> "method.not-allowed";
            case 406 -> "representation.not-available";
            case 412 -> "resource.changed-meanwhile";
            case 413 -> "request.too-large";
            case 415 -> "content.not-supported";
            case 428 -> "request.precondition-required";
            default -> status < 500 ? "request.malformed" : "service.failed";
        };
    }

    static ProblemBody.FieldError error(ConstraintViolation<?> violation) {
        boolean ofMethod = violation.getPropertyPath().iterator().next().getKind() == ElementKind.METHOD;
        var ofQuery = QueryParameters.violated(violation);
        if (ofQuery != null) {
            return new ProblemBody.FieldError("?" + ofQuery, "request.invalid", violation.getMessage());
        }
        var path = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(ofMethod ? 2 : 0) // our method, and its parameter
                .flatMap(ProblemMappers::steps)
                .collect(Collectors.joining("/", "/", ""));
        return new ProblemBody.FieldError(path, "request.invalid", violation.getMessage());
    }

    /** An item of a list comes with the list's place in it, and with no name of its own when it is a plain value. */
    private static Stream<String> steps(Path.Node node) {
        var index = node.isInIterable() && node.getIndex() != null
                ? Stream.of(node.getIndex().toString())
                : Stream.<String>empty();
        return node.getKind() == ElementKind.CONTAINER_ELEMENT
                ? index
                : Stream.concat(index, Stream.of(node.getName()));
    }

    private static String jsonCode(JsonProcessingException failure) {
        return failure instanceof UnrecognizedPropertyException ? "request.unknown-field" : "request.malformed";
    }

    static List<Problem.Invalid.Error> jsonErrors(JsonProcessingException failure) {
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            var pointer = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                    .collect(Collectors.joining("/", "/", ""));
            return List.of(jsonError(pointer, mapping));
        }
        return List.of();
    }

    private static Problem.Invalid.Error jsonError(String pointer, JsonMappingException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown
            when unknown.getKnownPropertyIds() != null ->
                new Problem.Invalid.Error(
                        pointer,
                        "request.field-not-known-here",
                        unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", ")));
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null ->
                new Problem.Invalid.Error(
                        pointer, "request.value-unreadable", ValueForm.inJson(mismatch.getTargetType()));
            default -> new Problem.Invalid.Error(pointer, "request.malformed");
        };
    }
}
