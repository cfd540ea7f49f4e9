package vn.lantoa.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Speaks to one base address as one person (or as nobody, while {@code bearer} is empty). Immutable: {@link #as} and
 * {@link #with} give a changed copy.
 *
 * @param headers sent with every request
 */
public record Http(HttpClient client, URI base, String bearer, Map<String, String> headers) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public Http {
        headers = Map.copyOf(headers);
    }

    public static Http at(URI base) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return new Http(client, base, "", Map.of("Accept-Language", "vi"));
    }

    /** The same place as somebody else. */
    public Http as(String token) {
        return new Http(client, base, token, headers);
    }

    public Http with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Http(client, base, bearer, more);
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    public Reply delete(String path) {
        return send(request(path).DELETE());
    }

    /** @param body anything Jackson can write, or null for no body at all */
    public Reply post(String path, Object body) {
        return send(json(request(path), "POST", body));
    }

    /** Does something with a thing as it stands now: read first, and refused if somebody else is faster. */
    public Reply act(String thing, String verb, Object body) {
        var seen = get(thing).expect(200).header("ETag");
        return with("If-Match", seen).post(thing + verb, body);
    }

    public Reply put(String path, Object body) {
        return send(json(request(path), "PUT", body));
    }

    public Reply patch(String path, Object body) {
        return send(json(request(path), "PATCH", body));
    }

    /** A file as it is: the body is its bytes. */
    public Reply postFile(String path, Path file, String mediaType) throws IOException {
        return send(request(path).header("Content-Type", mediaType).POST(HttpRequest.BodyPublishers.ofFile(file)));
    }

    /** A file and plain fields, as a browser's form sends them. */
    public Reply postForm(String path, String fileField, Path file, String mediaType, Map<String, String> fields)
            throws IOException {
        var boundary = "lantoa-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : new TreeMap<>(fields).entrySet()) {
            part(body, boundary, "name=\"" + field.getKey() + "\"", "text/plain; charset=utf-8");
            body.writeBytes(field.getValue().getBytes(StandardCharsets.UTF_8));
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        part(body, boundary, "name=\"" + fileField + "\"; filename=\"" + file.getFileName() + "\"", mediaType);
        body.writeBytes(Files.readAllBytes(file));
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Fields as the body of an old-fashioned form: what token endpoints take. */
    public Reply postFields(String path, Map<String, String> fields) {
        var body = new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        // Not resolve(): the base may have a path of its own, which a leading slash would replace.
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        headers.forEach(request::header);
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return request;
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request, String method, Object body) {
        if (body == null) {
            return request.method(method, HttpRequest.BodyPublishers.noBody());
        }
        try {
            return request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void part(ByteArrayOutputStream body, String boundary, String disposition, String mediaType) {
        body.writeBytes("--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, disposition, mediaType)
                .getBytes(StandardCharsets.UTF_8));
    }

    private Reply send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(
                    request.method() + " " + request.uri(), response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new DemoFailure(request.method() + " " + request.uri() + " was not answered: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("Interrupted during " + request.method() + " " + request.uri(), e);
        }
    }

    /** What came back, whatever its status: {@link #expect} is where a wrong one becomes a failure. */
    public record Reply(String request, int status, HttpHeaders headers, byte[] body) {
        public Reply expect(int... allowed) {
            for (int status : allowed) {
                if (status == this.status) {
                    return this;
                }
            }
            throw new DemoFailure("%s was answered with %d:%n%s".formatted(request, status, pretty()));
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public List<String> allOf(String header) {
            return headers.allValues(header);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The body as JSON; a missing node when there is none. */
        public JsonNode json() {
            try {
                return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
            } catch (IOException e) {
                throw new DemoFailure(request + " was answered with something that is not JSON:\n" + text(), e);
            }
        }

        private String pretty() {
            try {
                return body.length == 0 ? "(no body)" : JSON.readTree(body).toPrettyString();
            } catch (IOException _) {
                return text();
            }
        }
    }
}
