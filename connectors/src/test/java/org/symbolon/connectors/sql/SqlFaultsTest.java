package org.symbolon.connectors.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.connectors.network.HandMadeServer;

/** What a server can do wrong from the start, whichever driver meets it: nobody waits longer than the definition says. */
class SqlFaultsTest {

    private static final String AWAY = "closed the connection, or answered what nobody understands";
    /** The definition gives each question a second; the rest is for a machine that is busy. */
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private static final int MEGABYTE = 1024 * 1024;

    private final SqlNetwork network = new SqlNetwork(oracle());
    private final SqlStoreType type = new SqlStoreType(network, new Random(1));

    /** The folder that has Oracle's driver, as an operator would put it there. */
    private static Path oracle() {
        try {
            return Path.of(oracle.jdbc.OracleDriver.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getParent();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @AfterEach
    void closeTheNetwork() {
        network.close();
    }

    private static Map<String, String> configuration(String driver, int port) {
        Map<String, String> configuration = SqlPeople.users();
        configuration.put("Driver", driver);
        configuration.put("Server", "127.0.0.1");
        configuration.put("Port", String.valueOf(port));
        configuration.put("Database", "people");
        configuration.put("User", "service");
        configuration.put("Password", "Secret-of-service");
        configuration.put("poolTimeout", "1");
        return configuration;
    }

    /** For a server whose answer, or its lack, is clear at once: a driver may need a second for its own first start. */
    private static Map<String, String> patientConfiguration(String driver, int port) {
        Map<String, String> configuration = configuration(driver, port);
        configuration.put("poolTimeout", "10");
        return configuration;
    }

    private void assertTrouble(String driver, HandMadeServer meets, String trouble) throws IOException {
        assertTrouble(configuration(driver, meets.port()), meets, trouble);
    }

    private void assertTrouble(Map<String, String> configuration, HandMadeServer meets, String trouble)
            throws IOException {
        try (meets;
                UserStore store = type.open(configuration)) {
            long begin = System.nanoTime();
            assertThatThrownBy(() -> store.withLogin("ada"))
                    .isInstanceOf(UserStoreUnavailableException.class)
                    .hasNoCause()
                    .hasMessageContaining(" server 127.0.0.1:" + meets.port() + " ")
                    .hasMessageEndingWith(trouble);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_MOST);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql", "mssql", "oracle"})
    void oneThatNeverAnswersIsWaitedForUntilTheTimeIsOver(String driver) throws IOException {
        assertTrouble(driver, HandMadeServer.silent(), "does not answer in time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql", "mssql", "oracle"})
    void oneThatDripsIsWaitedForUntilTheTimeIsOver(String driver) throws IOException {
        assertTrouble(driver, HandMadeServer.dripping("R", 300), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql", "mssql", "oracle"})
    void oneThatClosesTheConnectionIsTold(String driver) throws IOException {
        HandMadeServer meets = new HandMadeServer(Socket::close);
        assertTrouble(patientConfiguration(driver, meets.port()), meets, AWAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql", "mssql", "oracle"})
    void oneThatSpeaksSomethingElseIsTold(String driver) throws IOException {
        assertTrouble(
                driver,
                new HandMadeServer(connection -> connection
                        .getOutputStream()
                        .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII))),
                "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql", "mssql", "oracle"})
    void tenMegabytesAreNotTakenForAnAnswer(String driver) throws IOException {
        assertTrouble(
                driver,
                new HandMadeServer(connection -> {
                    OutputStream out = connection.getOutputStream();
                    for (int megabyte = 0; megabyte < 10; megabyte++) {
                        out.write(new byte[MEGABYTE]);
                    }
                }),
                "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql", "mssql", "oracle"})
    void whereNothingListensIsToldAtOnce(String driver) {
        long begin = System.nanoTime();
        assertThat(type.test(patientConfiguration(driver, 1)).description())
                .endsWith(" server 127.0.0.1:1 cannot be reached: nothing listens there, or something is between");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_MOST);
    }

    /** PostgreSQL's refusal to encrypt is one letter. */
    @Test
    void aServerThatSpeaksNoTlsIsTold() throws IOException {
        try (HandMadeServer plain = new HandMadeServer(connection -> {
            connection.getInputStream().readNBytes(8);
            connection.getOutputStream().write('N');
            connection.getInputStream().read();
        })) {
            Map<String, String> configuration = configuration("postgresql", plain.port());
            configuration.put("conParams", "sslmode=verify-full");
            assertThat(type.test(configuration).description())
                    .endsWith("could not be spoken to by TLS: it speaks none, or none that is allowed");
        }
    }

    /** As when an account is locked after some wrong passwords. */
    @Test
    void aServerThatRefusesAConnectionIsNotPestered() throws IOException {
        try (HandMadeServer refusing = new HandMadeServer(Socket::close);
                UserStore store = type.open(configuration("postgresql", refusing.port()))) {
            assertThatThrownBy(() -> store.withLogin("ada")).isInstanceOf(UserStoreUnavailableException.class);
            assertThatThrownBy(() -> store.withLogin("ada")).isInstanceOf(UserStoreUnavailableException.class);

            assertThat(refusing.connections()).isOne();
        }
    }

    @Test
    void aDriverThatIsNotThereIsTold() {
        try (SqlNetwork without = new SqlNetwork(Path.of("nowhere"))) {
            assertThat(new SqlStoreType(without, new Random(1))
                            .test(configuration("oracle", 1))
                            .description())
                    .isEqualTo(
                            "failed to retrieve users: The Oracle server 127.0.0.1:1 cannot be asked: its driver, a jar"
                                    + " whose name begins with ojdbc, is not in nowhere");
        }
    }
}
