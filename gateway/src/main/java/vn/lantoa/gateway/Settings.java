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

    /** What everybody is told to wait during maintenance. */
    Duration maintenanceRetryAfter();

    /** Other origins whose scripts may call the API with a bearer token. */
    Optional<Set<String>> corsOrigins();

    /** While this file exists, everything but health answers 503; relative to the working directory. */
    String maintenanceFile();

    /** Most requests under way at once. */
    int maxConcurrent();

    /** Most requests under way at once from one address; a whole office may share one. */
    int maxConcurrentPerAddress();

    /** Time for any request body, to which comes what its greatest length takes at {@link #bodyBytesPerSecond()}. */
    Duration bodyGrace();

    MemorySize bodyBytesPerSecond();

    /** Where a person's organizations can be asked for, with a token that names none yet. */
    String membershipsPath();

    /**
     * Organizations whose people log in at an identity provider of their own, each as {@code alias} or
     * {@code alias=mail.domain}; the central identity provider knows it by the same alias.
     */
    Optional<List<String>> identityProviders();

    /** Origins of those, where they are others than the issuer's: a browser leads a form there only if the page names them. */
    Optional<List<String>> identityProviderOrigins();

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
