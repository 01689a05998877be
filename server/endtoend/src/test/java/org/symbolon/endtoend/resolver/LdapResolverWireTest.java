package org.symbolon.endtoend.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.Directory;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** Users of a directory: found, listed, let in, changed; and a directory that is away is in nobody's way. */
@WireTest
class LdapResolverWireTest {

    private static final String REALM = "directory";
    private static final int WAITING = 60;

    private final Directory directory = Directory.start();
    private ApiClient admin;
    private ApiClient anyone;
    private InProcessServer server;

    @BeforeAll
    void prepare(InProcessServer shared) {
        server = shared;
        admin = shared.admin();
        anyone = shared.anonymous();
        realm(REALM, Directory.resolver(directory.uri()));
    }

    @AfterAll
    void stopTheDirectory() {
        directory.close();
    }

    private void realm(String name, String... resolver) {
        assertThat(admin.post("/resolver/" + name, resolver).status()).isEqualTo(200);
        assertThat(admin.post("/realm/" + name, "resolvers", name).status()).isEqualTo(200);
    }

    private Answer logIn(String login, String password) {
        return anyone.post("/auth", "username", login, "realm", REALM, "password", password);
    }

    @Test
    void whatIsSecretIsShownToNobody() {
        Answer shown = admin.get("/resolver/" + REALM);

        assertThat(shown.body()).contains("__CENSORED__").doesNotContain(Directory.SERVICE_PASSWORD);
        assertThat(shown.valueMap().get(REALM).toString()).contains("censor_keys=[BINDPW]");
    }

    @Test
    void usersLogInWithTheirPasswordsAndNothingElse() {
        assertThat(logIn("ada", Directory.PASSWORD).status()).isEqualTo(200);
        assertThat(logIn("Lovelace", Directory.PASSWORD).status()).isEqualTo(200);
        for (String wrong : List.of("", "wrong", "*")) {
            assertThat(logIn("ada", wrong).status()).as(wrong).isIn(400, 401);
        }
        assertThat(logIn("*", Directory.PASSWORD).status()).isIn(400, 401);
        assertThat(logIn("ada)(uid=*", Directory.PASSWORD).status()).isIn(400, 401);
    }

    @Test
    void aUserOfADirectoryHasTokens() {
        Device device = Device.random(new SplittableRandom(5));
        assertThat(admin.post(
                                "/token/init",
                                "type",
                                "hotp",
                                "serial",
                                "LDAPHOTP",
                                "otpkey",
                                device.seed(),
                                "pin",
                                "pin",
                                "user",
                                "ben",
                                "realm",
                                REALM)
                        .status())
                .isEqualTo(200);

        Answer answer =
                anyone.post("/validate/check", "user", "Britten", "realm", REALM, "pass", "pin" + device.otp(0));

        assertThat(answer.isAccepted()).isTrue();
    }

    @Test
    void usersAreListedWithAllValuesOfWhatTheyMayHaveSeveralOf() {
        Map<String, Object> ada =
                admin.get("/user/", "realm", REALM, "username", "a*").list().get(0);

        assertThat(ada)
                .containsEntry("username", "ada")
                .containsEntry("userid", "uid=ada,dc=example,dc=org")
                .containsEntry("surname", "Lovelace")
                .containsEntry("mobile", List.of("+44 1", "+44 2"))
                .containsEntry("editable", true)
                .doesNotContainKey("password");
        assertThat(admin.get("/user/", "realm", REALM, "surname", "*t*").list()).hasSize(2);
        assertThat(admin.get("/user/", "realm", REALM, "nosuch", "*").list()).isEmpty();
    }

    /** The sound configuration with one other entry. */
    private String[] with(String key, String value) {
        String[] parameters = Directory.resolver(directory.uri());
        parameters[List.of(parameters).indexOf(key) + 1] = value;
        return parameters;
    }

