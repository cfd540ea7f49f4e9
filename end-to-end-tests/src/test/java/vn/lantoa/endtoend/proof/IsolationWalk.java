package vn.lantoa.endtoend.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import vn.lantoa.local.Http;

/**
 * Goes every path with every verb as everybody who must find nothing there. For each it asks twice: with an id that exists and
 * belongs to somebody else, and with one that was never given. Whoever could tell the two answers apart would have learnt
 * something.
 */
final class IsolationWalk {

    /** @param bodies what is sent: valid in its form, so that no validation hides the check, and not */
    private record Sent(String mediaType, String body, Map<String, String> headers, boolean valid) {

        /** Who even knows the current version. */
        Sent with(String tag) {
            return tag.isEmpty() ? this : new Sent(mediaType, body, Map.of("If-Match", tag), valid);
        }
    }

    private final ApiDocument document;
    private final KnownIds ids;
    private final Marks marks;
    private final Http owner;
    private final Map<String, String> neverGiven = new HashMap<>();
    private final Set<String> findings = new LinkedHashSet<>();
    private final Set<Rules.Rule> used = new HashSet<>();
    /** How strangers were answered to what is in order but for its owner. */
    private final Map<String, Set<Integer>> refusals = new TreeMap<>();
    /** How those were who may read but not change. */
    private final Map<String, Set<Integer>> refused = new TreeMap<>();

    private int cases;
    private int requests;

    /** @param owner may read all of what the ids stand for */
    IsolationWalk(ApiDocument document, KnownIds ids, Marks marks, Http owner) {
        this.document = document;
        this.ids = ids;
        this.marks = marks;
        this.owner = owner;
    }

    /** @return what was found amiss, a line each */
    List<String> go(List<Operation> operations, List<Identity> identities) {
        for (var operation : operations) {
            for (var identity : identities) {
                cases++;
                try {
                    tryOut(operation, identity);
                } catch (KnownIds.MissingId missing) {
                    findings.add(missing.getMessage());
                }
            }
            refusedForTheOwnersSake(operation);
            refusedForLackOfARight(operation, identities);
        }
        return List.copyOf(findings);
    }

    String summary(List<Operation> operations, int identities) {
        return "isolation: %d paths x verbs x %d identities = %d cases, all of them tried (%d requests)"
                .formatted(operations.size(), identities, cases, requests);
    }

    Set<Rules.Rule> rulesUsed() {
        return Set.copyOf(used);
    }

    private void tryOut(Operation operation, Identity identity) {
        for (var row : ids.rows(operation)) {
            for (var sent : bodies(operation)) {
                switch (identity.kind()) {
                    case NOBODY -> nobody(operation, identity, row, sent);
                    case NO_MEMBER -> noMember(operation, identity, row, sent);
                    case STRANGER -> stranger(operation, identity, row, sent);
                    case OTHER_UNIT, MACHINE -> mayNotChange(operation, identity, row, sent);
                    case NO_SCOPE -> noScope(operation, identity, row, sent);
                }
            }
        }
    }

    private void nobody(Operation operation, Identity identity, List<String> row, Sent sent) {
        var answer = send(operation, identity, row, sent, ids::named);
        if (answer.status() != 401 || !answer.mediaType().startsWith("application/problem+json")) {
            finding(operation, identity, sent, "must get 401 as a problem, got " + answer);
        }
    }

    private void noMember(Operation operation, Identity identity, List<String> row, Sent sent) {
        var answer = send(operation, identity, row, sent, ids::named);
        var rule = Rules.of(identity, operation);
        if (rule.isPresent()) {
            used.add(rule.get());
        } else if (answer.isSuccess() || (operation.isRead() && answer.status() != 403)) {
            finding(operation, identity, sent, "must get 403, got " + answer);
        } else if (hasIds(operation)) {
            asIfItDidNotExist(operation, identity, row, sent, answer);
        }
    }

    /** Before anything of the request is looked at: a malformed one is refused in the same words. */
    private void noScope(Operation operation, Identity identity, List<String> row, Sent sent) {
        var answer = send(operation, identity, row, sent, ids::named);
        var rule = Rules.of(identity, operation);
        if (rule.isPresent()) {
            used.add(rule.get());
        } else if (answer.status() != 403) {
            finding(operation, identity, sent, "must get 403, got " + answer);
        }
    }

