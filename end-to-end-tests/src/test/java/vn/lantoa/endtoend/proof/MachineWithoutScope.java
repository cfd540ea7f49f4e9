package vn.lantoa.endtoend.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import vn.lantoa.local.Http;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;
import vn.lantoa.local.mainjob.People;

/** A machine client of Xã Mây Hạ with a key that works, and not a single scope. Made over the public API. */
final class MachineWithoutScope {

    private static final long TOKEN_NANOS = Duration.ofMinutes(3).toNanos();

    private final LocalSystem system;
    private final JsonNode client;
    private final String clientId;
    private final String secret;
    private String token = "";
    private long tokenSince;

    MachineWithoutScope(LocalSystem system, People people) {
        this.system = system;
        var admin = people.person("quantri.mayha", People.COMMUNE);
        var today = LocalDate.now(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")));
        this.client = admin.post(
                        "/api/v1/organizations/" + people.organizationId(People.COMMUNE) + "/machine-clients",
                        Map.of(
                                "name",
                                "Phần mềm chưa được cấp phạm vi",
                                "purpose",
                                "Kiểm tra",
                                "scopes",
                                List.of(),
                                "validTo",
                                today.plusDays(30).toString()))
                .expect(201)
                .json();
        var address = "/api/v1/machine-clients/" + client.path("id").asText();
        var key = client.path("keys").path(0);
        Awaitility.await("a key that is ready").atMost(Duration.ofSeconds(60)).until(() -> admin.get(address)
                .expect(200)
                .json()
                .path("keys")
                .path(0)
                .path("state")
                .asText()
                .equals("READY"));
        this.clientId = key.path("clientId").asText();
        this.secret = admin.with("If-Match", "*")
                .post(address + "/keys/" + key.path("id").asText() + "/secret", null)
                .expect(200)
                .json()
                .path("clientSecret")
                .asText();
        for (var path : List.of("/api/v1/tasks?limit=1", "/api/v1/indicators?limit=1", "/api/v1/deliveries?limit=1")) {
            Awaitility.await("a program known to " + path)
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> http().get(path).json().path("code").asText().equals("machine.scope-missing"));
        }
    }

    JsonNode client() {
        return client;
    }

    synchronized Http http() {
        if (token.isEmpty() || System.nanoTime() - tokenSince > TOKEN_NANOS) {
            token = Http.at(system.realm())
                    .postFields(
                            "/protocol/openid-connect/token",
                            Map.of(
                                    "grant_type",
                                    "client_credentials",
                                    "client_id",
                                    clientId,
                                    "client_secret",
                                    secret,
                                    "scope",
                                    "organization:" + People.COMMUNE))
                    .expect(200)
                    .json()
                    .path("access_token")
                    .asText();
            tokenSince = System.nanoTime();
        }
        return Http.at(system.url(Part.GATEWAY)).as(token);
    }
}
