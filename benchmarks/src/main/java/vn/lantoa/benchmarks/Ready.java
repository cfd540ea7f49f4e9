package vn.lantoa.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits until a service knows the directory: before that it refuses everybody. */
final class Ready {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Ready() {}

    static void await(URI base, String path, String bearer) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpCall.get(base, path, bearer);
            while (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(base + path + " does not answer 200 after " + PATIENCE);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