    @Test
    void aTryTellsWhatIsWrong() {
        assertValue(
                admin.post("/resolver/test", Directory.resolver(directory.uri())),
                "true",
                "{'description': 'Your LDAP config seems to be OK, 3 user objects found.'}");
        assertValue(
                admin.post("/resolver/test", ApiClient.joined(with("BINDPW", "__CENSORED__"), "resolver", REALM)),
                "true",
                "{'description': 'Your LDAP config seems to be OK, 3 user objects found.'}");
        assertValue(
                admin.post("/resolver/test", with("BINDPW", "wrong")),
                "false",
                "{'description': 'The directory server " + directory.uri()
                        + " refuses BINDDN with BINDPW (LDAP result 49, invalid credentials)'}");
        assertValue(
                admin.post("/resolver/test", with("LDAPURI", "ldap://127.0.0.1:1")),
                "false",
                "{'description': 'The directory server ldap://127.0.0.1:1 cannot be reached: nothing listens there, or"
                        + " something is between'}");
    }

    @Test
    void whatCannotBeDoneIsRefusedWhenItIsSaved() {
        assertRefusal(
                admin.post("/resolver/directory-ntlm", "type", "ldapresolver", "AUTHTYPE", "NTLM"),
                400,
                905,
                "ERR905: AUTHTYPE is not Simple: this version binds by DN and password only, best over TLS");
        assertRefusal(
                admin.post("/resolver/directory-uri", "type", "ldapresolver", "LDAPURI", "http://x"),
                400,
                905,
                "ERR905: LDAPURI names something else than ldap://host:port or ldaps://host:port");
    }

    @Test
    void usersAreMadeChangedAndDeleted() {
        Answer made = admin.post(
                "/user/", "user", "dora", "resolver", REALM, "surname", "Maar", "password", "Secret-of-dora");

        assertValue(made, "'cn=dora,dc=example,dc=org'");
        assertRefusal(
                admin.post("/user/", "user", "dora", "resolver", REALM, "surname", "Maar"),
                400,
                10,
                "ERR10: The user was not changed: a user needs a login of his own");
        assertValue(admin.send("PUT", "/user/?user=dora&resolver=" + REALM + "&surname=Picasso"), "true");
        assertThat(admin.get("/user/", "realm", REALM, "username", "dora")
                        .list()
                        .get(0))
                .containsEntry("surname", "Picasso");
        assertValue(admin.delete("/user/" + REALM + "/dora"), "true");
        assertValue(admin.delete("/user/" + REALM + "/dora"), "false");
    }

    /** Neither a thread that others need nor a connection to the database is held. */
    @Test
    void logInsAtADeadDirectoryAreInNobodysWay() throws IOException {
        try (ServerSocket dead = new ServerSocket(0, 200, InetAddress.getLoopbackAddress())) {
            realm("directory-dead", Directory.resolver("ldap://127.0.0.1:" + dead.getLocalPort()));
            ExecutorService threads = Executors.newFixedThreadPool(WAITING);
            long begin = System.nanoTime();
            List<CompletableFuture<Answer>> waiting = IntStream.range(0, WAITING)
                    .mapToObj(number -> CompletableFuture.supplyAsync(this::checkAtTheDead, threads))
                    .toList();

            for (int login = 0; login < 20; login++) {
                long before = System.nanoTime();
                assertThat(admin.get("/user/", "realm", REALM, "username", "ada")
                                .list())
                        .hasSize(1);
                assertThat(since(before)).isLessThan(Duration.ofSeconds(1));
            }
            assertThat(server.pool().getHikariPoolMXBean().getActiveConnections())
                    .isLessThan(10);
            waiting.forEach(answer -> assertThat(answer.join().status()).isEqualTo(500));
            assertThat(since(begin)).isLessThan(Duration.ofSeconds(8));
            long before = System.nanoTime();
            assertThat(checkAtTheDead().status()).isEqualTo(500);
            assertThat(since(before)).as("who is dead is not waited for").isLessThan(Duration.ofSeconds(1));
            threads.shutdown();
            assertThat(admin.get("/audit/", "info", "Resolver directory-dead*", "pagesize", "1")
                            .rows("auditdata")
                            .get(0)
                            .get("info")
                            .toString())
                    .contains("The directory server");
        }
    }

    private Answer checkAtTheDead() {
        return anyone.post("/validate/check", "user", "ada", "realm", "directory-dead", "pass", "x");
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
