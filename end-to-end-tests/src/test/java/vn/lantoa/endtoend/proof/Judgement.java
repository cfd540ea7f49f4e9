package vn.lantoa.endtoend.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What every answer must be, whatever the request was. */
final class Judgement {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern LEAK = Pattern.compile(
            "\\bat [\\w.$]+\\([\\w.]+:\\d+\\)|\\w+Exception\\b|\\b(java|javax|jakarta|org|io|com|vn)\\.[a-z]+\\.[\\w.]*[A-Z]"
                    + "|(?i)jackson|hibernate|postgres|\\bjdbi\\b|\\bnetty\\b|vert\\.?x|quarkus|resteasy|\\bselect .* from\\b|sqlstate");

    private Judgement() {}

    static List<String> of(RawConnection.Reply reply, Draft draft) {
        var wrong = new ArrayList<String>();
        if (!draft.isHttp() && isOfTheHttpLayer(reply)) {
            return wrong;
        }
        if (reply.status() == 0) {
            wrong.add("closed without an answer");
            return wrong;
        }
        if (reply.status() >= 500) {
            wrong.add("status " + reply.status());
        }
        if (reply.status() >= 400) {
            LEAK.matcher(reply.body() + reply.headers())
                    .results()
                    .findFirst()
                    .ifPresent(leak -> wrong.add("shows what it is made of: " + leak.group()));
            if (!draft.verb.equals("HEAD")) {
                problem(reply, draft, wrong);
            }
        }
        return wrong;
    }

    /** A bare refusal, or none: what is no HTTP is ended before there is a request to write a problem for. */
    static boolean isOfTheHttpLayer(RawConnection.Reply reply) {
        return Set.of(0, 400, 404, 413, 414, 431).contains(reply.status())
                && reply.body().isEmpty();
    }

    private static void problem(RawConnection.Reply reply, Draft draft, List<String> wrong) {
        if (!reply.headers().getOrDefault("content-type", "").startsWith("application/problem+json")) {
            wrong.add("status " + reply.status() + " that is no problem+json");
            return;
        }
        var problem = read(reply.body());
        for (var member : List.of("type", "title", "detail", "code", "traceId")) {
            if (problem.path(member).asText().isBlank()) {
                wrong.add("a problem without " + member);
            }
        }
        if (problem.path("status").asInt() != reply.status()) {
            wrong.add("a problem whose status is not that of its answer");
        }
        // The first answer of an idempotency key is given again word for word.
        boolean isReplayed = reply.headers().containsKey("idempotency-replayed");
        if (!isReplayed
                && !draft.language.isEmpty()
                && !draft.language.equals(reply.headers().getOrDefault("content-language", ""))) {
            wrong.add("a problem in another language than was asked for");
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException _) {
            return JSON.nullNode();
        }
    }
}
