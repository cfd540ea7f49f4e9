package vn.lantoa.gateway;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code /auth/login?organization=<alias>&account=<name>&returnTo=<path>}, {@code /auth/switch} and {@code /auth/logout}. The identity provider shows the login
 * page; the browser comes back with a session for exactly one organization. Without an alias the account's only one is meant,
 * and somebody of several is asked.
 */
@Singleton
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class BrowserLogin implements OidcRedirectFilter {

    private static final Logger LOG = Logger.getLogger(BrowserLogin.class);
    static final Pattern ALIAS = Pattern.compile("[a-z0-9-]{1,64}");
    /** A path of our own: not another host ({@code //}), nothing a browser would read as one ({@code \}). */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,1000}");
    /** The organization for which a second login was asked already, so that a stranger to it is told so, not sent in circles. */
    private static final String ASKED = "lantoa_asked";
    /** As the authorization request asks by configuration: for no organization. */
    private static final String PLAIN_SCOPE = "scope=openid";

    /** {@code with=password}: for the few of an organization with its own identity provider who have an account here. */
    private static final String PASSWORD = "password";

    private static final int LONGEST_ACCOUNT = 254;
    private static final int BEFORE_SECURITY = -1_000;
    private static final int BETWEEN_AUTHENTICATION_AND_AUTHORIZATION = -150;

    private final BrowserSession session;
    private final Problems problems;
    private final OrganizationChooser chooser;
    private final IdentityProviders providers;

    BrowserLogin(BrowserSession session, Problems problems, OrganizationChooser chooser, IdentityProviders providers) {
        this.session = session;
        this.problems = problems;
        this.chooser = chooser;
        this.providers = providers;
    }

    void register(@Observes Router router) {
        router.get("/auth/login").order(BEFORE_SECURITY).handler(this::check);
        router.route("/auth/*").order(BETWEEN_AUTHENTICATION_AND_AUTHORIZATION).handler(this::explainFailures);
        router.get("/auth/login").handler(this::loggedIn);
        router.get("/auth/callback").handler(context -> redirect(context, "/"));
        router.route("/auth/*").failureHandler(this::failed);
    }

    private void check(RoutingContext context) {
        var alias = context.request().getParam("organization");
        if (alias != null && alias.isEmpty()) {
            redirect(context, context.request().uri().replaceAll("([?&])organization=(&|$)", "$1"));
        } else if (alias != null && !ALIAS.matcher(alias).matches()) {
            problems.sendLogin(context, Problem.ORGANIZATION_INVALID);
        } else {
            context.next();
        }
    }

    /** Names the organization in the authorization request; the extension itself knows only scopes fixed at start. */
    @Override
    public void filter(OidcRedirectContext redirect) {
        var context = redirect.routingContext();
        var request = context.request();
        var alias = request.getParam("organization");
        var account = request.getParam("account");
        if (!PASSWORD.equals(request.getParam("with"))) {
            providers.hint(alias, account).ifPresent(hint -> redirect.additionalQueryParams()
                    .add("kc_idp_hint", hint));
        }
        if (account != null && account.length() <= LONGEST_ACCOUNT) {
            redirect.additionalQueryParams().add("login_hint", account);
        }
        if (alias != null && ALIAS.matcher(alias).matches()) {
            context.addHeadersEndHandler(done -> {
                var headers = context.response().headers();
                var location = headers.get(HttpHeaders.LOCATION);
                if (location != null) {
                    headers.set(
                            HttpHeaders.LOCATION,
                            location.replace(PLAIN_SCOPE, PLAIN_SCOPE + "+organization%3A" + alias));
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
        var held = BrowserSession.organizations(user.getSecurityIdentity());
        if (held.size() == 1 && (wanted == null || held.contains(wanted))) {
            forgetAsking(context);
            redirect(context, returnTo(context.request().getParam("returnTo")));
        } else if (wanted == null) {
            chooser.offer(
                    context,
                    user.getSecurityIdentity(),
                    returnTo(context.request().getParam("returnTo")));
        } else if (askedAlready(context, wanted)) {
            refuseStranger(context, wanted);
        } else {
            // The identity provider asks a stranger for a password again instead of saying so: ask it only for members.
            chooser.isMember(user.getSecurityIdentity(), wanted)
                    .onSuccess(member -> {
                        if (member) {
                            askAgain(context, wanted);
                        } else {
                            refuseStranger(context, wanted);
                        }
                    })
                    .onFailure(unknown -> askAgain(context, wanted));
        }
    }

    private void askAgain(RoutingContext context, String alias) {
        rememberAsking(context, alias);
        session.forget(context);
        redirect(context, context.request().uri());
    }

    /** The session stays: it stands for no organization or for their own, and logging out needs it. */
    private void refuseStranger(RoutingContext context, String alias) {
        forgetAsking(context);
        problems.sendNotAMember(context, alias, returnTo(context.request().getParam("returnTo")));
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

    static void redirect(RoutingContext context, String location) {
        redirect(context, 302, location);
    }

    static void redirect(RoutingContext context, int status, String location) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.LOCATION, inAscii(location))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    /** A header carries ASCII; everything else in an address is written as its bytes in UTF-8. */
    private static String inAscii(String location) {
        var ascii = new StringBuilder();
        for (byte one : location.getBytes(StandardCharsets.UTF_8)) {
            if (one > ' ' && one < 0x7F) {
                ascii.append((char) one);
            } else {
                ascii.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
            }
        }
        return ascii.toString();
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
