package vn.lantoa.endtoend.proof;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends spoilt requests, built from the OpenAPI document, and judges what comes back. What the n-th request is follows from the
 * seed and n alone, however many connections share the work.
 */
final class FuzzRun {

    private static final int CONNECTIONS = 4;

    /** What is spoilt besides the body. */
    private enum Place {
        BODY,
        HEADER,
        QUERY,
        PATH,
        ID,
        VERB,
        CREDENTIALS,
        CHUNKS
    }

    private static final Set<Place> FRAMED = EnumSet.of(Place.BODY, Place.QUERY, Place.ID, Place.CREDENTIALS);

    private final URI gateway;
    private final List<Operation> operations;
    private final ApiDocument document;
    private final KnownIds ids;
    private final Supplier<String> token;
    private final long seed;
    private final Map<Integer, AtomicInteger> byStatus = new ConcurrentHashMap<>();
    private final AtomicInteger noHttp = new AtomicInteger();
    /** First failure of each operation and kind, with how often it came. */
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();

    private record Failure(String what, String curl, AtomicInteger times) {}

    private record Spoilt(Operation operation, Place place, String kind, Draft draft) {}

    FuzzRun(URI gateway, ApiDocument document, KnownIds ids, Supplier<String> token, long seed) {
        this.gateway = gateway;
        this.document = document;
        this.operations = document.operations();
        this.ids = ids;
        this.token = token;
        this.seed = seed;
    }

    /** @return what was amiss, grouped by operation and kind */
    List<String> send(int requests) throws InterruptedException {
        var next = new AtomicInteger();
        var workers = Stream.generate(() -> Thread.ofPlatform().unstarted(() -> work(next, requests)))
                .limit(CONNECTIONS)
                .toList();
        workers.forEach(Thread::start);
        for (var worker : workers) {
            worker.join();
        }
        return new TreeMap<>(failures)
                .entrySet().stream()
                        .map(it -> "%s (%d times): %s%n    %s"
                                .formatted(
                                        it.getKey(),
                                        it.getValue().times().get(),
                                        it.getValue().what(),
                                        it.getValue().curl()))
                        .toList();
    }

    String summary(int requests) {
        return "fuzz: %d malformed requests to %d operations (%d of them no HTTP at all), seed %d: %s"
                .formatted(
                        requests,
                        operations.size(),
                        noHttp.get(),
                        seed,
                        new TreeMap<>(byStatus)
                                .entrySet().stream()
                                        .map(it -> (it.getKey() == 0 ? "closed" : it.getKey()) + " x " + it.getValue())
                                        .collect(Collectors.joining(", ")));
    }

    /** How many were sent, and were requests that a program of ours had to answer. */
    int judged() {
        return byStatus.values().stream().mapToInt(AtomicInteger::get).sum() - noHttp.get();
    }

    private void work(AtomicInteger next, int requests) {
        try (var connection = new RawConnection(gateway)) {
            for (int number = next.getAndIncrement(); number < requests; number = next.getAndIncrement()) {
                sendOne(connection, number);
            }
        } catch (IOException | RuntimeException e) {
            fail("the run itself", e.toString(), "");
        }
    }

    /** The {@code number}-th request of this seed. */
    void sendOne(RawConnection connection, int number) throws IOException {
        var spoilt = spoilt(number);
        var draft = spoilt.draft();
        var reply =
                connection.exchange(draft.bytes(gateway), !draft.verb.equals("HEAD"), FRAMED.contains(spoilt.place()));
        byStatus.computeIfAbsent(reply.status(), _ -> new AtomicInteger()).incrementAndGet();
        if (Judgement.isOfTheHttpLayer(reply) && !draft.isHttp()) {
            noHttp.incrementAndGet();
        }
        for (var what : Judgement.of(reply, draft)) {
            fail(
                    spoilt.operation() + " " + spoilt.kind() + ": " + what,
                    "number " + number + ", answer " + reply.status() + " " + reply.headers() + " "
                            + shortened(reply.body()),
                    draft.curl(gateway));
        }
    }

    private void fail(String group, String what, String curl) {
        failures.computeIfAbsent(group, _ -> new Failure(what, curl, new AtomicInteger()))
                .times()
                .incrementAndGet();
    }

