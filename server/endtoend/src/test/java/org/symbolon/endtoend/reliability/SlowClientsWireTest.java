package org.symbolon.endtoend.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** What an attacker did who stopped everything with 105 connections: more than the server has threads. */
@WireTest
class SlowClientsWireTest {

    private static final int CONNECTIONS = 120;

    private InProcessServer server;
    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer shared) {
        server = shared;
        admin = shared.admin();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"POST /validate/check", "POST /auth", "GET /", "POST /token/load", "OPTIONS *", "GET /nosuch"})
    void connectionsThatSendOneByteOfABodyKeepNobodyWaiting(String line) throws IOException {
        List<Socket> connections = new ArrayList<>();
        try {
            for (int number = 0; number < CONNECTIONS; number++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                connections.add(socket);
                socket.getOutputStream()
                        .write((line + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                        + "Content-Length: 1000\r\n\r\nx")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            long began = System.nanoTime();

            assertThat(server.anonymous().get("/").status()).isEqualTo(200);
            assertThat(admin.get("/realm/").status()).isEqualTo(200);
            assertThat(server.anonymous()
                            .post("/validate/check", "serial", "NOSUCH", "pass", "1")
                            .status())
                    .isEqualTo(404);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        } finally {
            for (Socket socket : connections) {
                socket.close();
            }
        }
    }
}
