package vn.lantoa.testkit;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/**
 * Access tokens as the identity provider would issue them, signed for real. The keys lie in system properties because tests
 * and test resources may be loaded by different class loaders.
 */
public final class Tokens {

    public static final String ISSUER = "https://issuer.test";
    public static final String AUDIENCE = "lantoa-api";

    private static final String PRIVATE = "lantoa.test.private-key";
    private static final String PUBLIC = "lantoa.test.public-key";

    private Tokens() {}

    /** A token of somebody who acts for one organization. */
    public static String of(TestDirectory.Person person) {
        return of(
                person.subject(),
                person.organization().alias(),
                person.organization().id());
    }

    public static String of(String subject, String alias, UUID organizationId) {
        return sign(claims(subject).claim("organization", Map.of(alias, Map.of("id", organizationId.toString()))));
    }

    public static String withoutOrganization(String subject) {
        return sign(claims(subject));
    }

    public static String ofTwoOrganizations(String subject, UUID first, UUID second) {
        return sign(claims(subject)
                .claim(
                        "organization",
                        Map.of("first", Map.of("id", first.toString()), "second", Map.of("id", second.toString()))));
    }

    public static String expired(TestDirectory.Person person) {
        var past = System.currentTimeMillis() / 1000 - Duration.ofHours(2).toSeconds();
        return sign(
                organization(claims(person.subject()), person).issuedAt(past).expiresAt(past + 60));
    }

    public static String forAnotherAudience(TestDirectory.Person person) {
        return sign(organization(claims(person.subject()), person).audience("another-system"));
    }

    public static String ofAnotherIssuer(TestDirectory.Person person) {
        return sign(organization(claims(person.subject()), person).issuer("https://another.test"));
    }

    /** For {@code quarkus.oidc.public-key}. */
    static String publicKey() {
        makeKeys();
        return System.getProperty(PUBLIC);
    }

    private static JwtClaimsBuilder organization(JwtClaimsBuilder claims, TestDirectory.Person person) {
        return claims.claim(
                "organization",
                Map.of(
                        person.organization().alias(),
                        Map.of("id", person.organization().id().toString())));
    }

    private static JwtClaimsBuilder claims(String subject) {
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(subject)
                .upn(subject)
                .expiresIn(Duration.ofHours(1));
    }

    private static String sign(JwtClaimsBuilder claims) {
        return claims.sign(privateKey());
    }

    private static PrivateKey privateKey() {
        makeKeys();
        try {
            var bytes = Base64.getDecoder().decode(System.getProperty(PRIVATE));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized void makeKeys() {
        if (System.getProperty(PUBLIC) != null) {
            return;
        }
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            var encoder = Base64.getEncoder();
            System.setProperty(PRIVATE, encoder.encodeToString(pair.getPrivate().getEncoded()));
            System.setProperty(PUBLIC, encoder.encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
