package vn.lantoa.gateway;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The login of a browser, which it carries as an encrypted cookie and never sees. */
@Singleton
class BrowserSession {

    /** Name of the cookie, and the beginning of those that hold its parts. */
    private static final String COOKIE = "q_session";
    /** How long the outcome for one cookie serves further requests with it, unless the login expires before. */
    private static final Duration REUSE = Duration.ofSeconds(10);

    /** More browsers than that at once wait for nobody; each of their requests is checked by itself. */
    private static final int MOST_OUTCOMES = 20_000;

    /** The login is good, but stands for no organization, or for more than one: no service would take its token. */
    static final class OrganizationUnclear extends RuntimeException {
        OrganizationUnclear() {
            super("not exactly one organization", null, false, false);
        }
    }

    private final IdentityProviderManager identities;
    private final EndedSessions ended;
    /**
     * By cookie. The requests of one page come together, and each would spend the same refresh token; the identity provider
     * takes that for theft. So the first one asks and the others wait for its outcome.
     */
    private final Map<String, Uni<SecurityIdentity>> outcomes = new ConcurrentHashMap<>();

    BrowserSession(IdentityProviderManager identities, EndedSessions ended) {
        this.identities = identities;
        this.ended = ended;
    }

    boolean isPresent(RoutingContext context) {
        return context.request().cookies().stream().anyMatch(BrowserSession::isOurs);
    }

    /** The access token to relay; fails when the session has ended or cannot be checked. */
    Uni<String> accessToken(RoutingContext context) {
        return identity(context).map(BrowserSession::tokenForOneOrganization);
    }

    Uni<SecurityIdentity> identity(RoutingContext context) {
        var key = key(context);
        if (outcomes.size() >= MOST_OUTCOMES && !outcomes.containsKey(key)) {
            context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
            return QuarkusHttpUser.getSecurityIdentity(context, identities).map(this::alive);
        }
        return outcomes.computeIfAbsent(key, absent -> {
                    var vertx = context.vertx();
                    // The extension would answer a failure itself, with a redirect to the login page.
                    context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
                    return QuarkusHttpUser.getSecurityIdentity(context, identities)
                            .invoke(BrowserSession::accessToken)
                            .onItem()
                            .invoke(identity -> vertx.setTimer(reuseMillis(identity), timer -> outcomes.remove(absent)))
                            .onFailure()
                            .invoke(() -> outcomes.remove(absent))
                            .memoize()
                            .indefinitely();
                })
                .map(this::alive); // asked each time: a session may end while its outcome is still kept
    }

    /** Makes the browser forget the session. */
    void forget(RoutingContext context) {
        outcomes.remove(key(context));
        context.request().cookies().stream()
                .filter(BrowserSession::isOurs)
                .map(Cookie::getName)
                .distinct()
                .forEach(name -> context.response()
                        .addCookie(Cookie.cookie(name, "")
                                .setPath("/")
                                .setMaxAge(0)
                                .setHttpOnly(true)));
    }

    private static long reuseMillis(SecurityIdentity identity) {
        long left = identity.getPrincipal() instanceof JsonWebToken token
                ? token.getExpirationTime() * 1000 - System.currentTimeMillis()
                : 0;
        return Math.clamp(left, 1, REUSE.toMillis());
    }

    /** Ends what this browser holds, and every copy of its cookies. */
    void end(RoutingContext context, SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken idToken) {
            ended.end(idToken);
        }
        forget(context);
    }

    static Set<String> organizations(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                        && token.getClaim("organization") instanceof JsonObject organizations
                ? organizations.keySet()
                : Set.of();
    }

    private SecurityIdentity alive(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken idToken)) {
            return identity;
        }
        var access = EndedSessions.claims(accessToken(identity));
        var session = access.getString("sid");
        // The three parts of the cookie are encrypted each for itself: parts of two logins must not make a third.
        boolean mixed = session != null && !session.equals(idToken.getClaim("sid"));
        if (mixed || ended.isEnded(idToken)) {
            throw new AuthenticationFailedException("the session has ended");
        }
        return identity;
    }

    private static String tokenForOneOrganization(SecurityIdentity identity) {
        var token = accessToken(identity);
        var held = organizations(identity);
        var claims = EndedSessions.claims(token);
        if (held.size() != 1
                || (!claims.isEmpty()
                        && !held.equals(claims.getJsonObject("organization", new io.vertx.core.json.JsonObject())
                                .fieldNames()))) {
            throw new OrganizationUnclear();
        }
        return token;
    }

    private static String accessToken(SecurityIdentity identity) {
        var credential = identity.getCredential(AccessTokenCredential.class);
        if (identity.isAnonymous() || credential == null) {
            throw new AuthenticationFailedException("no session");
        }
        return credential.getToken();
    }

    /** A digest, because the cookies themselves are long and secret. */
    private static String key(RoutingContext context) {
        var digest = sha256();
        context.request().cookies().stream()
                .filter(BrowserSession::isOurs)
                .sorted(Comparator.comparing(Cookie::getName))
                .forEach(cookie -> digest.update(
                        (cookie.getName() + "=" + cookie.getValue() + ";").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has it
        }
    }

    private static boolean isOurs(Cookie cookie) {
        return cookie.getName().equals(COOKIE) || cookie.getName().startsWith(COOKIE + "_");
    }
}
