package vn.lantoa.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds the running service's API description against the one that is checked in. Write the new one with
 * {@code ./mvnw test -pl <module> -Dtest=OpenApiTest -Dopenapi.update=true}, and look at the difference before committing it.
 */
public final class OpenApiContract {

    private static final Path CHECKED_IN = Path.of("src", "main", "openapi", "openapi.yaml");

    private OpenApiContract() {}

    /** Call it from a Quarkus test of the service. */
    public static void assertUnchanged() {
        var actual = RestAssured.given()
                .accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("(?m)^servers:\\n(?:[- ].*\\n)*", "");
        try {
            if (Boolean.getBoolean("openapi.update")) {
                Files.createDirectories(CHECKED_IN.getParent());
                Files.writeString(CHECKED_IN, actual);
            }
            assertThat(CHECKED_IN).as("the checked-in API description").exists();
            assertThat(actual)
                    .as("API description of the code; refresh %s with -Dopenapi.update=true", CHECKED_IN)
                    .isEqualTo(Files.readString(CHECKED_IN, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
