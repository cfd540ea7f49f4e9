package vn.lantoa.endtoend.proof;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import vn.lantoa.local.Http;

/** One request of the walk, ready to be sent as anybody. */
record Attempt(String verb, String path, String mediaType, String body, Map<String, String> headers) {

    static final String BOUNDARY = "lantoa-walk";

    Answer as(Http person) {
        var request = HttpRequest.newBuilder(URI.create(person.base() + path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        verb,
                        mediaType.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (!mediaType.isEmpty()) {
            request.header(
                    "Content-Type",
                    mediaType.startsWith("multipart/") ? mediaType + "; boundary=" + BOUNDARY : mediaType);
        }
        headers.forEach(request::header);
        if (!person.bearer().isEmpty()) {
            request.header("Authorization", "Bearer " + person.bearer());
        }
        try {
            var response =
                    person.client().send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new IllegalStateException(this + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return verb + " " + path
                + (mediaType.isEmpty()
                        ? ""
                        : " " + mediaType + " " + (body.length() > 160 ? body.substring(0, 160) + "…" : body))
                + " " + headers;
    }
}
