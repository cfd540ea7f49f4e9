package vn.lantoa.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The same request again and again over one connection; an answer of another status is a failure. */
final class HttpCall implements Operation {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;
    private final int expected;

    HttpCall(HttpRequest request, int expected) {
        this.request = request;
        this.expected = expected;
    }

    /** A read with a bearer token; without one when {@code bearer} is empty. */
    static HttpRequest get(URI base, String path, String bearer) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return request.build();
    }

    @Override
    public void run() throws Exception {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(answer.statusCode() + " instead of " + expected + " for " + request.uri());
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