    private void stranger(Operation operation, Identity identity, List<String> row, Sent sent) {
        var answer = send(operation, identity, row, sent, ids::named);
        var rule = Rules.of(identity, operation);
        if (rule.isPresent()) {
            used.add(rule.get());
            return;
        }
        if (hasIds(operation)) {
            missingOrRefused(operation, identity, row, sent, answer);
            if (row.size() > 1) {
                ids.strangersOwn(operation).ifPresent(own -> {
                    var mixed = new ArrayList<>(row);
                    mixed.set(0, own);
                    var current = sent.valid()
                            ? sent.with(tag(operation, identity.http().get(), own))
                            : sent;
                    missingOrRefused(
                            operation, identity, mixed, current, send(operation, identity, mixed, current, ids::named));
                });
            }
        } else if (answer.isSuccess()) {
            marks.seenIn(answer, identity)
                    .ifPresent(mark -> finding(operation, identity, sent, "sees " + mark + " in " + answer));
            if (!operation.isRead() && namesIds(sent)) {
                finding(operation, identity, sent, "did something with what is not theirs: " + answer);
            }
        } else if (namesIds(sent)) {
            asIfItDidNotExist(operation, identity, row, sent, answer);
        }
    }

    private void missingOrRefused(Operation operation, Identity identity, List<String> row, Sent sent, Answer answer) {
        if (answer.isSuccess()) {
            finding(operation, identity, sent, "must not find it, got " + answer);
            return;
        }
        if (sent.valid()) {
            refusals.computeIfAbsent(operation.toString(), _ -> new HashSet<>()).add(answer.outcome());
        }
        asIfItDidNotExist(operation, identity, row, sent, answer);
    }

    /** The same answer, word for word, as to ids that were never given to anything. */
    private void asIfItDidNotExist(Operation operation, Identity identity, List<String> row, Sent sent, Answer real) {
        var own = ids.strangersOwn(operation).orElse("");
        var elsewhere =
                row.stream().map(it -> it.equals(own) ? it : neverGiven(it)).toList();
        var body = replaced(sent.body());
        var madeUp = send(
                operation,
                identity,
                elsewhere,
                new Sent(sent.mediaType(), body, sent.headers(), sent.valid()),
                (name, of) -> neverGiven(ids.named(name, of)));
        var known = new ArrayList<>(ids.all());
        known.addAll(row);
        if (!real.withoutTracesOf(known).equals(madeUp.withoutTracesOf(neverGiven.values()))) {
            finding(
                    operation,
                    identity,
                    sent,
                    "can tell what exists (" + real + ") from what does not (" + madeUp + ")");
        }
    }

    /** One of the strangers at least must have had the role: else it was the role that was checked, not the owner. */
    private void refusedForTheOwnersSake(Operation operation) {
        var statuses = refusals.getOrDefault(operation.toString(), Set.of());
        if (!statuses.isEmpty() && !statuses.contains(404)) {
            findings.add(operation + ": no stranger was answered 404, only " + statuses
                    + ": with a role, or a body, that gets further, it would be known whether the owner is checked");
        }
    }

    /** They may know of the thing, so its state may be told before their right; but change it they must not. */
    private void mayNotChange(Operation operation, Identity identity, List<String> row, Sent sent) {
        var current = sent.valid() && !row.isEmpty() ? sent.with(tag(operation, owner, row.getFirst())) : sent;
        var answer = send(operation, identity, row, current, ids::named);
        var rule = Rules.of(identity, operation);
        if (rule.isPresent()) {
            used.add(rule.get());
        } else if (!operation.isRead() && answer.isSuccess()) {
            finding(operation, identity, sent, "must not change it, got " + answer);
        } else if (!operation.isRead() && sent.valid()) {
            refused.computeIfAbsent(operation + " as " + identity.name(), _ -> new HashSet<>())
                    .add(answer.outcome());
        }
    }

