package org.symbolon.api.kernel.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send slowly, or not at all, at a server with four threads. */
class SlowRequestTest {

    private static final String HEAD = "POST /validate/check HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ";
    private static final int MANY = 40;

    private static EdgeServer server;

    private final List<Socket> sockets = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = new EdgeServer(
                "--server.tomcat.threads.max=4",
                "--symbolon.response-signature=nonce",
                "--symbolon.header-time=2s",
                "--symbolon.body-time=2s",
                "--symbolon.body-rate=10");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private Socket send(String text) throws IOException {
        Socket socket = server.connection();
        sockets.add(socket);
        socket.setSoTimeout(20_000);
        write(socket, text);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** All until the server hangs up. */
    private static String rest(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static String withoutWhatChanges(String answer) {
        return answer.replaceAll("\"threadid\": \\d+|(Date|X-Request-ID): [^\r]+", "");
    }

    private static void assertOthersAreAnswered() throws Exception {
        long began = System.nanoTime();
        for (int request = 0; request < 8; request++) {
            assertThat(server.post("/validate/check", "application/x-www-form-urlencoded", "pass=1")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/nosuch").statusCode()).isEqualTo(404);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(1500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /validate/check HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx",
                "POST /validate/check HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\nx",
                "GET /nosuch HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx",
                "OPTIONS * HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx",
                "BREW / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx",
                "GET /%00 HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx",
                "POST /validate/check HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\nx",
                "POST /validate/check HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n",
                "POST /validate/check HTTP/1.1\r\nHost: a\r\nX-Never",
                "P",
                ""
            })
    void whoStopsInTheMidstKeepsNobodyElseWaiting(String beginning) throws Exception {
        for (int number = 0; number < MANY; number++) {
            send(beginning);
        }
        assertOthersAreAnswered();
    }

    @Test
    void aBodyThatNeverComesIsRefusedAndTheConnectionEnds() throws Exception {
        String answer = rest(send(HEAD + "1000\r\n\r\npass="));

        assertThat(answer)
                .startsWith("HTTP/1.1 408 ")
                .containsIgnoringCase("\r\nConnection: close\r\n")
                .contains("\"ERR905: The request took too long to arrive.\"", "\"status\": false");
    }

    @Test
    void aBodyThatTricklesIsRefusedAsWell() throws Exception {
        Socket socket = send(HEAD + "1000\r\n\r\n");
        long began = System.nanoTime();
        try {
            while (System.nanoTime() - began < Duration.ofSeconds(6).toNanos()) {
                write(socket, "x");
                Thread.sleep(400);
            }
        } catch (SocketException gone) {
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(2));
            return;
        }
        assertThat(rest(socket)).startsWith("HTTP/1.1 408 ");
    }

    @Test
    void aBodyThatComesAtAFairRateMayTakeLonger() throws Exception {
        Socket socket = send(HEAD + "125\r\nConnection: close\r\n\r\npass=");
        for (int piece = 0; piece < 12; piece++) {
            Thread.sleep(250);
            write(socket, "0123456789");
        }

        assertThat(rest(socket)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aBodyInPiecesIsReadAsOneInOnePiece() throws Exception {
        Socket socket = send(HEAD);
        for (String piece : List.of("6", "\r\nConnection: close\r\n\r\n", "p", "as", "s=1")) {
            Thread.sleep(30);
            write(socket, piece);
        }
        String inPieces = withoutWhatChanges(rest(socket));

        assertThat(inPieces)
                .startsWith("HTTP/1.1 200 ")
                .isEqualTo(withoutWhatChanges(rest(send(HEAD + "6\r\nConnection: close\r\n\r\npass=1"))));
    }

    @Test
    void requestsOnOneConnectionFollowEachOtherWhicheverWayTheyArrive() throws Exception {
        Socket socket = send(HEAD + "6\r\n\r\npas");
        Thread.sleep(50);
        write(
                socket,
                "s=1" + HEAD + "6\r\n\r\npass=1" + HEAD.replace("Content-Length: ", "Transfer-Encoding: chunked"));
        write(socket, "\r\n\r\n3\r\npas\r\n3\r\n");
        Thread.sleep(50);
        write(socket, "s=1\r\n0\r\n\r\n" + HEAD + "6\r\nConnection: close\r\n\r\npass=1");

        assertThat(rest(socket).split("HTTP/1.1 200 ", -1)).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /validate/", "POST /validate/check HTTP/1.1\r\nHost: a\r\nX-Never: "})
    void aHeaderThatIsNeverCompleteEndsTheConnection(String beginning) throws Exception {
        Socket socket = send(beginning);
        long began = System.nanoTime();
        Thread trickle = new Thread(() -> {
            try {
                while (!socket.isClosed()) {
                    write(socket, "x");
                    Thread.sleep(300);
                }
            } catch (IOException | InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
        trickle.start();

        assertThat(rest(socket)).isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(6));
        socket.close();
        trickle.join();
    }

    @Test
    void aBodyThatBreaksOffLeavesTheServerAsItWas() throws Exception {
        for (int number = 0; number < MANY; number++) {
            send(HEAD + "1000\r\n\r\npass=").close();
        }
        assertOthersAreAnswered();
    }

    @Test
    void oneAddressHoldsNoMoreConnectionsThanItMay() throws Exception {
        BoundedProtocol protocol = server.protocol();
        try {
            protocol.connectionsPerAddress(20, address -> false);
            int answered = 0;
            for (int number = 0; number < MANY; number++) {
                answered += isAnswered() ? 1 : 0;
            }
            assertThat(answered).isBetween(10, 20);

            // The server knows a few older connections from here as well.
            int closed = 0;
            while (!isAnswered()) {
                sockets.remove(0).close();
                Thread.sleep(50);
                assertThat(++closed).as("places that were left").isLessThan(10);
            }
            assertThat(isAnswered()).isFalse();
        } finally {
            protocol.connectionsPerAddress(1000, address -> true);
        }
    }

    /** Asks on a new connection, which stays open. */
    private boolean isAnswered() throws IOException {
        try {
            Socket socket = send("GET /nosuch HTTP/1.1\r\nHost: a\r\n\r\n");
            boolean answered = socket.getInputStream().read() == 'H';
            if (!answered) {
                sockets.remove(socket);
            }
            return answered;
        } catch (SocketException refused) {
            sockets.remove(sockets.size() - 1);
            return false;
        }
    }
}
