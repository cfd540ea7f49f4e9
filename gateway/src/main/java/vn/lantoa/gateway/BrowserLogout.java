package vn.lantoa.gateway;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** {@code /auth/logout}: ends the session here, every copy of its cookies, and the session at the identity provider. */
@Singleton
class BrowserLogout {

    private final BrowserSession session;
    private final Problems problems;
    private final CrossOrigin crossOrigin;
    /** As any login told it: a session that cannot be read names no provider. */
    private volatile @Nullable String endSessionUri;

    private final String clientId;
    private final String publicUrl;

    BrowserLogout(
            BrowserSession session,
            Problems problems,
            CrossOrigin crossOrigin,
            @ConfigProperty(name = "quarkus.oidc.client-id") String clientId,
            Settings settings) {
        this.session = session;
        this.problems = problems;
        this.crossOrigin = crossOrigin;
        this.clientId = clientId;
        this.publicUrl = settings.publicUrl().toString();
    }

    void register(@Observes Router router) {
        router.route("/auth/logout").handler(this::logout);
    }

    /** No other site may do it to somebody. */
    private void logout(RoutingContext context) {
        var method = context.request().method();
        if (!HttpMethod.GET.equals(method) && !HttpMethod.POST.equals(method)) {
            problems.sendLogin(context, Problem.NOT_FOUND);
        } else if (!session.isPresent(context)) {
            BrowserLogin.redirect(context, "/");
        } else if (!crossOrigin.maySpendSession(context.request())
                || "cross-site".equals(context.request().getHeader("Sec-Fetch-Site"))) {
            problems.sendLogin(context, Problem.CROSS_SITE);
        } else {
            session.identity(context)
                    .subscribe()
                    .with(identity -> leave(context, identity), ended -> leave(context, null));
        }
    }

    private void leave(RoutingContext context, @Nullable SecurityIdentity identity) {
        var idToken = identity == null ? null : identity.getCredential(IdTokenCredential.class);
        if (identity == null) {
            session.forget(context);
        } else {
            OidcConfigurationMetadata provider = identity.getAttribute(OidcUtils.CONFIG_METADATA_ATTRIBUTE);
            endSessionUri = provider == null ? null : provider.getEndSessionUri();
            session.end(context, identity);
        }
        var endSession = endSessionUri;
        if (endSession == null) {
            BrowserLogin.redirect(context, "/");
            return;
        }
        // Without a token to show, the provider asks the person whether they mean it: its own session may well live on.
        BrowserLogin.redirect(
                context,
                endSession
                        + (idToken == null ? "?client_id=" + clientId : "?id_token_hint=" + idToken.getToken())
                        + "&post_logout_redirect_uri=" + URLEncoder.encode(publicUrl + "/", StandardCharsets.UTF_8));
    }
}