    private void refusedForLackOfARight(Operation operation, List<Identity> identities) {
        for (var identity : identities) {
            var statuses = refused.getOrDefault(operation + " as " + identity.name(), Set.of());
            if (!statuses.isEmpty() && statuses.stream().noneMatch(Set.of(403, 404, 409)::contains)) {
                findings.add("%s as %s must be refused with 403 or 404, got %s"
                        .formatted(operation, identity.name(), statuses));
            }
        }
    }

    private interface Named {
        String id(String name, Operation operation);
    }

    private Answer send(Operation operation, Identity identity, List<String> row, Sent sent, Named named) {
        requests++;
        var query = operation.in("query").stream()
                .filter(it -> it.required() || it.isId())
                .map(it -> it.name() + "=" + (it.isId() ? named.id(it.name(), operation) : readable(it)))
                .collect(Collectors.joining("&", "?", ""));
        return new Attempt(
                        operation.verb(),
                        operation.at(row) + (query.length() > 1 ? query : ""),
                        sent.mediaType(),
                        sent.body(),
                        sent.headers())
                .as(identity.http().get());
    }

    /** A value that can be read, so that no refusal of its form hides the check behind it. */
    private static String readable(Operation.Parameter parameter) {
        var type = parameter.schema().path("type");
        boolean number = type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .anyMatch(it -> it.asText().equals("integer"))
                : type.asText().equals("integer");
        return number ? String.valueOf(parameter.schema().path("minimum").asLong(1)) : "json";
    }

    /** The tag of the thing that an operation's path begins with; empty when it is none that can be read. */
    private static String tag(Operation operation, Http reader, String id) {
        var reply = reader.get(operation.places().getFirst().replaceFirst("\\{[^}]+}", id));
        return reply.status() == 200 ? reply.header("ETag") : "";
    }

    private List<Sent> bodies(Operation operation) {
        var current = Map.of("If-Match", "*");
        var all = new ArrayList<Sent>();
        if (operation.bodies().isEmpty()) {
            all.add(new Sent("", "", current, true));
            if (!operation.isRead()) {
                all.add(new Sent("", "", Map.of(), false));
            }
            return all;
        }
        Function<String, String> known = name -> ids.named(name, operation);
        for (var body : operation.bodies()) {
            for (boolean everything : new boolean[] {false, true}) {
                var sample = new SampleBody(document, known, everything).of(body.schema());
                all.add(new Sent(body.mediaType(), written(body.mediaType(), sample), current, true));
            }
            ids.body(operation).ifPresent(it -> all.add(new Sent(body.mediaType(), it, current, true)));
            all.add(new Sent(body.mediaType(), "{\"khongCo\": 1}", current, false));
            all.add(new Sent(body.mediaType(), "{\"", current, false));
            all.add(new Sent(body.mediaType(), "{}", Map.of(), false));
        }
        return all;
    }

    private static String written(String mediaType, JsonNode sample) {
        if (mediaType.startsWith("multipart/")) {
            return sample.properties().stream()
                            .map(it -> "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                                    .formatted(
                                            Attempt.BOUNDARY,
                                            it.getKey(),
                                            it.getKey().equals("file")
                                                    ? "; filename=\"tep.txt\"\r\nContent-Type: text/plain"
                                                    : "",
                                            it.getValue().asText()))
                            .collect(Collectors.joining())
                    + "--" + Attempt.BOUNDARY + "--\r\n";
        }
        return mediaType.contains("json") ? sample.toString() : sample.asText();
    }

    private boolean namesIds(Sent sent) {
        return ids.all().stream().anyMatch(sent.body()::contains);
    }

    private String neverGiven(String id) {
        return isId(id) ? neverGiven.computeIfAbsent(id, _ -> UUID.randomUUID().toString()) : id;
    }

    private String replaced(String body) {
        var text = body;
        for (var id : ids.all()) {
            text = isId(id) ? text.replace(id, neverGiven(id)) : text;
        }
        return text;
    }

    private boolean hasIds(Operation operation) {
        return ids.rows(operation).stream().flatMap(List::stream).anyMatch(IsolationWalk::isId);
    }

    private static boolean isId(String value) {
        return value.length() == 36;
    }

    private void finding(Operation operation, Identity identity, Sent sent, String what) {
        findings.add("%s as %s%s: %s"
                .formatted(operation, identity.name(), sent.valid() ? "" : " with a malformed request", what));
    }
}
