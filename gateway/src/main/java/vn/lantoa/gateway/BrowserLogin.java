package vn.lantoa.gateway;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code /auth/login?organization=<alias>&returnTo=<path>} and {@code /auth/logout}. The identity provider shows the login
 * page; the browser comes back with a session for exactly one organization. Without an alias the account's only one is meant.
 */
@Singleton
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class BrowserLogin implements OidcRedirectFilter {

    private static final Logger LOG = Logger.getLogger(BrowserLogin.class);
    private static final Pattern ALIAS = Pattern.compile("[a-z0-9-]{1,64}");
    /** A path of our own: not another host ({@code //}), nothing a browser would read as one ({@code \}). */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,1000}");
    /** The organization for which a second login was asked already, so that a stranger to it is told so, not sent in circles. */
    private static final String ASKED = "lantoa_asked";
    /** As the authorization request asks by configuration: for the only organization of the account. */
    private static final String PLAIN_SCOPE = "scope=openid+organization";

    private static final int BEFORE_SECURITY = -1_000;
    private static final int BETWEEN_AUTHENTICATION_AND_AUTHORIZATION = -150;

    private final BrowserSession session;
    private final Problems problems;
    private final String publicUrl;

    BrowserLogin(BrowserSession session, Problems problems, Settings settings) {
        this.session = session;
        this.problems = problems;
        this.publicUrl = settings.publicUrl().toString();
    }

    void register(@Observes Router router) {
        router.get("/auth/login").order(BEFORE_SECURITY).handler(this::check);
        router.route("/auth/*").order(BETWEEN_AUTHENTICATION_AND_AUTHORIZATION).handler(this::explainFailures);
        router.get("/auth/login").handler(this::loggedIn);
        router.get("/auth/callback").handler(context -> redirect(context, "/"));
        router.route("/auth/logout").handler(this::logout);
        router.route("/auth/*").failureHandler(this::failed);
    }

    private void check(RoutingContext context) {
        var alias = context.request().getParam("organization");
        if (alias != null && !ALIAS.matcher(alias).matches()) {
            problems.sendLogin(context, Problem.ORGANIZATION_INVALID);
        } else {
            context.next();
        }
    }

    /** Names the organization in the authorization request; the extension itself knows only scopes fixed at start. */
    @Override
    public void filter(OidcRedirectContext redirect) {
        var context = redirect.routingContext();
        var alias = context.request().getParam("organization");
        if (alias != null && ALIAS.matcher(alias).matches()) {
            context.addHeadersEndHandler(done -> {
                var headers = context.response().headers();
                var location = headers.get(HttpHeaders.LOCATION);
                if (location != null) {
                    headers.set(HttpHeaders.LOCATION, location.replace(PLAIN_SCOPE, PLAIN_SCOPE + "%3A" + alias));
                }
            });
        }
    }

    private void loggedIn(RoutingContext context) {
        if (!(context.user() instanceof QuarkusHttpUser user)) {
            problems.sendLogin(context, Problem.LOGIN_FAILED);
            return;
        }
        var wanted = context.request().getParam("organization");
        var held = organizations(user.getSecurityIdentity());
        if (held.size() == 1 && (wanted == null || held.contains(wanted))) {
            forgetAsking(context);
            redirect(context, returnTo(context.request().getParam("returnTo")));
        } else if (wanted == null) {
            session.forget(context);
            problems.sendLogin(context, Problem.ORGANIZATION_MISSING);
        } else if (askedAlready(context, wanted)) {
            forgetAsking(context);
            session.forget(context);
            problems.sendLogin(context, Problem.NOT_A_MEMBER);
        } else {
            rememberAsking(context, wanted);
            session.forget(context);
            redirect(context, context.request().uri());
        }
    }

    /** Ends the session here and at the identity provider. */
    private void logout(RoutingContext context) {
        var method = context.request().method();
        if (!HttpMethod.GET.equals(method) && !HttpMethod.POST.equals(method)) {
            problems.sendLogin(context, Problem.NOT_FOUND);
        } else if (!session.isPresent(context)) {
            redirect(context, "/");
        } else {
            session.identity(context)
                    .subscribe()
                    .with(identity -> leave(context, identity), ended -> leave(context, null));
        }
    }

    private void leave(RoutingContext context, @Nullable SecurityIdentity identity) {
        session.forget(context);
        var idToken = identity == null ? null : identity.getCredential(IdTokenCredential.class);
        OidcConfigurationMetadata provider =
                identity == null ? null : identity.getAttribute(OidcUtils.CONFIG_METADATA_ATTRIBUTE);
        if (idToken == null || provider == null || provider.getEndSessionUri() == null) {
            redirect(context, "/");
        } else {
            redirect(
                    context,
                    provider.getEndSessionUri() + "?id_token_hint=" + idToken.getToken() + "&post_logout_redirect_uri="
                            + URLEncoder.encode(publicUrl + "/", StandardCharsets.UTF_8));
        }
    }

    /** The extension would end a login that went wrong with an empty answer; redirects and challenges stay its own. */
    private void explainFailures(RoutingContext context) {
        BiConsumer<RoutingContext, Throwable> usual = context.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, (BiConsumer<RoutingContext, Throwable>) (failed, failure) -> {
            if (failure instanceof AuthenticationCompletionException) {
                problems.sendLogin(failed, Problem.LOGIN_FAILED);
            } else {
                usual.accept(failed, failure);
            }
        });
        context.next();
    }

    private void failed(RoutingContext context) {
        var failure = context.failure();
        if (failure instanceof AuthenticationException) {
            problems.sendLogin(context, Problem.LOGIN_FAILED);
        } else {
            LOG.warn("A login could not be handled", failure);
            problems.sendLogin(context, Problem.LOGIN_UNAVAILABLE);
        }
    }

    static String returnTo(@Nullable String wanted) {
        return wanted != null && OWN_PATH.matcher(wanted).matches() ? wanted : "/";
    }

    private static Set<String> organizations(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                        && token.getClaim("organization") instanceof JsonObject organizations
                ? organizations.keySet()
                : Set.of();
    }

    private static void redirect(RoutingContext context, String location) {
        context.response()
                .setStatusCode(302)
                .putHeader(HttpHeaders.LOCATION, location)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    private static boolean askedAlready(RoutingContext context, String alias) {
        var cookie = context.request().getCookie(ASKED);
        return cookie != null && cookie.getValue().equals(alias);
    }

    private static void rememberAsking(RoutingContext context, String alias) {
        context.response().addCookie(asking(alias, 120));
    }

    private static void forgetAsking(RoutingContext context) {
        if (context.request().getCookie(ASKED) != null) {
            context.response().addCookie(asking("", 0));
        }
    }

    private static Cookie asking(String alias, long seconds) {
        return Cookie.cookie(ASKED, alias)
                .setPath("/auth")
                .setMaxAge(seconds)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX);
    }
}
