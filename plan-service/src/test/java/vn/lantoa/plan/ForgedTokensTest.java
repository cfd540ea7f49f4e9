package vn.lantoa.plan;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.Tokens;

/**
 * A service believes only tokens of our identity provider, made for us, for now, and unchanged. Every forged one is made here
 * from one that is believed, and differs from it in one thing.
 */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedTokensTest {

    private static final String PATH = "/api/v1/organizations";
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final KeyPair OTHER_KEYS = rsa();

    @Inject
    DirectoryCopy directory;

    @Test
    void theTokenFromWhichTheForgedOnesAreMadeIsBelieved() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
        given().auth().oauth2(good()).get(PATH).then().statusCode(200);
    }

    @ParameterizedTest
    @MethodSource
    void aForgedTokenIsRefusedAndTheAnswerDoesNotSayWhatIsWrongWithIt(String token) {
        given().auth()
                .oauth2(token)
                .get(PATH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("status", equalTo(401))
                .body("code", equalTo("token.refused"))
                .body("traceId", not(equalTo(null)));
    }

    static Stream<Arguments> aForgedTokenIsRefusedAndTheAnswerDoesNotSayWhatIsWrongWithIt() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                argumentSet("no signature, and saying so", unsigned("none")),
                argumentSet("no signature, said in another way", unsigned("nOnE")),
                argumentSet("the signature cut off", good().substring(0, good().lastIndexOf('.') + 1)),
                argumentSet("the public key used as a shared secret", signedWithThePublicKeyAsSecret()),
                argumentSet("signed by another key", signedByOtherKey(new JsonObject())),
                argumentSet("another key, brought along in the header", signedByOtherKey(ownKey())),
                argumentSet(
                        "another key, to be fetched from an address in the header",
                        signedByOtherKey(new JsonObject()
                                .put("jku", "http://127.0.0.1:9/jwks")
                                .put("kid", "1"))),
                argumentSet(
                        "a payload that names another organization under the old signature",
                        tampered(claims -> claims.put(
                                "organization",
                                new JsonObject()
                                        .put(
                                                TestDirectory.CITY.alias(),
                                                new JsonObject()
                                                        .put(
                                                                "id",
                                                                TestDirectory.CITY
                                                                        .id()
                                                                        .toString()))))),
                argumentSet(
                        "a payload with another person under the old signature",
                        tampered(claims -> claims.put("sub", TestDirectory.CITY_LEADER.subject()))),
                argumentSet(
                        "a payload that lasts longer under the old signature",
                        tampered(claims -> claims.put("exp", now + 86_400))),
                argumentSet("the signature of another good token", withSignatureOfAnother()),
                argumentSet("another issuer", Tokens.ofAnotherIssuer(TestDirectory.LEADER)),
                argumentSet("another audience", Tokens.forAnotherAudience(TestDirectory.LEADER)),
                argumentSet("expired", Tokens.expired(TestDirectory.LEADER)),
                argumentSet("not a token", "khong-phai-token"),
                argumentSet("three empty parts", ".."));
    }

    private static String good() {
        return Tokens.of(TestDirectory.LEADER);
    }

    private static String unsigned(String algorithm) {
        return encoded(new JsonObject().put("typ", "JWT").put("alg", algorithm)) + "." + good().split("\\.")[1] + ".";
    }

    private static String tampered(UnaryOperator<JsonObject> change) {
        var parts = good().split("\\.");
        return parts[0] + "." + encoded(change.apply(decoded(parts[1]))) + "." + parts[2];
    }

    private static String withSignatureOfAnother() {
        return good().substring(0, good().lastIndexOf('.'))
                + Tokens.of(TestDirectory.CLERK)
                        .substring(Tokens.of(TestDirectory.CLERK).lastIndexOf('.'));
    }

    private static String signedByOtherKey(JsonObject header) {
        var claims = decoded(good().split("\\.")[1]);
        var builder = Jwt.claims(claims.getMap()).jws();
        header.forEach(field -> builder.header(
                field.getKey(), field.getValue() instanceof JsonObject object ? object.getMap() : field.getValue()));
        return builder.sign(OTHER_KEYS.getPrivate());
    }

    private static JsonObject ownKey() {
        var key = (RSAPublicKey) OTHER_KEYS.getPublic();
        return new JsonObject()
                .put(
                        "jwk",
                        new JsonObject()
                                .put("kty", "RSA")
                                .put("alg", "RS256")
                                .put("n", URL.encodeToString(key.getModulus().toByteArray()))
                                .put(
                                        "e",
                                        URL.encodeToString(
                                                key.getPublicExponent().toByteArray())));
    }

    /** Whoever lets the header choose the algorithm would check this against the public key, which everybody has. */
    private static String signedWithThePublicKeyAsSecret() {
        var content = encoded(new JsonObject().put("typ", "JWT").put("alg", "HS256")) + "." + good().split("\\.")[1];
        var publicKey = ConfigProvider.getConfig().getValue("quarkus.oidc.public-key", String.class);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(publicKey), "HmacSHA256"));
            return content + "." + URL.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String encoded(JsonObject part) {
        return URL.encodeToString(part.encode().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject decoded(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    private static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
