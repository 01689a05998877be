package org.symbolon.connectors.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OutputEncryptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.resolver.port.EditableUserStore;
import org.symbolon.command.resolver.port.UserChangeRefusedException;
import org.symbolon.command.resolver.port.UserPage;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreType.TestResult;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.command.secret.NativeCrypto;
import org.symbolon.connectors.UserStoreContract.Person;
import org.symbolon.events.shared.Secret;

/** What is special about Entra ID and Keycloak: credentials, filters, groups, what is written how. */
class EntraStoreTest {

    private static final Person ADA =
            new Person(Map.of("username", "ada@example.org", "givenname", "Ada", "phone", "+44 1"), "Secret-of-ada");
    private static final String SHA1 = "A1:B2:C3:D4:E5:F6:07:18:29:3A:4B:5C:6D:7E:8F:90:A1:B2:C3:D4";
    private static final String SHA256 = "a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4";

    private final GraphDouble server = new GraphDouble();
    private final EntraStoreType type = new EntraStoreType(WebStores.NETWORK);

    @AfterEach
    void stop() {
        server.close();
    }

    private Map<String, String> byCertificate(Path key, String fingerprint, String password) {
        return WebStores.with(
                WebStores.entra(server.base()),
                "client_credential_type",
                "certificate",
                "client_secret",
                "",
                "client_certificate",
                "{\"private_key_file\": \"" + key + "\", \"certificate_fingerprint\": \"" + fingerprint + "\"}",
                "client_certificate.private_key_password",
                password);
    }

    private static KeyPair pair() {
        return NativeCrypto.rsaPair(2048, new SecureRandom());
    }

