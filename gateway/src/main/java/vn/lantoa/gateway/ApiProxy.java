package vn.lantoa.gateway;

import io.quarkus.security.AuthenticationException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends a request of the API to the service that owns its address, and answers itself where that cannot be. */
@Singleton
class ApiProxy {

    private static final Logger LOG = Logger.getLogger(ApiProxy.class);
    private static final int AFTER_OUR_OWN_PAGES = 15_000;
    private static final long LINGER_MILLIS = 2_000;

    private final Problems problems;
    private final CrossOrigin crossOrigin;
    private final BrowserSession session;
    private final RouteTable routes;
    private final HeaderRules headerRules;
    private final List<String> anonymousPrefixes;
    private final BodyLimits bodyLimits;
    private final Duration connectTimeout;
    private final Duration silenceTimeout;

    ApiProxy(Settings settings, Problems problems, CrossOrigin crossOrigin, BrowserSession session) {
        this.problems = problems;
        this.crossOrigin = crossOrigin;
        this.session = session;
        this.routes = RouteTable.of(settings.services());
        this.headerRules = new HeaderRules(settings.publicUrl());
        this.anonymousPrefixes = settings.anonymousPrefixes().orElse(List.of());
        this.bodyLimits =
                BodyLimits.of(settings.bodyLimits().values(), settings.maxBody().asLongValue());
        this.connectTimeout = settings.connectTimeout();
        this.silenceTimeout = settings.silenceTimeout();
    }

