package org.symbolon.endtoend.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;
import org.symbolon.store.database.DatabaseAccess;

/** Users in the table of an application: found, listed, let in, changed; and a database that is away is in nobody's way. */
@WireTest
class SqlResolverWireTest {

    private static final String REALM = "application";
    private static final String PASSWORD = "hashcat";
    private static final int WAITING = 60;

    private final DatabaseAccess access = InProcessServer.newDatabase();
    private final SingleConnectionDataSource connection =
            new SingleConnectionDataSource(access.url(), access.username(), access.password(), true);
    private ApiClient admin;
    private ApiClient anyone;
    private InProcessServer server;

    @BeforeAll
    void prepare(InProcessServer shared) {
        server = shared;
        admin = shared.admin();
        anyone = shared.anonymous();
        execute("create table people (id serial primary key, login varchar(40) not null unique, family text, mail text,"
                + " pass text, active boolean not null default true)");
        execute("insert into people (login, family, mail, pass) values"
                + " ('ada', 'Lovelace', 'ada@example.org', '$P$984478476IagS59wHZvyQMArzfx58u.'),"
                + " ('ben', 'Britten', null, '{SSHA}AZKja92fbuuB9SpRlHqaoXxbTc43Mzc2MDM1Ng=='),"
                + " ('greedy', 'Grandet', null, '$6$rounds=999999999$salt$x')");
        execute("insert into people (login, active) values ('gone', false)");
        realm(REALM, resolver());
    }

    @AfterAll
    void closeTheConnection() {
        connection.destroy();
    }

    private void execute(String sql) {
        JdbcClient.create(connection).sql(sql).update();
    }

    /** The parameters of a resolver that finds these people. */
    private String[] resolver() {
        URI uri = URI.create(access.url().substring("jdbc:".length()));
        return new String[] {
            "type",
            "sqlresolver",
            "Driver",
            "postgresql+psycopg2",
            "Server",
            uri.getHost(),
            "Port",
            String.valueOf(uri.getPort()),
            "Database",
            uri.getPath().substring(1),
            "User",
            access.username(),
            "Password",
            "Secret-of-service",
            "Table",
            "people",
            "Map",
            "{\"userid\": \"id\", \"username\": \"login\", \"surname\": \"family\", \"email\": \"mail\","
                    + " \"password\": \"pass\"}",
            "Where",
            "active == 1",
            "Password_Hash_Type",
            "phpass",
            "poolTimeout",
            "2",
            "Editable",
            "1"
        };
    }

    /** The sound configuration with one other entry. */
    private String[] with(String key, String value) {
        List<String> parameters = new ArrayList<>(List.of(resolver()));
        parameters.set(parameters.indexOf(key) + 1, value);
        return parameters.toArray(String[]::new);
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

        assertThat(shown.body()).contains("__CENSORED__").doesNotContain("Secret-of-service");
        assertThat(shown.valueMap().get(REALM).toString()).contains("censor_keys=[Password]");
        assertThat(admin.get("/resolver/", "type", "sqlresolver", "editable", "1")
                        .valueMap())
                .containsKey(REALM);
    }

    @Test
    void usersLogInWithTheirPasswordsAndNothingElse() {
        assertThat(logIn("ada", PASSWORD).status()).isEqualTo(200);
        assertThat(logIn("ben", PASSWORD).status()).isEqualTo(200);
        for (String wrong : List.of("", "wrong", "*", "$P$984478476IagS59wHZvyQMArzfx58u.")) {
            assertThat(logIn("ada", wrong).status()).as(wrong).isIn(400, 401);
        }
        for (String login : List.of("gone", "%", "a%", "*", "ada' --", "' or '1'='1")) {
            assertThat(logIn(login, PASSWORD).status()).as(login).isIn(400, 401);
        }
    }

