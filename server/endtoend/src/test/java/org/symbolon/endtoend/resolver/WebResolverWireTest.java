package org.symbolon.endtoend.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.connectors.web.KeycloakDouble;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** Users of stores over HTTP, such as Keycloak: found, let in, changed; and what is told of such resolvers. */
@WireTest
class WebResolverWireTest {

    private static final String REALM = "web-people";
    private static final String PASSWORD = "Secret-of-ada";

    private final KeycloakDouble keycloak = new KeycloakDouble();
    private ApiClient admin;
    private ApiClient anyone;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
        anyone = server.anonymous();
        keycloak.add(Map.of("username", "ada", "surname", "Lovelace", "mobile", "+44 1"), PASSWORD);
        keycloak.add(Map.of("username", "ben", "surname", "Britten"), null);
        realm(REALM, resolver(keycloak.base(), 30));
    }

    @AfterAll
    void stop() {
        keycloak.close();
    }

    private static String resolver(String base, int timeout) {
        return """
                {"type": "keycloakresolver", "base_url": "%s", "realm": "people", "timeout": %d, "Editable": true,
                 "username": "%s", "password": "%s",
                 "attribute_mapping": {"mobile": "attributes.mobile[0]"}}
                """
                .formatted(base, timeout, KeycloakDouble.SERVICE, KeycloakDouble.SERVICE_PASSWORD);
    }

    private Answer save(String name, String json) {
        return admin.post("/resolver/" + name, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private void realm(String name, String json) {
        assertValue(save(name, json), "'<int>'");
        assertThat(admin.post("/realm/" + name, "resolvers", name).status()).isEqualTo(200);
    }

    @Test
    void aResolverIsShownWithItsObjectsAndWithoutItsSecrets() {
        assertValue(
                admin.get("/resolver/" + REALM),
                """
                {'web-people': {'resolvername': 'web-people', 'type': 'keycloakresolver', 'censor_keys': ['password'],
                  'data': {'base_url': '%s', 'realm': 'people', 'timeout': '30', 'Editable': 'True',
                    'username': 'service', 'password': '__CENSORED__',
                    'attribute_mapping': {'mobile': 'attributes.mobile[0]'}}}}
                """
                        .formatted(keycloak.base()));
    }

    @Test
    void usersLogInWithTheirPasswordsAndWithTokens() {
        Device device = Device.random(new SplittableRandom(7));
        admin.enrolHotp("WEBHOTP", device.seed(), "pin", "user", "ben", "realm", REALM);

        assertThat(logIn("ada", PASSWORD).status()).isEqualTo(200);
        assertThat(logIn("ada", "wrong").status()).isEqualTo(401);
        assertThat(logIn("ben", "").status()).isIn(400, 401);
        assertThat(anyone.post("/validate/check", "user", "BEN", "realm", REALM, "pass", "pin" + device.otp(0))
                        .isAccepted())
                .isTrue();
    }

    private Answer logIn(String login, String password) {
        return anyone.post("/auth", "username", login, "realm", REALM, "password", password);
    }

    @Test
    void usersAreListedMadeChangedAndDeleted() {
        Answer made = admin.post(
                "/user/", "user", "dora", "resolver", REALM, "surname", "Maar", "password", "Secret-of-dora");

        assertThat(made.value().toString()).as("his id").hasSize(36);
        assertThat(logIn("dora", "Secret-of-dora").status()).isEqualTo(200);
        assertValue(admin.send("PUT", "/user/?user=dora&resolver=" + REALM + "&mobile=%2B33"), "true");
        assertThat(admin.get("/user/", "realm", REALM, "username", "d*").list().get(0))
                .containsEntry("surname", "Maar")
                .containsEntry("mobile", "+33")
                .containsEntry("editable", true);
        assertRefusal(
                admin.post("/user/", "user", "dora", "resolver", REALM),
                400,
                10,
                "ERR10: The user was not changed: a user needs a login of his own");
        assertValue(admin.delete("/user/" + REALM + "/dora"), "true");
        assertValue(admin.delete("/user/" + REALM + "/dora"), "false");
    }

    @Test
    void aSecretWithinAnObjectIsSealedByItself() {
        String certificate =
                """
                {"type": "entraidresolver", "client_id": "c", "tenant": "t", "client_credential_type": "certificate",
                 "client_certificate": {"private_key_file": "/etc/key.pem", "certificate_fingerprint": "aa",
                   "private_key_password": "%s"}}
                """;
        String shown =
                """
                {'web-entra': {'resolvername': 'web-entra', 'type': 'entraidresolver',
                  'censor_keys': ['client_certificate.private_key_password'],
                  'data': {'client_id': 'c', 'tenant': 't', 'client_credential_type': 'certificate',
                    'client_certificate': {'private_key_file': '/etc/key.pem', 'certificate_fingerprint': 'aa',
                      'private_key_password': '__CENSORED__'}}}}
                """;
        assertValue(save("web-entra", certificate.formatted("Secret-of-key")), "'<int>'");
        assertValue(admin.get("/resolver/web-entra"), shown);
        assertValue(save("web-entra", certificate.formatted("__CENSORED__")), "'<int>'");
        assertValue(admin.get("/resolver/web-entra"), shown);
        assertThat(admin.get("/history/resolver/web-entra").body()).doesNotContain("Secret-of-key");
    }

    @Test
    void whatATypePresetsIsShownToAnyAdministrator() {
        assertThat(admin.get("/resolver/entraidresolver/default").valueMap())
                .containsEntry("base_url", "https://graph.microsoft.com/v1.0")
                .containsKeys("attribute_mapping", "config_get_user_by_id", "config_user_auth");
        assertThat(admin.get("/resolver/keycloakresolver/default").valueMap())
                .containsEntry("base_url", "http://localhost:8080");
        assertValue(admin.get("/resolver/passwdresolver/default"), "{}");
        assertRefusal(admin.get("/resolver/nosuch/default"), 400, 905, "ERR905: Unknown resolver type: 'nosuch'");
    }

    @Test
    void aTryTellsWhatIsWrong() {
        assertValue(
                admin.post("/resolver/test", "application/json", tried("test_username", "ada")),
                "true",
                "{'description': 'Resolver config seems to be OK. Tested configurations: Authorization, Get user by"
                        + " name, User List.'}");
        assertValue(
                admin.post("/resolver/test", "application/json", tried("password", "wrong")),
                "false",
                "{'description': 'Failed to get authorization header: its server gives no token (HTTP 401)'}");
        assertValue(
                admin.post(
                        "/resolver/test",
                        ApiClient.joined(
                                new String[] {"type", "keycloakresolver", "base_url", keycloak.base(), "realm", "people"
                                },
                                "username",
                                KeycloakDouble.SERVICE,
                                "password",
                                "__CENSORED__",
                                "resolver",
                                REALM)),
                "true",
                "{'description': 'Resolver config seems to be OK. Tested configurations: Authorization, User List.'}");
        assertValue(
                admin.post(
                        "/resolver/test",
                        "type",
                        "httpresolver",
                        "endpoint",
                        "http://169.254.169.254/{userid}",
                        "requestMapping",
                        "{}",
                        "testUser",
                        "latest"),
                "false",
                "{'description': 'Failed: The server http://169.254.169.254 is not asked: it has the address"
                        + " 169.254.169.254, which is local to this server and not allowed by"
                        + " symbolon.local-destinations'}");
    }

    private byte[] tried(String key, String value) {
        String sound = resolver(keycloak.base(), 30);
        return (sound.strip().replaceAll("\"" + key + "\": \"[^\"]*\", *", "").replaceFirst("\\}$", "") + ", \"" + key
                        + "\": \"" + value + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As eduMFA tells it: what is known of the user, and no text. */
    @Test
    void aTryOfOneRequestShowsTheUser() {
        assertValue(
                admin.post(
                        "/resolver/test",
                        "type",
                        "httpresolver",
                        "endpoint",
                        keycloak.base() + "/realms/people/protocol/openid-connect/token",
                        "method",
                        "post",
                        "headers",
                        "{\"Content-Type\": \"application/x-www-form-urlencoded\"}",
                        "requestMapping",
                        "grant_type=password&client_id=admin-cli&username={userid}&password=" + PASSWORD,
                        "responseMapping",
                        "{\"token\": \"{access_token}\"}",
                        "testUser",
                        "ada"),
                "true",
                "{'description': {'token': 'of a user', 'userid': 'ada', 'username': 'ada'}}");
    }

    @Test
    void whatCannotBeUsedIsRefusedWhenItIsSaved() {
        assertRefusal(
                admin.post("/resolver/web-bad", "type", "httpresolver", "timeout", "soon"),
                400,
                905,
                "ERR905: Invalid value for 'timeout': it is no number from 1 to 120");
        assertRefusal(
                save("web-bad", "{\"type\": \"httpresolver\", \"config_user_auth\": {\"method\": \"eat\"}}"),
                400,
                905,
                "ERR905: Invalid method 'eat'!");
    }

    @Test
    void logInsAtAStoreThatIsSilentAreInNobodysWay() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 200, InetAddress.getLoopbackAddress())) {
            realm("web-silent", resolver("http://127.0.0.1:" + silent.getLocalPort(), 3));
            ExecutorService threads = Executors.newFixedThreadPool(60);
            List<CompletableFuture<Answer>> waiting = IntStream.range(0, 60)
                    .mapToObj(number -> CompletableFuture.supplyAsync(this::checkAtTheSilent, threads))
                    .toList();
            for (int login = 0; login < 5; login++) {
                long begin = System.nanoTime();
                assertThat(logIn("ada", PASSWORD).status()).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
            }
            waiting.forEach(answer -> assertThat(answer.join().status()).isEqualTo(500));
            threads.shutdown();
        }
    }

    private Answer checkAtTheSilent() {
        return anyone.post("/validate/check", "user", "ada", "realm", "web-silent", "pass", "x");
    }
}
