package vn.lantoa.gateway;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
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
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.logging.Logger;

/** The page on which somebody of several organizations says for which one they act: their own by name, and no others. */
@Singleton
class OrganizationChooser {

    private static final Logger LOG = Logger.getLogger(OrganizationChooser.class);
    private static final long TIMEOUT_MILLIS = 5_000;
    private static final int LARGEST_FORM = 4_096;

    /** @param name as people call it */
    record Choice(String alias, String name) {}

    private final String memberships;
    private final HttpClient client;
    private final Problems problems;
    private final BrowserSession session;
    private final CrossOrigin crossOrigin;

    OrganizationChooser(
            Settings settings, Problems problems, BrowserSession session, CrossOrigin crossOrigin, Vertx vertx) {
        this.session = session;
        this.crossOrigin = crossOrigin;
        var path = settings.membershipsPath();
        var owner = RouteTable.of(settings.services())
                .match(path)
                .orElseThrow(() -> new IllegalArgumentException("No service owns " + path));
        this.memberships = owner.url().resolve(path).toString();
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) TIMEOUT_MILLIS));
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.get("/auth/organizations").handler(this::choose);
        router.post("/auth/switch")
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_FORM))
                .handler(this::switchTo);
    }

    /** The page on which somebody who has logged in goes over to another of their organizations. */
    private void choose(RoutingContext context) {
        var returnTo = BrowserLogin.returnTo(context.request().getParam("returnTo"));
        if (!session.isPresent(context)) {
            BrowserLogin.redirect(
                    context, "/auth/login?returnTo=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8));
            return;
        }
        session.identity(context).subscribe().with(identity -> show(context, identity, returnTo), ended -> {
            session.forget(context);
            BrowserLogin.redirect(
                    context, "/auth/login?returnTo=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8));
        });
    }

    /** After a login that named no organization: straight on for somebody of one, a choice for somebody of several. */
    void offer(RoutingContext context, SecurityIdentity identity, String returnTo) {
        choices(identity)
                .onSuccess(choices -> {
                    switch (choices.size()) {
                        case 0 -> {
                            session.forget(context);
                            problems.sendLogin(context, Problem.ORGANIZATION_MISSING);
                        }
                        case 1 ->
                            BrowserLogin.redirect(
                                    context, loginFor(choices.getFirst().alias(), returnTo));
                        default -> send(context, choices, returnTo);
                    }
                })
                .onFailure(failure -> unavailable(context, failure));
    }

    /** Whether the directory lets the person act for an organization; fails when it cannot be asked. */
    Future<Boolean> isMember(SecurityIdentity identity, String alias) {
        return choices(identity).map(choices -> choices.stream()
                .anyMatch(choice -> choice.alias().equals(alias)));
    }

    private void show(RoutingContext context, SecurityIdentity identity, String returnTo) {
        choices(identity)
                .onSuccess(choices -> send(context, choices, returnTo))
                .onFailure(failure -> unavailable(context, failure));
    }

    private void unavailable(RoutingContext context, Throwable failure) {
        LOG.warn("The organizations of an account could not be asked for", failure);
        problems.sendLogin(context, Problem.LOGIN_UNAVAILABLE);
    }

    /** The same as a login for the other organization, for scripts and forms; the identity provider asks no password again. */
    private void switchTo(RoutingContext context) {
        var alias = context.request().getFormAttribute("organization");
        if (!crossOrigin.maySpendSession(context.request())) {
            problems.sendLogin(context, Problem.CROSS_SITE);
        } else if (alias == null || !BrowserLogin.ALIAS.matcher(alias).matches()) {
            problems.sendLogin(context, Problem.ORGANIZATION_INVALID);
        } else {
            session.forget(context);
            BrowserLogin.redirect(
                    context,
                    303,
                    loginFor(alias, BrowserLogin.returnTo(context.request().getFormAttribute("returnTo"))));
        }
    }

    /** Asks the service that knows, in the person's own name. */
    private Future<List<Choice>> choices(SecurityIdentity identity) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(memberships)
                .putHeader("Accept", "application/json")
                .putHeader(
                        "Authorization",
                        "Bearer "
                                + identity.getCredential(AccessTokenCredential.class)
                                        .getToken())
                .setTimeout(TIMEOUT_MILLIS);
        return client.request(options)
                .compose(request -> request.send())
                .compose(response -> response.statusCode() == 200
                        ? response.body()
                        : Future.failedFuture("status " + response.statusCode()))
                .map(body -> new JsonObject(body)
                        .getJsonArray("mayActFor").stream()
                                .map(JsonObject.class::cast)
                                .map(post -> new Choice(post.getString("alias"), post.getString("organization")))
                                .distinct()
                                .toList());
    }

    private void send(RoutingContext context, List<Choice> choices, String returnTo) {
        var page = problems.page(context, "organizations", "login.choose", list(choices, returnTo));
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(page);
    }

    private static String list(List<Choice> choices, String returnTo) {
        var items = new StringBuilder("<ul class=\"choices\">");
        for (var choice : choices) {
            items.append("<li><a href=\"")
                    .append(loginFor(choice.alias(), returnTo).replace("&", "&amp;"))
                    .append("\">")
                    .append(Problems.escaped(choice.name()))
                    .append("</a> <small>")
                    .append(Problems.escaped(choice.alias()))
                    .append("</small></li>");
        }
        return items.append("</ul>").toString();
    }

    static String loginFor(String alias, String returnTo) {
        return "/auth/login?organization=" + URLEncoder.encode(alias, StandardCharsets.UTF_8) + "&returnTo="
                + URLEncoder.encode(returnTo, StandardCharsets.UTF_8);
    }
}
