package vn.lantoa.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/**
 * What a service finds around it in a test: a database of its own, a broker, a folder, and tokens signed with a key of this
 * run. Use with {@code @QuarkusTestResource(LantoaTestResource.class)}.
 */
public final class LantoaTestResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        var environment = new HashMap<String, String>();
        environment.putAll(PostgresForTests.environment());
        environment.putAll(KafkaForTests.environment());
        environment.put("quarkus.oidc.public-key", Tokens.publicKey());
        try {
            environment.put(
                    "LANTOA_DATA_DIR", Files.createTempDirectory("lantoa-data").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return environment;
    }

    /** The servers live as long as the JVM: the next test finds them running. */
    @Override
    public void stop() {}
}
