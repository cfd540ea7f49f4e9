package vn.lantoa.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The realm that logs people in and the directory that says what they may do are two files about the same people. */
class RealmAndDirectoryTest {

    private static final Pattern UUID_V7 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final Set<String> ROLES =
            Set.of("SPECIALIST", "UNIT_HEAD", "LEADER", "CLERK", "COORDINATOR", "ADMIN", "INTEGRATOR");

    private static String realmText;
    private static String seedText;
    private static JsonObject realm;
    private static JsonObject seed;

    @BeforeAll
    static void read() throws IOException {
        var deploy = Path.of("").toAbsolutePath().resolveSibling("deploy");
        realmText = Files.readString(deploy.resolve("keycloak/lantoa-realm.json"));
        seedText = Files.readString(deploy.resolve("seed/directory.json"));
        realm = new JsonObject(realmText);
        seed = new JsonObject(seedText);
    }

    @Test
    void bothNameTheSameOrganizationsByIdAliasAndName() {
        assertThat(organizations(realm)
                        .map(o -> o.getString("id") + " " + o.getString("alias") + " " + o.getString("name")))
                .containsExactlyInAnyOrderElementsOf(organizations(seed)
                        .map(o -> o.getString("id") + " " + o.getString("alias") + " " + o.getString("name"))
                        .toList());
    }

    @Test
    void bothNameTheSamePeopleAndAMachineIsAServiceAccount() {
        var users = list(realm, "users")
                .filter(user -> !"lantoa-provisioning".equals(user.getString("serviceAccountClientId")))
                .collect(Collectors.toMap(user -> user.getString("id"), user -> user));
        assertThat(list(seed, "people").map(person -> person.getString("subject")))
                .containsExactlyInAnyOrderElementsOf(users.keySet());
        assertThat(list(seed, "people")).allSatisfy(person -> {
            var user = users.get(person.getString("subject"));
            boolean isMachine = "MACHINE".equals(person.getString("kind"));
            assertThat(user.containsKey("serviceAccountClientId")).isEqualTo(isMachine);
            assertThat(user.getString("email")).isEqualTo(person.getString("email"));
            if (!isMachine) {
                assertThat(user.getString("firstName") + " " + user.getString("lastName"))
                        .isEqualTo(person.getString("displayName"));
                assertThat(user.getString("username")).matches("[a-z.]+");
            }
        });
    }

