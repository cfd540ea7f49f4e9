package vn.lantoa.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * {@code /api/v1/openapi.json}: what all services offer, in one document. It names the services that did not answer and of
 * which nothing is known yet; of those known from before it keeps the last description.
 */
@Singleton
class ApiDocument {

    private static final Logger LOG = Logger.getLogger(ApiDocument.class);
    private static final long TIMEOUT_MILLIS = 3_000;
    private static final long KEEP_MILLIS = 30_000;

    private final Settings settings;
    private final CrossOrigin crossOrigin;
    private final Problems problems;
    private final RouteTable routes;
    private final String version;
    private final Map<String, JsonObject> known = new ConcurrentHashMap<>();
    private final Map<String, Boolean> fresh = new ConcurrentHashMap<>();

    ApiDocument(
            Settings settings,
            CrossOrigin crossOrigin,
            Problems problems,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.settings = settings;
        this.crossOrigin = crossOrigin;
        this.problems = problems;
        this.routes = RouteTable.of(settings.services());
        this.version = version;
    }

    void register(@Observes Router router, Vertx vertx) {
        var client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) TIMEOUT_MILLIS));
        router.get("/api/v1/openapi.json").handler(context -> answer(context, vertx, client));
    }

    private void answer(RoutingContext context, Vertx vertx, HttpClient client) {
        crossOrigin.answer(context.request(), context.response());
        var reads = settings.services().entrySet().stream()
                .filter(service -> !fresh.containsKey(service.getKey()))
                .map(service -> read(vertx, client, service.getKey(), service.getValue()))
                .toList();
        Future.join(reads)
                .otherwiseEmpty()
                .onSuccess(done -> context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .end(merge().toBuffer()))
                .onFailure(failure -> {
                    LOG.error("The API documents could not be merged", failure);
                    problems.send(context, Problem.FAILED);
                });
    }

    private JsonObject merge() {
        var merged = new MergedDocument();
        var names = settings.services().keySet().stream().sorted().toList();
        for (var name : names) {
            var document = known.get(name);
            if (document != null) {
                merged.add(name, document, (service, path) -> routes.match(path)
                        .filter(route -> route.service().equals(service))
                        .isPresent());
            }
        }
        var missing = names.stream().filter(name -> !known.containsKey(name)).toList();
        return merged.finish(settings.publicUrl().toString(), version, missing);
    }

    private Future<Void> read(Vertx vertx, HttpClient client, String name, Settings.Service service) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(service.url().resolve("/q/openapi?format=json").toString())
                .putHeader("Accept", "application/json")
                .setTimeout(TIMEOUT_MILLIS);
        return client.request(options)
                .compose(request -> request.send())
                .compose(response -> response.statusCode() == 200
                        ? response.body()
                        : Future.failedFuture("status " + response.statusCode()))
                .map(JsonObject::new)
                .onSuccess(document -> {
                    known.put(name, document);
                    fresh.put(name, true);
                    vertx.setTimer(KEEP_MILLIS, timer -> fresh.remove(name));
                })
                .onFailure(failure -> LOG.infof("No API document from %s: %s", name, failure.toString()))
                .mapEmpty();
    }
}