    void register(@Observes Router router, Vertx vertx) {
        // The silence timeout is the connection's: it counts neither a slow upload nor a stream that keeps talking.
        var client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(256)
                .setKeepAliveTimeout(15)
                .setIdleTimeout(Math.toIntExact(silenceTimeout.toSeconds()))
                .setConnectTimeout(Math.toIntExact(connectTimeout.toMillis())));
        router.route("/api/*").order(AFTER_OUR_OWN_PAGES).handler(context -> admit(context, client));
    }

    private void admit(RoutingContext context, HttpClient client) {
        var request = context.request();
        crossOrigin.answer(request, context.response());
        if (CrossOrigin.isPreflight(request)) {
            context.response().setStatusCode(204).end();
            return;
        }
        var path = context.normalizedPath();
        var route = routes.match(path).orElse(null);
        if (route == null) {
            refuse(context, Problem.NOT_FOUND);
        } else if (BodyLimits.declared(request) > bodyLimits.of(path)) {
            problems.sendTooLarge(context, bodyLimits.of(path));
            closeSoon(context);
        } else if (request.headers().contains(HttpHeaders.AUTHORIZATION)) {
            forward(context, client, route, null);
        } else if (session.isPresent(context)) {
            withSession(context, client, route);
        } else if (isOpen(path)) {
            forward(context, client, route, null);
        } else {
            refuse(context, Problem.TOKEN_MISSING);
        }
    }

    private void withSession(RoutingContext context, HttpClient client, RouteTable.Route route) {
        if (!crossOrigin.maySpendSession(context.request())) {
            refuse(context, Problem.CROSS_SITE);
            return;
        }
        context.request().pause();
        Context here = Vertx.currentContext();
        session.accessToken(context)
                .subscribe()
                .with(
                        token -> here.runOnContext(then -> forward(context, client, route, token)),
                        failure -> here.runOnContext(then -> {
                            if (isOpen(context.normalizedPath())) {
                                forward(context, client, route, null);
                            } else {
                                endSession(context, failure);
                            }
                        }));
    }

    private void endSession(RoutingContext context, Throwable failure) {
        if (failure instanceof BrowserSession.OrganizationUnclear) {
            refuse(context, Problem.ORGANIZATION_MISSING);
        } else if (failure instanceof AuthenticationException) {
            session.forget(context);
            refuse(context, Problem.SESSION_EXPIRED);
        } else {
            LOG.warn("A session could not be checked", failure);
            refuse(context, Problem.LOGIN_UNAVAILABLE);
        }
    }

    private void refuse(RoutingContext context, Problem problem) {
        problems.send(context, problem);
        closeSoon(context);
    }

    private boolean isOpen(String path) {
        return anonymousPrefixes.stream().anyMatch(prefix -> RouteTable.covers(prefix, path));
    }

    private void forward(
            RoutingContext context, HttpClient client, RouteTable.Route route, @Nullable String sessionToken) {
        var request = context.request();
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            context.response().writeContinue();
        }
        var options = new RequestOptions()
                .setHost(route.url().getHost())
                .setPort(port(route))
                .setSsl("https".equals(route.url().getScheme()))
                .setConnectTimeout(connectTimeout.toMillis());
        var exchange = new Exchange(context, route, sessionToken);
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(proxied -> proxied.client().request(options).map(exchange::begin))
                .addInterceptor(exchange)
                .handle(request);
    }

    /**
     * Takes a little more of a body that nobody wants, then ends the connection: closed at once, the client would lose the
     * answer while it still sends; never closed, it could send for ever.
     */
    private static void closeSoon(RoutingContext context) {
        var request = context.request();
        if (request.isEnded()) {
            return;
        }
        request.resume();
        context.vertx().setTimer(LINGER_MILLIS, timer -> {
            if (request.isEnded()) {
                return;
            }
            if (request.version() == HttpVersion.HTTP_2) {
                context.response().reset();
            } else {
                request.connection().close();
            }
        });
    }

    private static int port(RouteTable.Route route) {
        var url = route.url();
        return url.getPort() != -1 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    }

    /** One request on its way to a service and back. */
    private final class Exchange implements ProxyInterceptor {

        private final RoutingContext context;
        private final RouteTable.Route route;
        private final @Nullable String sessionToken;
        private final long startedAt = System.nanoTime();
        private final ServiceRequest service = new ServiceRequest();
        private @Nullable HttpClientRequest toService;
        private @Nullable LimitedBody body;

        Exchange(RoutingContext context, RouteTable.Route route, @Nullable String sessionToken) {
            this.context = context;
            this.route = route;
            this.sessionToken = sessionToken;
        }

        HttpClientRequest begin(HttpClientRequest request) {
            toService = service.guard(request);
            if (context.response().closed()) {
                toService.reset(); // nobody is left who would end it
                throw new IllegalStateException("the client went away while a connection was sought");
            }
            return toService;
        }

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext exchange) {
            var outgoing = exchange.request();
            var incoming = context.request();
            headerRules.request(
                    outgoing.headers(),
                    incoming.remoteAddress() == null
                            ? null
                            : incoming.remoteAddress().hostAddress(),
                    sessionToken);
            // As matched: no dot segment reaches a service that would lead out of its prefix.
            outgoing.setURI(context.normalizedPath() + (incoming.query() == null ? "" : "?" + incoming.query()));
            if (HttpMethod.GET.equals(incoming.method()) || HttpMethod.HEAD.equals(incoming.method())) {
                incoming.resume();
                outgoing.setBody(null);
                // Without the body that they announce, the service would take the next request for it.
                outgoing.headers().remove(HttpHeaders.CONTENT_LENGTH).remove(HttpHeaders.TRANSFER_ENCODING);
                // A pooled connection may have died with a service that was restarted: a read is safely asked again.
                return exchange.sendRequest()
                        .recover(broken -> isSilence() ? Future.failedFuture(broken) : exchange.sendRequest())
                        .recover(failure -> explain(exchange, failure));
            }
            body = new LimitedBody(outgoing.getBody().stream(), bodyLimits.of(context.normalizedPath()));
            outgoing.setBody(Body.body(body, outgoing.getBody().length()));
            return exchange.sendRequest().recover(failure -> explain(exchange, failure));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext exchange) {
            var response = exchange.response();
            headerRules.response(response.headers(), route.url());
            var body = response.getBody();
            response.setBody(Body.body(service.watch(body.stream()), body.length()));
            return exchange.sendResponse().onComplete(sent -> breakOffIfHalfSent());
        }

        /** A service may answer before it has the whole body, and the rest may never come. */
        private void breakOffIfHalfSent() {
            if (body != null && !context.request().isEnded() && toService != null) {
                toService.reset();
            }
        }

        private Future<ProxyResponse> explain(ProxyContext exchange, Throwable failure) {
            breakOffIfHalfSent();
            // The service counts as well, and may close the connection a moment before we see the byte too many.
            boolean tooLong = body != null
                    && (body.isTooLong() || body.isFull() && !context.request().isEnded());
            boolean broken =
                    body != null && body.isBroken() || context.response().closed();
            var problem = tooLong
                    ? Problem.TOO_LARGE
                    : broken ? Problem.MALFORMED : isSilence() ? Problem.SERVICE_SILENT : Problem.SERVICE_UNAVAILABLE;
            if (tooLong) {
                closeSoon(context);
            } else if (!broken) {
                LOG.warnf("%s did not answer: %s", route.service(), failure.toString());
            }
            var answer = exchange.request().release().response();
            answer.setStatusCode(problem.status());
            answer.setBody(Body.body(
                    tooLong
                            ? problems.writeTooLarge(
                                    context.request(), answer.headers(), bodyLimits.of(context.normalizedPath()))
                            : problems.write(context.request(), answer.headers(), problem)));
            return Future.succeededFuture(answer);
        }

        private boolean isSilence() {
            return Duration.ofNanos(System.nanoTime() - startedAt).compareTo(silenceTimeout) >= 0;
        }
    }
}