    @Test
    void whoIsAMemberInOneIsAMemberInTheOther() {
        var subjects = list(realm, "users")
                .collect(Collectors.toMap(user -> user.getString("username"), user -> user.getString("id")));
        var inRealm = organizations(realm)
                .flatMap(o -> list(o, "members")
                        .map(member -> o.getString("alias") + " " + subjects.get(member.getString("username"))))
                .collect(Collectors.toCollection(TreeSet::new));
        var people = list(seed, "people")
                .collect(Collectors.toMap(person -> person.getString("id"), person -> person.getString("subject")));
        var inSeed = organizations(seed)
                .flatMap(o -> list(o, "memberships")
                        .map(member -> o.getString("alias") + " " + people.get(member.getString("personId"))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(inRealm).isEqualTo(inSeed);

        var memberOf = new HashMap<String, Integer>();
        inSeed.forEach(member -> memberOf.merge(member.split(" ")[1], 1, Integer::sum));
        assertThat(memberOf.values()).as("somebody acts for two organizations").contains(2);
    }

    @Test
    void everyReferenceInTheDirectoryLeadsSomewhere() {
        var organizations = organizations(seed).map(o -> o.getString("id")).collect(Collectors.toSet());
        var people = list(seed, "people").map(person -> person.getString("id")).collect(Collectors.toSet());
        assertThat(organizations(seed)).allSatisfy(o -> {
            var units = list(o, "units").map(unit -> unit.getString("id")).collect(Collectors.toSet());
            if (o.getString("parentId") != null) {
                assertThat(organizations).contains(o.getString("parentId"));
            }
            list(o, "units").forEach(unit -> {
                assertThat(units).containsAll(strings(unit.getJsonArray("memberUnitIds")));
                assertThat(unit.getJsonArray("memberUnitIds").isEmpty())
                        .as(unit.getString("name"))
                        .isEqualTo(!"GROUP".equals(unit.getString("kind")));
                if (unit.containsKey("representsOrganizationId")) {
                    assertThat(organizations).contains(unit.getString("representsOrganizationId"));
                }
            });
            list(o, "memberships").forEach(member -> {
                assertThat(people).contains(member.getString("personId"));
                assertThat(ROLES).containsAll(strings(member.getJsonArray("roles")));
                if (member.containsKey("unitId")) {
                    assertThat(units).contains(member.getString("unitId"));
                }
            });
        });
    }

    @Test
    void idsAreUniqueAndShapedAsEverywhereElse() {
        var ids = Stream.of(
                        organizations(seed).map(o -> o.getString("id")),
                        organizations(seed).flatMap(o -> list(o, "units")).map(unit -> unit.getString("id")),
                        organizations(seed).flatMap(o -> list(o, "memberships")).map(member -> member.getString("id")),
                        list(seed, "people").map(person -> person.getString("id")))
                .flatMap(stream -> stream)
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> UUID_V7.matcher(id)
                .matches());
    }

    @Test
    void noSpellingMeansTwoUnitsOfOneOrganization() {
        assertThat(organizations(seed)).allSatisfy(o -> {
            var meanings = new HashMap<String, Set<String>>();
            list(o, "units").forEach(unit -> Stream.concat(
                            Stream.of(unit.getString("name")), strings(unit.getJsonArray("aliases")).stream())
                    .forEach(name -> meanings.computeIfAbsent(spelling(name), any -> new HashSet<>())
                            .add(unit.getString("id"))));
            assertThat(meanings)
                    .allSatisfy((name, units) -> assertThat(units).as(name).hasSize(1));
        });
    }

    @Test
    void aCommuneHasSomebodyForEveryStepOfAPlan() {
        var communes = organizations(seed)
                .filter(o -> "COMMUNE".equals(o.getString("level")))
                .filter(o -> "PEOPLE_COMMITTEE".equals(o.getString("kind")))
                .toList();
        assertThat(communes).hasSize(4).allSatisfy(o -> assertThat(
                        list(o, "memberships").flatMap(member -> strings(member.getJsonArray("roles")).stream()))
                .contains("SPECIALIST", "UNIT_HEAD", "LEADER", "CLERK", "COORDINATOR"));
        assertThat(communes.stream().mapToLong(o -> o.getLong("population")).sum())
                .isEqualTo(organizations(seed)
                        .filter(o -> "CITY".equals(o.getString("level")))
                        .filter(o -> "PEOPLE_COMMITTEE".equals(o.getString("kind")))
                        .findFirst()
                        .orElseThrow()
                        .getLong("population"));
    }

    @Test
    void textsAreComposedUnicode() {
        assertThat(Normalizer.isNormalized(seedText, Normalizer.Form.NFC)).isTrue();
        assertThat(Normalizer.isNormalized(realmText, Normalizer.Form.NFC)).isTrue();
    }

    @Test
    void noSecretIsInTheRealmOnlyPlaceholders() {
        assertThat(secrets(realm)).isNotEmpty().allMatch(secret -> secret.matches("@LANTOA_[A-Z_]+@"));
        assertThat(Pattern.compile("@[A-Z_]+@").matcher(realmText).results().map(found -> found.group()))
                .containsOnly(
                        "@LANTOA_DEMO_PASSWORD@",
                        "@LANTOA_GATEWAY_CLIENT_SECRET@",
                        "@LANTOA_BROKER_CLIENT_SECRET@",
                        "@LANTOA_GATEWAY_INSIDE_URL@",
                        "@LANTOA_KEYCLOAK_PUBLIC_URL@",
                        "@LANTOA_KEYCLOAK_INSIDE_URL@",
                        "@LANTOA_CITY_CLIENT_SECRET@",
                        "@LANTOA_PROVISIONING_CLIENT_SECRET@",
                        "@LANTOA_PUBLIC_URL@");
        assertThat(realmText).doesNotContain("privateKey", "PRIVATE KEY", "secretData");
        assertThat(seedText).doesNotContainIgnoringCase("password").doesNotContainIgnoringCase("secret");
    }

    @Test
    void theRealmIsStrictWhereItMatters() {
        assertThat(realm.getString("sslRequired")).isEqualTo("external");
        assertThat(realm.getBoolean("bruteForceProtected")).isTrue();
        assertThat(realm.getBoolean("registrationAllowed")).isFalse();
        assertThat(realm.getBoolean("revokeRefreshToken")).isTrue();
        assertThat(realm.getInteger("accessTokenLifespan")).isLessThanOrEqualTo(300);
        assertThat(realm.getString("passwordPolicy")).contains("length(14)");
        assertThat(realm.getString("defaultLocale")).isEqualTo("vi");

        var clients = list(realm, "clients").collect(Collectors.toMap(c -> c.getString("clientId"), c -> c));
        assertThat(clients)
                .containsOnlyKeys("lantoa-gateway", "lantoa-demo", "lantoa-city-integration", "lantoa-provisioning");
        var provisioning = clients.remove("lantoa-provisioning");
        assertThat(list(realm, "users")
                        .filter(user -> "lantoa-provisioning".equals(user.getString("serviceAccountClientId")))
                        .map(user -> user.getJsonObject("clientRoles").encode()))
                .containsExactly(
                        "{\"realm-management\":[\"manage-users\",\"manage-organizations\",\"manage-clients\"]}");
        assertThat(provisioning.getBoolean("fullScopeAllowed")).isFalse();
        assertThat(provisioning.getBoolean("standardFlowEnabled")).isFalse();
        assertThat(provisioning.getBoolean("directAccessGrantsEnabled")).isFalse();
        assertThat(clients.values()).allSatisfy(client -> {
            assertThat(strings(client.getJsonArray("defaultClientScopes"))).contains("lantoa-api");
            assertThat(strings(client.getJsonArray("optionalClientScopes"))).contains("organization");
            assertThat(client.getBoolean("implicitFlowEnabled")).isFalse();
            assertThat(client.getBoolean("fullScopeAllowed")).isFalse();
            assertThat(strings(client.getJsonArray("redirectUris"))).noneMatch(uri -> uri.contains("*"));
        });
        assertThat(clients.entrySet().stream()
                        .filter(client -> client.getValue().getBoolean("directAccessGrantsEnabled"))
                        .map(Map.Entry::getKey))
                .containsExactly("lantoa-demo");
        assertThat(clients.get("lantoa-gateway").getJsonObject("attributes").getString("pkce.code.challenge.method"))
                .isEqualTo("S256");
    }

    /** Both ways to put the tone mark, any case, any spacing: a reader of documents takes them for the same. */
    private static String spelling(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFC)
                .replaceAll("[\\s,\\-]+", " ");
    }

    private static List<String> secrets(Object node) {
        return switch (node) {
            case JsonObject object ->
                object.stream()
                        .flatMap(field -> field.getValue() instanceof String text
                                        && (field.getKey().equals("secret") || isPassword(object, field.getKey()))
                                ? Stream.of(text)
                                : secrets(field.getValue()).stream())
                        .toList();
            case JsonArray array ->
                array.stream().flatMap(item -> secrets(item).stream()).toList();
            case null, default -> List.of();
        };
    }

    private static boolean isPassword(JsonObject credential, String field) {
        return field.equals("value") && "password".equals(credential.getString("type"));
    }

    private static Stream<JsonObject> organizations(JsonObject file) {
        return list(file, "organizations");
    }

    private static Stream<JsonObject> list(JsonObject object, String name) {
        return object.getJsonArray(name).stream().map(JsonObject.class::cast);
    }

    private static Collection<String> strings(JsonArray array) {
        return array.stream().map(String.class::cast).toList();
    }
}
