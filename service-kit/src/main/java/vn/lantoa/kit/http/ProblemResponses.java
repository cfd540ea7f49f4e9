package vn.lantoa.kit.http;

import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Writes problems as {@code application/problem+json}. */
@Singleton
class ProblemResponses {

    static final String MEDIA_TYPE = "application/problem+json";

    private final ProblemTexts texts;

    ProblemResponses(ProblemTexts texts) {
        this.texts = texts;
    }

    Response of(Problem problem, HttpHeaders headers) {
        var answer = response(body(problem, headers), headers);
        return problem.retryAfterSeconds() == null
                ? answer
                : Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds())
                        .build();
    }

    Response of(int status, String code, HttpHeaders headers, Object... arguments) {
        return response(body(status, code, headers, arguments), headers);
    }

    Response of(int status, String code, HttpHeaders headers, List<ProblemBody.FieldError> errors) {
        return response(body(status, code, language(headers), errors, Map.of()), headers);
    }

    ProblemBody body(Problem problem, HttpHeaders headers) {
        var language = language(headers);
        var errors = problem.errors().stream()
                .map(error -> new ProblemBody.FieldError(
                        error.pointer(),
                        error.code(),
                        texts.detail(error.code(), language, error.arguments().toArray())))
                .toList();
        return body(status(problem), problem.code(), language, errors, problem.members(), problem.arguments());
    }

    ProblemBody body(int status, String code, HttpHeaders headers, Object... arguments) {
        return body(status, code, language(headers), List.of(), Map.of(), arguments);
    }

    private ProblemBody body(
            int status,
            String code,
            Locale language,
            List<ProblemBody.FieldError> errors,
            Map<String, Object> members,
            Object... arguments) {
        return new ProblemBody(
                URI.create("urn:lantoa:problem:" + code),
                texts.title(code, language, arguments),
                status,
                texts.detail(code, language, arguments),
                code,
                errors,
                traceId(),
                members);
    }

    private static Response response(ProblemBody body, HttpHeaders headers) {
        return Response.status(body.status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language(headers).getLanguage())
                .entity(body)
                .build();
    }

    private static Locale language(HttpHeaders headers) {
        return ProblemTexts.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static String traceId() {
        var context = Span.current().getSpanContext();
        return context.isValid()
                ? context.getTraceId()
                : UUID.randomUUID().toString().replace("-", "");
    }

    private static int status(Problem problem) {
        return switch (problem) { // a new kind of problem must choose its status here
            case Problem.Invalid _ -> 400;
            case Problem.NotAllowed _ -> 403;
            case Problem.NotFound _ -> 404;
            case Problem.RuleBroken _ -> 409;
            case Problem.Stale _ -> 412;
            case Problem.TooLarge _ -> 413;
            case Problem.UnsupportedContent _ -> 415;
            case Problem.Unprocessable _ -> 422;
            case Problem.PreconditionRequired _ -> 428;
            case Problem.TooMany _ -> 429;
            case Problem.Unavailable _ -> 503;
        };
    }
}
