package org.symbolon.connectors.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.connectors.network.BoundedHttp.Answer;
import org.symbolon.connectors.network.BoundedHttp.Way;

/** Where requests go, and how long for: what servers answer wrongly is the matter of those who ask. */
class BoundedHttpTest {

    private static final Way DIRECT = new Way(true, Optional.empty());
    private static final AddressGuard STRICT = AddressGuard.allowing(List.of());
    private static final AddressGuard HERE = AddressGuard.allowing(List.of("127.0.0.1"));
    private static final int MOST = 1000;
    private static final String SOUND = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nRetry-After: 7\r\n\r\nOK";

    private static BoundedHttp http(AddressGuard guard, HostLookup.Names names) {
        return new BoundedHttp("test", BoundedHttpTest::usual, guard, MOST, new HostLookup(names));
    }

    private static BoundedHttp http(AddressGuard guard) {
        return http(guard, InetAddress::getAllByName);
    }

    private static SSLContext usual() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static HttpRequest to(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(1));
    }

    private static Deadline late() {
        return Deadline.in(Duration.ofSeconds(20));
    }

    /** Answers each request that comes over a connection in this way, until it is closed. */
    private static HandMadeServer.Behaviour answering(String text) {
        return connection -> {
            while (!request(connection.getInputStream()).isEmpty()) {
                connection.getOutputStream().write(text.getBytes(US_ASCII));
            }
        };
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            read.write(next);
            if (read.toString(US_ASCII).endsWith("\r\n\r\n")) {
                return read.toString(US_ASCII);
            }
        }
        return "";
    }

    @Test
    void anAnswerIsReadAndItsConnectionKept() throws IOException {
        try (HandMadeServer server = new HandMadeServer(answering(SOUND));
                BoundedHttp http = http(HERE)) {
            for (int time = 0; time < 3; time++) {
                Answer answer = http.ask(to(server.uri("http")), DIRECT, late());
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.text()).isEqualTo("OK");
                assertThat(answer.whole()).isTrue();
                assertThat(answer.header("Retry-After")).hasValue("7");
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatIsTooLongIsCut() throws IOException {
        String endless = "HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n" + "x".repeat(2 * MOST);
        try (HandMadeServer server = new HandMadeServer(answering(endless));
                BoundedHttp http = http(HERE)) {
            Answer answer = http.ask(to(server.uri("http")), DIRECT, late());

            assertThat(answer.text()).isEqualTo("x".repeat(MOST));
            assertThat(answer.whole()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "2130706433"})
    void theServerItselfIsNotReachedByAnyOfItsNames(String host) throws IOException {
        try (HandMadeServer server = new HandMadeServer(answering(SOUND));
                BoundedHttp http = http(STRICT)) {
            assertThatThrownBy(() -> http.ask(to("http://" + host + ":" + server.port()), DIRECT, late()))
                    .isInstanceOfAny(AddressRefusedException.class, UnknownHostException.class);
            assertThat(server.connections()).isZero();
        }
    }

    /** The name server tells another address each time; the one that was looked at is the one that is asked. */
    @Test
    void aNameThatChangesItsAddressLeadsNowhereElse() throws IOException {
        Queue<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2", "127.0.0.2"));
        try (HandMadeServer server = new HandMadeServer(answering(SOUND));
                BoundedHttp http = http(HERE, name -> InetAddress.getAllByName(answers.remove()))) {
            String address = "http://changing.example.com:" + server.port();

            assertThat(http.ask(to(address), DIRECT, late()).status()).isEqualTo(200);
            assertThat(answers).as("it was asked once").hasSize(2);
            assertThatThrownBy(() -> http.ask(to(address), DIRECT, late()))
                    .isInstanceOf(AddressRefusedException.class)
                    .hasMessageContaining("127.0.0.2");
        }
    }

    @Test
    void ofSeveralAddressesTheFirstThatMayBeAndCanBeReachedIsAsked() throws IOException {
        AddressGuard guard = AddressGuard.allowing(List.of("127.0.0.1", "127.0.0.3"));
        try (HandMadeServer server = new HandMadeServer(answering(SOUND));
                BoundedHttp http = http(guard, name -> new InetAddress[] {
                    InetAddress.getAllByName("127.0.0.2")[0],
                    InetAddress.getAllByName("127.0.0.3")[0],
                    InetAddress.getAllByName("127.0.0.1")[0]
                })) {
            assertThat(http.ask(to("http://several.example.com:" + server.port()), DIRECT, late())
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aRedirectionIsAnAnswerLikeAnyOther() throws IOException {
        try (HandMadeServer elsewhere = new HandMadeServer(answering(SOUND));
                HandMadeServer server = new HandMadeServer(answering(
                        "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + elsewhere.uri("http") + "\r\n\r\n"));
                BoundedHttp http = http(HERE)) {
            assertThat(http.ask(to(server.uri("http")), DIRECT, late()).status())
                    .isEqualTo(302);
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    void aProxyMustBeAllowedAsWell() throws IOException {
        try (HandMadeServer proxy = new HandMadeServer(answering(SOUND));
                BoundedHttp strict = http(STRICT);
                BoundedHttp open = http(HERE)) {
            Way over = new Way(true, Optional.of(InetSocketAddress.createUnresolved("127.0.0.1", proxy.port())));

            assertThatThrownBy(() -> strict.ask(to("http://example.com/"), over, late()))
                    .isInstanceOf(AddressRefusedException.class);
            assertThat(proxy.connections()).isZero();
            assertThat(open.ask(to("http://example.com/"), over, late()).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void nobodyWaitsLongerThanTheDeadlineForTheBeginOfAnEncryption() throws IOException {
        try (HandMadeServer silent = HandMadeServer.silent();
                BoundedHttp http = http(HERE)) {
            long begin = System.nanoTime();

            assertThatThrownBy(() -> http.ask(to(silent.uri("https")), DIRECT, soon()))
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        }
    }

    /** Addresses for documentation (RFC 5737) answer nobody. */
    @Test
    void nobodyWaitsLongerThanTheDeadlineForAConnection() throws IOException {
        try (BoundedHttp http = http(STRICT)) {
            long begin = System.nanoTime();

            assertThatThrownBy(() -> http.ask(to("http://192.0.2.1/"), DIRECT, soon()))
                    .isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void aKeptConnectionThatWasClosedMeanwhileIsMadeAnew() throws IOException {
        try (HandMadeServer server = new HandMadeServer(connection -> {
                    request(connection.getInputStream());
                    connection.getOutputStream().write(SOUND.getBytes(US_ASCII));
                });
                BoundedHttp http = http(HERE)) {
            for (int time = 0; time < 5; time++) {
                assertThat(http.ask(to(server.uri("http")), DIRECT, late()).status())
                        .isEqualTo(200);
            }
            assertThat(server.connections()).isEqualTo(5);
        }
    }

    @Test
    void whoIsClosedAsksNobody() throws IOException {
        try (HandMadeServer server = new HandMadeServer(answering(SOUND))) {
            BoundedHttp http = http(HERE);
            http.ask(to(server.uri("http")), DIRECT, late());
            http.close();

            assertThatThrownBy(() -> http.ask(to(server.uri("http")), DIRECT, late()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void whereNothingListensIsTold() throws IOException {
        try (Socket nobody = new Socket();
                BoundedHttp http = http(HERE)) {
            nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            assertThatThrownBy(() -> http.ask(to("http://127.0.0.1:" + nobody.getLocalPort()), DIRECT, late()))
                    .isInstanceOf(ConnectException.class);
        }
    }
}
