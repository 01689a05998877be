package org.symbolon.connectors.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreType.TestResult;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.connectors.UserStoreContract.Person;
import org.symbolon.connectors.network.HandMadeServer;
import org.symbolon.events.shared.Secret;

/** What a directory can do wrong: nobody waits longer than the definition says, and each trouble has its words. */
class LdapFaultsTest {

    private static final Person ADA = new Person(Map.of("username", "ada", "surname", "Lovelace"), "secret");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int MEGABYTE = 1024 * 1024;

    private final LdapNetwork network = new LdapNetwork();
    private final LdapStoreType type = new LdapStoreType(network, Clock.systemUTC(), new Random(1));

    @AfterEach
    void closeTheNetwork() {
        network.close();
    }

    private static Map<String, String> configuration(String servers) {
        Map<String, String> configuration = LdapPeople.configuration(servers);
        configuration.put("TIMEOUT", "1");
        return configuration;
    }

    private void assertTrouble(HandMadeServer.Behaviour behaviour, String trouble) throws IOException {
        try (HandMadeServer server = new HandMadeServer(behaviour);
                UserStore store = type.open(configuration(server.uri("ldap")))) {
            long begin = System.nanoTime();
            assertThatThrownBy(() -> store.withLogin("ada"))
                    .isInstanceOf(UserStoreUnavailableException.class)
                    .hasNoCause()
                    .hasMessage("The directory server " + server.uri("ldap") + " " + trouble);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SECOND.multipliedBy(8));
            assertThat(type.test(configuration(server.uri("ldap"))))
                    .isEqualTo(new TestResult(false, "The directory server " + server.uri("ldap") + " " + trouble));
        }
    }

    @Test
    void oneThatNeverAnswersIsWaitedForUntilTheTimeIsOver() throws IOException {
        assertTrouble(connection -> connection.getInputStream().readAllBytes(), "does not answer in time");
    }

    @Test
    void oneThatDripsIsWaitedForUntilTheTimeIsOver() throws IOException {
        assertTrouble(LdapFaultsTest::drip, "does not answer in time");
    }

    /** The answer to a bind, with a name that would be longer than anybody waits. */
    private static void drip(Socket connection) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(HexFormat.of().parseHex("3082400002010161823ff90a010004823f00"));
        connection.setSoTimeout(100);
        for (int left = 100; left > 0; left--) {
            out.write('x');
            waitForTheEnd(connection);
        }
    }

    private static void waitForTheEnd(Socket connection) throws IOException {
        try {
            connection.getInputStream().readAllBytes();
        } catch (SocketTimeoutException quiet) {
            assertThat(connection.isConnected()).isTrue();
        }
    }

    @Test
    void oneThatClosesTheConnectionIsTold() throws IOException {
        assertTrouble(Socket::close, "closed the connection, or answered what is no LDAP");
    }

    @Test
    void oneThatSpeaksSomethingElseIsTold() throws IOException {
        assertTrouble(
                connection -> connection
                        .getOutputStream()
                        .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
                "closed the connection, or answered what is no LDAP");
    }

    @Test
    void tenMegabytesAreNotTakenIn() throws IOException {
        assertTrouble(
                connection -> {
                    OutputStream out = connection.getOutputStream();
                    out.write(new byte[] {0x30, (byte) 0x84, 0x00, (byte) 0xa0, 0x00, 0x00});
                    for (int megabyte = 0; megabyte < 10; megabyte++) {
                        out.write(new byte[MEGABYTE]);
                    }
                },
                "closed the connection, or answered what is no LDAP");
    }

    @Test
    void entriesOfManyMegabytesAreNotTakenIn() {
        List<Person> people = IntStream.range(0, 6)
                .mapToObj(number -> new Person(
                        Map.of("username", "huge" + number, "email", "x".repeat(MEGABYTE - 10_000)), "secret"))
                .toList();
        try (MemoryDirectory directory = MemoryDirectory.start(people);
                UserStore store = type.open(configuration(directory.uri()))) {
            assertThat(store.withLogin("huge1")).isPresent();
            assertThatThrownBy(() -> store.search(UserSearch.of(Map.of(), 10)))
                    .isInstanceOf(UserStoreUnavailableException.class);
        }
    }

    @Test
    void whereNothingListensIsTold() {
        assertThat(type.test(configuration("ldap://127.0.0.1:1")).description())
                .isEqualTo("The directory server ldap://127.0.0.1:1 cannot be reached: nothing listens there,"
                        + " or something is between");
    }

    @Test
    void aNameThatNobodyKnowsIsTold() {
        assertThat(type.test(configuration("ldap://nowhere.invalid")).description())
                .isEqualTo("The directory server ldap://nowhere.invalid:389 is not known by this name");
    }

    @Test
    void whatIsWrongWithTheDefinitionIsToldBySortOfTrouble() {
        try (MemoryDirectory directory = MemoryDirectory.start(List.of(ADA))) {
            String server = "The directory server " + directory.uri() + " ";
            assertTold(
                    directory,
                    "BINDPW",
                    "wrong",
                    server + "refuses BINDDN with BINDPW (LDAP result 49, invalid" + " credentials)");
            assertTold(directory, "BINDPW", "", server + "is not asked: there is a BINDDN without a BINDPW");
            assertTold(
                    directory,
                    "LDAPBASE",
                    "ou=nowhere," + LdapPeople.BASE,
                    server + "has nothing at LDAPBASE (LDAP result 32, no such object)");
            assertTold(directory, "LDAPBASE", "nowhere", "LDAPBASE is no distinguished name");
            assertTold(directory, "START_TLS", "1", server + "knows no START_TLS");
            assertTold(
                    directory,
                    "LDAPSEARCHFILTER",
                    "uid=*)(",
                    "The filter is malformed: it is one or more conditions" + " in parentheses");
            assertTold(
                    directory,
                    "UIDTYPE",
                    "employeeNumber",
                    "Your LDAP config found 1 user objects, but only 0 with" + " the specified uidtype");
        }
    }

    private void assertTold(MemoryDirectory directory, String key, String value, String told) {
        Map<String, String> configuration = configuration(directory.uri());
        configuration.put(key, value);
        assertThat(type.test(configuration)).isEqualTo(new TestResult(false, told));
    }

    /** A name that can be read by nobody else is no way around the escaping of what is typed. */
    @Test
    void nothingThatIsTypedBecomesAPartOfTheQuestion() {
        try (MemoryDirectory directory = MemoryDirectory.start(List.of(ADA));
                UserStore store = type.open(configuration(directory.uri()))) {
            for (String typed : List.of(
                    "*",
                    "a*",
                    "ada)(|(uid=*",
                    "*)(objectClass=*",
                    "ad\\61",
                    "ada\0",
                    "nobody)(|(uid=ada)",
                    "\\2a",
                    "(",
                    ")")) {
                assertThat(store.withLogin(typed)).as(typed).isEmpty();
            }
        }
    }

    @Test
    void anEmptyPasswordIsNeverTried() {
        try (MemoryDirectory directory = MemoryDirectory.start(List.of(ADA));
                UserStore store = type.open(configuration(directory.uri()))) {
            String id = store.withLogin("ada").orElseThrow().userId();
            directory.server().shutDown(true);

            assertThat(store.passwordMatches(id, Secret.EMPTY)).isFalse();
            assertThatThrownBy(() -> store.passwordMatches(id, Secret.of("secret")))
                    .isInstanceOf(UserStoreUnavailableException.class);
        }
    }

    @Test
    void aConnectionThatWasClosedMeanwhileIsMadeAnew() throws Exception {
        try (MemoryDirectory directory = MemoryDirectory.start(List.of(ADA))) {
            Map<String, String> configuration = configuration(directory.uri());
            configuration.put("CACHE_TIMEOUT", "0");
            configuration.put("SERVERPOOL_ROUNDS", "1");
            try (UserStore store = type.open(configuration)) {
                assertThat(store.withLogin("ada")).isPresent();
                directory.server().closeAllConnections(true);
                assertThat(store.withLogin("ada")).isPresent();
            }
        }
    }
}