    private static Path written(Path folder, Object key) throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(key);
        }
        return Files.writeString(folder.resolve("key.pem"), text.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {SHA1, SHA256})
    void aClientShowsThatItHasTheKeyOfItsCertificate(String fingerprint, @TempDir Path folder) throws Exception {
        KeyPair pair = pair();
        Path key = written(folder, pair.getPrivate());

        assertThat(type.test(byCertificate(key, fingerprint, "")))
                .isEqualTo(new TestResult(
                        true, "Resolver config seems to be OK. Tested configurations: Authorization, User List."));

        Map<String, String> request = server.tokenRequests().get(0);
        SignedJWT assertion = SignedJWT.parse(request.get("client_assertion"));
        assertThat(request)
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .doesNotContainKey("client_secret");
        assertThat(assertion.verify(new RSASSAVerifier((RSAPublicKey) pair.getPublic())))
                .isTrue();
        assertThat(assertion.getHeader().toJSONObject())
                .containsKey(fingerprint.equals(SHA1) ? "x5t" : "x5t#S256")
                .containsEntry("alg", fingerprint.equals(SHA1) ? "RS256" : "PS256");
        assertThat(assertion.getJWTClaimsSet().getIssuer()).isEqualTo(GraphDouble.CLIENT);
        assertThat(assertion.getJWTClaimsSet().getSubject()).isEqualTo(GraphDouble.CLIENT);
        assertThat(assertion.getJWTClaimsSet().getAudience())
                .containsExactly(server.base() + "/" + GraphDouble.TENANT + "/oauth2/v2.0/token");
        assertThat(assertion.getJWTClaimsSet().getJWTID()).isNotEmpty();
        assertThat(assertion.getJWTClaimsSet().getExpirationTime().toInstant())
                .isAfter(Instant.now())
                .isBefore(Instant.now().plusSeconds(660));
    }

    @Test
    void itsKeyMayBeEncrypted(@TempDir Path folder) throws Exception {
        OutputEncryptor encryptor = new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                .setProvider(new BouncyCastleProvider())
                .setRandom(new SecureRandom())
                .setPassword("Key-password".toCharArray())
                .build();
        Path key = written(folder, new JcaPKCS8Generator(pair().getPrivate(), encryptor));

        assertThat(type.test(byCertificate(key, SHA1, "Key-password")).success())
                .isTrue();
        for (String wrong : List.of("", "wrong")) {
            assertThat(type.test(byCertificate(key, SHA1, wrong)).description())
                    .isEqualTo("client_certificate: the file of private_key_file has no private key in PEM, or"
                            + " private_key_password opens it not");
        }
    }

    @Test
    void whatIsWrongWithACredentialIsTold(@TempDir Path folder) throws Exception {
        Path key = written(folder, pair().getPrivate());
        Path other = Files.writeString(folder.resolve("other"), "Secret of somebody else");

        assertThat(type.test(byCertificate(key, "abc", "")).description())
                .isEqualTo("client_certificate: certificate_fingerprint is no SHA-1 or SHA-256 in hexadecimal digits");
        assertThat(type.test(byCertificate(folder, SHA1, "")).description())
                .isEqualTo("client_certificate: the file of private_key_file is no regular file, or too large");
        assertThat(type.test(byCertificate(other, SHA1, "")).description())
                .contains("has no private key in PEM")
                .doesNotContain("somebody else");
        assertThat(type.test(WebStores.with(WebStores.entra(server.base()), "client_secret", ""))
                        .description())
                .isEqualTo("client_secret is missing");
        assertThat(type.test(WebStores.with(WebStores.entra(server.base()), "client_secret", "wrong-7"))
                        .description())
                .isEqualTo("Failed to get authorization header: its server gives no token (HTTP 401)");
        assertThat(type.objection(Map.of("client_credential_type", "fingerprint")))
                .hasValue("client_credential_type is neither secret nor certificate");
    }

    @Test
    void withACertificateNoPasswordsAreTried(@TempDir Path folder) throws Exception {
        server.fill(List.of(ADA));
        Path key = written(folder, pair().getPrivate());
        try (UserStore store = type.open(byCertificate(key, SHA1, ""))) {
            String id = store.withLogin("ADA@example.org").orElseThrow().userId();
            assertThatThrownBy(() -> store.passwordMatches(id, Secret.of(ADA.password())))
                    .isInstanceOf(UserStoreUnavailableException.class)
                    .hasMessage("User authentication with password is not supported when using a certificate for the"
                            + " client!");
        }
    }

    @Test
    void groupsComeWithAUser() {
        server.fill(List.of(ADA));
        server.users
                .values()
                .iterator()
                .next()
                .putArray("memberOf")
                .add(group("Staff"))
                .add(group("VPN users"));
        try (UserStore store = type.open(WebStores.entra(server.base()))) {
            String id = store.withLogin("ada@example.org").orElseThrow().userId();
            assertThat(store.attributesOf(id).orElseThrow()).containsEntry("groups", "Staff,VPN users");
            assertThat(store.search(UserSearch.of(Map.of(), 10)).users().get(0)).doesNotContainKey("groups");
        }
        try (UserStore store = type.open(
                WebStores.with(WebStores.entra(server.base()), "config_get_user_groups", "{\"active\": false}"))) {
            String id = store.withLogin("ada@example.org").orElseThrow().userId();
            assertThat(store.attributesOf(id).orElseThrow()).doesNotContainKey("groups");
        }
    }

    private static tools.jackson.databind.JsonNode group(String name) {
        return WebParameters.JSON.createObjectNode().put("displayName", name);
    }

    @Test
    void groupsOfKeycloakAreAskedForWhereTheyAreWanted() {
        try (KeycloakDouble keycloak = new KeycloakDouble()) {
            keycloak.fill(List.of(ADA));
            Map<String, String> wanted = WebStores.with(
                    WebStores.keycloak(keycloak.base()),
                    "config_get_user_groups",
                    "{\"active\": true, \"pi_user_groups_key\": \"teams\"}");
            try (UserStore store = new KeycloakStoreType(WebStores.NETWORK).open(wanted)) {
                String id = store.withLogin("ada@example.org").orElseThrow().userId();
                assertThat(store.attributesOf(id).orElseThrow()).containsEntry("teams", "staff,admins");
            }
        }
    }

    @Test
    void severalUsersAreOneQuestionAndListsComeInPagesUpToTheLimit() {
        server.fill(IntStream.range(0, 25)
                .mapToObj(number -> new Person(Map.of("username", "user" + number), null))
                .toList());
        try (UserStore store = type.open(WebStores.with(WebStores.entra(server.base()), "size_limit", "20"))) {
            List<String> ids = List.copyOf(server.users.keySet());
            assertThat(store.attributesOf(ids)).hasSize(25);
            assertThat(server.asked("GET", "/users")).as("15 at once").hasSize(2);

            int seen = 0;
            UserSearch search = UserSearch.of(Map.of("username", "*"), 8);
            for (int page = 0; page < 3; page++) {
                UserPage found = store.search(search);
                seen += found.users().size();
                assertThat(found.next().isPresent()).isEqualTo(page < 2);
                search = found.next().map(search::at).orElse(search);
            }
            assertThat(seen).isEqualTo(24);
        }
    }

    @Test
    void filtersAreWrittenSoThatNoValueIsAPartOfThem() {
        try (UserStore store = type.open(WebStores.entra(server.base()))) {
            store.search(UserSearch.of(
                    Map.of("username", "o'neil' or 1 eq 1", "surname", "Mac*ish*", "email", "*", "phone", "+44*"), 5));

            assertThat(server.asked("GET", "/users").get(0).query())
                    .containsEntry(
                            "$filter", "startswith(surname, 'Mac') and (userPrincipalName eq 'o''neil'' or 1 eq 1')")
                    .containsEntry("$top", "5");
            assertThat(server.asked("GET", "/users").get(0).header("ConsistencyLevel"))
                    .isEqualTo("eventual");
        }
    }

    @Test
    void aNextPageAtAnotherServerIsNotFollowed() {
        try (UserStore store = type.open(WebStores.entra(server.base()))) {
            store.withLogin("somebody");
            server.answersAlways(ApiDouble.Reply.of(
                    200,
                    WebParameters.JSON.readTree(
                            "{\"value\": [], \"@odata.nextLink\": \"" + server.base() + ".example.com/v1.0/users\"}")));
            assertThatThrownBy(() -> store.search(UserSearch.of(Map.of(), 5)))
                    .hasMessage("The next page of the user list is at another server");
        }
    }

    @Test
    void aNewUserHasAPasswordThatNobodyKnowsAndAttributesAreWrittenAsTheyAreRead() {
        try (EditableUserStore store = (EditableUserStore) type.open(WebStores.entra(server.base()))) {
            String id = store.add(Map.of("username", "eve", "givenname", "Eve", "surname", "Adams", "phone", "+44 2"));
            assertThat(server.asked("POST", "/users")
                            .get(0)
                            .json()
                            .path("displayName")
                            .asString())
                    .isEqualTo("Eve Adams");
            assertThat(server.users.get(id).path("businessPhones").toString()).isEqualTo("[\"+44 2\"]");
            assertThat(server.passwords.get(id)).hasSizeGreaterThan(30);

            store.update(id, Map.of("surname", "", "phone", ""));
            assertThat(server.users.get(id).path("businessPhones").isEmpty()).isTrue();
            assertThat(server.users.get(id).path("surname").isNull()).isTrue();
        }
    }

    @Test
    void attributesThatTheResolverDoesNotKnowAreKept() {
        try (KeycloakDouble keycloak = new KeycloakDouble()) {
            keycloak.fill(List.of(ADA));
            try (EditableUserStore store = (EditableUserStore)
                    new KeycloakStoreType(WebStores.NETWORK).open(WebStores.keycloak(keycloak.base()))) {
                String id = store.withLogin("ada@example.org").orElseThrow().userId();
                store.update(id, Map.of("mobile", "+49 3"));
                assertThat(keycloak.users.get(id).path("attributes").toString())
                        .isEqualTo("{\"locale\":[\"de\"],\"phone\":[\"+44 1\"],\"mobile\":[\"+49 3\"]}");
            }
        }
    }

    @Test
    void aRefusalOfAChangeIsToldWithItsCode() {
        try (EditableUserStore store = (EditableUserStore) type.open(WebStores.entra(server.base()))) {
            store.withLogin("somebody");
            server.fill(List.of(ADA));
            String id = store.withLogin("ada@example.org").orElseThrow().userId();
            assertThatThrownBy(() -> store.setPassword(id, Secret.EMPTY))
                    .isInstanceOf(UserChangeRefusedException.class)
                    .hasMessage("The user was not changed: an empty password is none");
            assertThat(store.delete("..")).isFalse();
        }
    }

    @Test
    void aStoreThatIsNotEditableCannotBeWrittenTo() {
        try (UserStore store = type.open(WebStores.with(WebStores.entra(server.base()), "Editable", "False"))) {
            assertThat(store).isNotInstanceOf(EditableUserStore.class);
        }
    }
}
