package vn.lantoa.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealmFileTest {
    @TempDir
    Path folder;

    @Test
    void everyPlaceholderIsFilledAsTextInsideJson() throws IOException {
        var file = Files.writeString(folder.resolve("realm.json"), """
                {"a": "@LANTOA_X@", "b": "@LANTOA_X@/callback", "mail": "a@b.example"}""");

        var filled = RealmFile.fill(file, Map.of("LANTOA_X", "quote \" slash \\ dollar $1")::get);

        var json = new JsonMapper().readTree(filled);
        assertThat(json.path("a").asText()).isEqualTo("quote \" slash \\ dollar $1");
        assertThat(json.path("b").asText()).endsWith("$1/callback");
        assertThat(json.path("mail").asText()).isEqualTo("a@b.example");
    }

    @Test
    void anUnknownPlaceholderIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("realm.json"), "{\"a\": \"@LANTOA_UNHEARD_OF@\"}");

        assertThatThrownBy(() -> RealmFile.fill(file, _ -> null))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContaining("@LANTOA_UNHEARD_OF@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lantoa", "phuong-ben-song"})
    void theRealmsOfTheRepositoryAskForNothingElse(String realm) throws IOException {
        var known = Map.of(
                "LANTOA_PUBLIC_URL",
                "http://localhost:1",
                "LANTOA_GATEWAY_INSIDE_URL",
                "http://localhost:1",
                "LANTOA_KEYCLOAK_PUBLIC_URL",
                "http://localhost:2",
                "LANTOA_KEYCLOAK_INSIDE_URL",
                "http://localhost:2",
                Secrets.GATEWAY_CLIENT,
                "one",
                Secrets.CITY_CLIENT,
                "two",
                Secrets.DEMO_PASSWORD,
                "three",
                Secrets.BROKER_CLIENT,
                "four",
                Secrets.PROVISIONING_CLIENT,
                "five");

        var filled = RealmFile.fill(Path.of("../keycloak/" + realm + "-realm.json"), known::get);

        assertThat(new JsonMapper().readTree(filled).path("realm").asText()).isEqualTo(realm);
        assertThat(filled).doesNotContain("@LANTOA_");
    }
}
