package vn.lantoa.kit.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** The language in which whoever sent the request reads texts. */
@RequestScoped
public class PreferredLanguage {

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpHeaders headers;

    /** Vietnamese, unless English ranks above it in the Accept-Language header. */
    public Locale locale() {
        return ProblemTexts.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
