package vn.lantoa.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an operator decides about the gateway; {@code application.properties} maps the environment to it. */
@ConfigMapping(prefix = "lantoa.gateway")
interface Settings {

    /** The address under which browsers see the gateway, without a slash at the end. */
    URI publicUrl();

    /** Where browsers log in: the login form leads there. */
    URI issuer();

    Map<String, Service> services();

    /** Prefixes that carry their own proof of access, or need none: asked for without token or session. */
    Optional<List<String>> anonymousPrefixes();

    /** Largest request body where {@link #bodyLimits()} names no other. */
    MemorySize maxBody();

    /** Addresses that take larger bodies, by a name of the operator's choice. */
    Map<String, BodyLimit> bodyLimits();

    /** Longest wait for a connection to a service. */
    Duration connectTimeout();

    /** Longest silence of a service, in the middle of an answer too. */
    Duration silenceTimeout();

    /** What a refused client is told to wait while a service is away. */
    Duration retryAfter();

    /** Other origins whose scripts may call the API with a bearer token. */
    Optional<Set<String>> corsOrigins();

    interface BodyLimit {
        /** A whole path; {@code *} stands for exactly one segment. */
        String path();

        MemorySize size();
    }

    interface Service {
        URI url();

        List<String> prefixes();
    }
}