    @Test
    void aUserOfATableHasTokens() {
        Device device = Device.random(new SplittableRandom(6));
        assertThat(admin.post(
                                "/token/init",
                                "type",
                                "hotp",
                                "serial",
                                "SQLHOTP",
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

        Answer answer = anyone.post("/validate/check", "user", "ben", "realm", REALM, "pass", "pin" + device.otp(0));

        assertThat(answer.isAccepted()).isTrue();
    }

    @Test
    void usersAreListedWithoutTheirHashes() {
        Answer listed = admin.get("/user/", "realm", REALM, "username", "a*");

        assertThat(listed.list()).hasSize(1);
        assertThat(listed.list().get(0))
                .containsEntry("username", "ada")
                .containsEntry("userid", "1")
                .containsEntry("id", "1")
                .containsEntry("surname", "Lovelace")
                .containsEntry("email", "ada@example.org")
                .containsEntry("editable", true)
                .containsEntry("resolver", REALM)
                .doesNotContainKey("password");
        assertThat(listed.body()).doesNotContain("$P$");
        assertThat(admin.get("/user/", "realm", REALM, "surname", "*t*").list()).hasSize(2);
        assertThat(admin.get("/user/", "realm", REALM, "nosuch", "*").list()).isEmpty();
        assertThat(admin.get("/user/", "realm", REALM, "password", "*").list()).isEmpty();
    }

    @Test
    void aTryTellsHowManyUsersThereAreOrWhatIsWrong() {
        String[] censored = ApiClient.joined(with("Password", "__CENSORED__"), "resolver", REALM);
        Answer tried = admin.post("/resolver/test", censored);
        assertThat(tried.value()).isInstanceOf(Number.class);
        assertThat(tried.body()).contains("Found " + tried.value() + " users.");
        assertValue(
                admin.post("/resolver/test", with("Port", "1")),
                "-1",
                "{'description': 'failed to retrieve users: The PostgreSQL server localhost:1 cannot be reached: nothing"
                        + " listens there, or something is between'}");
        assertThat(admin.post("/resolver/test", with("Where", "enabled == 1")).body())
                .contains("has no such column (SQL state 42703): enabled");
    }

    @Test
    void whatCannotBeDoneIsRefusedWhenItIsSaved() {
        assertRefusal(
                admin.post("/resolver/application-options", with("Where", "1 == 1 or 1 == 1")),
                400,
                905,
                "ERR905: Where is no list of conditions 'column comparison value' with ' and ' between, without blanks"
                        + " in values; comparisons are like, ==, !=, <, <=, > and >=");
        assertRefusal(
                admin.post("/resolver/application-driver", "type", "sqlresolver", "Driver", "odbc"),
                400,
                905,
                "ERR905: Driver is none of postgresql, mysql, mariadb, mssql, oracle");
    }

    @Test
    void usersAreMadeChangedAndDeleted() {
        Answer made = admin.post(
                "/user/", "user", "dora", "resolver", REALM, "surname", "Maar", "password", "Secret-of-dora");

        assertThat(made.value().toString()).matches("\\d+");
        assertThat(logIn("dora", "Secret-of-dora").status()).isEqualTo(200);
        assertThat(JdbcClient.create(connection)
                        .sql("select pass from people where login = 'dora'")
                        .query(String.class)
                        .single())
                .startsWith("$P$H");
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

    /** It would keep a core busy for minutes. */
    @Test
    void aHashThatAsksForTooMuchIsRefusedAndAudited() {
        assertThat(logIn("greedy", PASSWORD).status()).isEqualTo(500);

        assertThat(lastInfo("Resolver " + REALM + "*"))
                .contains("the hash of a password asks for 999999999 rounds of crypt(3), and 2000000 is the most");
    }

    private String lastInfo(String pattern) {
        Map<String, Object> row = admin.get("/audit/", "info", pattern, "pagesize", "1")
                .rows("auditdata")
                .get(0);
        return row.get("info").toString();
    }

    /** Neither a thread that others need nor a connection to Symbolon's own database is held. */
    @Test
    void logInsAtADeadDatabaseAreInNobodysWay() throws IOException {
        try (ServerSocket dead = new ServerSocket(0, 200, InetAddress.getLoopbackAddress())) {
            String[] resolver = with("Server", "127.0.0.1");
            resolver[List.of(resolver).indexOf("Port") + 1] = String.valueOf(dead.getLocalPort());
            realm("application-dead", resolver);
            ExecutorService threads = Executors.newFixedThreadPool(WAITING);
            List<CompletableFuture<Answer>> waiting = IntStream.range(0, WAITING)
                    .mapToObj(number -> CompletableFuture.supplyAsync(this::checkAtTheDead, threads))
                    .toList();

            for (int login = 0; login < 20; login++) {
                long before = System.nanoTime();
                assertThat(logIn("ben", PASSWORD).status()).isEqualTo(200);
                assertThat(since(before)).isLessThan(Duration.ofSeconds(1));
            }
            assertThat(server.pool().getHikariPoolMXBean().getActiveConnections())
                    .isLessThan(10);
            waiting.forEach(answer -> assertThat(answer.join().status()).isEqualTo(500));
            long before = System.nanoTime();
            assertThat(checkAtTheDead().status()).isEqualTo(500);
            assertThat(since(before)).as("who is dead is not waited for").isLessThan(Duration.ofSeconds(1));
            threads.shutdown();
            assertThat(lastInfo("Resolver application-dead*")).contains("The PostgreSQL server");
        }
    }

    private Answer checkAtTheDead() {
        return anyone.post("/validate/check", "user", "ada", "realm", "application-dead", "pass", "x");
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