    private Spoilt spoilt(int number) {
        var random = new Random(seed * 1_000_003 + number);
        random.nextInt(); // the first ones of neighbouring seeds are alike
        var operation = operations.get(number % operations.size());
        var draft = sound(operation, random);
        var places = List.of(Place.values());
        var place = places.get(number / operations.size() % places.size());
        if (place == Place.BODY && operation.bodies().isEmpty()) {
            place = Place.HEADER;
        } else if (place == Place.ID && operation.places().isEmpty()) {
            place = Place.QUERY;
        }
        var kind = place.name();
        switch (place) {
            case BODY -> {
                var spoiling = Spoiling.pick(random, List.of(Spoiling.values()));
                spoiling.spoil(draft, random);
                kind = spoiling.name();
            }
            case HEADER -> {
                var line = Spoiling.pick(random, Oddities.HEADERS);
                if (line.contains(":")) {
                    draft.without(line.substring(0, line.indexOf(':')));
                }
                if (line.startsWith("Accept-Language")) {
                    draft.language = "";
                }
                draft.headers.add(line);
                draft.framed = line.startsWith("Content-Length") || line.startsWith("Transfer-Encoding");
                kind += " " + (line.length() > 40 ? line.substring(0, 40) + "…" : line);
            }
            case QUERY -> {
                draft.query.add(random.nextInt(draft.query.size() + 1), Spoiling.pick(random, Oddities.QUERIES));
                kind += " " + shortened(draft.query.toString());
            }
            case PATH -> {
                draft.path = Spoiling.pick(random, Oddities.PATHS).replace("$", draft.path);
                kind += " " + draft.path;
            }
            case ID -> {
                var values = new ArrayList<>(ids.rows(operation).getFirst());
                values.set(random.nextInt(values.size()), Spoiling.pick(random, Oddities.IDS));
                draft.path = operation.at(values);
                kind += " " + shortened(draft.path);
            }
            case VERB -> {
                draft.verb = Spoiling.pick(random, Oddities.VERBS);
                kind += " " + draft.verb;
            }
            case CREDENTIALS -> {
                var credentials = Spoiling.pick(random, Oddities.CREDENTIALS);
                draft.header("Authorization", credentials.replace("$", token.get()));
                kind += " " + shortened(credentials);
            }
            case CHUNKS -> {
                draft.framed = true;
                draft.header("Transfer-Encoding", "chunked");
                draft.text(Spoiling.pick(
                        random,
                        List.of(
                                "0\r\n\r\n",
                                "5\r\nhello\r\n0\r\n\r\n",
                                "1\r\n{\r\n0\r\n\r\n",
                                "zz\r\n",
                                "-1\r\n\r\n",
                                "ffffffffffffffff\r\n",
                                "3;a=b\r\n{ }\r\n0\r\nX-Trailer: 1\r\n\r\n",
                                "100000\r\n" + "a".repeat(0x100000) + "\r\n100000\r\n" + "a".repeat(0x100000)
                                        + "\r\n0\r\n\r\n")));
                draft.brokenChunks =
                        !draft.text().endsWith("0\r\n\r\n") && !draft.text().contains("X-Trailer");
                kind += " " + shortened(draft.text());
            }
        }
        return new Spoilt(operation, place, kind, draft);
    }

    /** A request in which nothing is wrong yet. */
    private Draft sound(Operation operation, Random random) {
        var rows = ids.rows(operation);
        var draft = new Draft(operation.verb(), operation.at(Spoiling.pick(random, rows)), new byte[0]);
        draft.language = Spoiling.pick(random, List.of("vi", "en"));
        draft.header("Accept-Language", draft.language);
        draft.header("Authorization", "Bearer " + token.get());
        draft.header("If-Match", "*");
        operation.in("query").stream()
                .filter(it -> it.required() || random.nextInt(4) == 0)
                .map(it -> it.name() + "=" + (it.isId() ? ids.named(it.name(), operation) : "1"))
                .forEach(draft.query::add);
        if (!operation.bodies().isEmpty()) {
            var body = Spoiling.pick(random, operation.bodies());
            var sample = new SampleBody(document, name -> ids.named(name, operation), random.nextBoolean())
                    .of(body.schema());
            draft.header("Content-Type", body.mediaType());
            draft.body = sample.toString().getBytes(StandardCharsets.UTF_8);
        }
        return draft;
    }

    private static String shortened(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "…(" + text.length() + ")" : text;
    }
}
