package org.symbolon.endtoend.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.connectors.network.FreePort;
import org.symbolon.endtoend.harness.Program;
import org.symbolon.store.vault.MasterKey;

/** The program as a process of its own, with a database of its own: one server for all tests, stopped by the last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServeTest {
    @TempDir
    private static Path folder;

    private static int port;
    private static Path data;
    private static Process server;
    private static String firstLine;

    @BeforeAll
    static void serve() throws IOException {
        port = FreePort.tcp();
        data = folder.resolve("data");
        // The command line beats the environment, and the environment the defaults.
        server = start(
                "server",
                Map.of("SYMBOLON_NODE", "from-environment", "SYMBOLON_DATA", data.toString(), "SYMBOLON_PORT", "1"),
                "serve",
                "--port",
                Integer.toString(port));
        BufferedReader reader = server.inputReader(StandardCharsets.UTF_8);
        firstLine = reader.readLine();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.destroy();
        server.waitFor();
    }

    @Test
    void isReadyWhenItSaysSo() throws IOException {
        assertThat(firstLine)
                .as(log("server"))
                .isEqualTo("Symbolon is ready at http://127.0.0.1:%d (node from-environment)".formatted(port));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(socket.isConnected()).isTrue();
        }
        assertThat(data.resolve("postgres")).isDirectory();
    }

    @Test
    void turnsASecondServerOnTheSameDataAway() throws Exception {
        Process second = start("second", Map.of(), "serve", "--port", "0", "--data", data.toString());

        assertThat(second.waitFor()).isEqualTo(1);

        assertThat(log("second"))
                .isEqualTo(("symbolon: the data directory %s is in use by the server of node from-environment"
                                + " (process %d, port %d): stop it first, or choose another directory with --data%n")
                        .formatted(data.toRealPath(), server.pid(), port));
    }

    @Test
    void saysThatItsPortIsTaken() throws Exception {
        Process second = start(
                "second",
                Map.of("SYMBOLON_PORT", Integer.toString(port)),
                "serve",
                "--data",
                folder.resolve("other").toString());

        assertThat(second.waitFor()).isEqualTo(1);

        assertThat(log("second"))
                .isEqualTo(
                        "symbolon: port %d is in use by another program: choose another with --port%n".formatted(port));
        assertThat(folder.resolve("other").resolve("postgres")).doesNotExist();
    }

    @Test
    @Order(Order.DEFAULT + 1)
    void finishesWhatItIsAtAndTakesItsDatabaseAlongWhenItStops() throws Exception {
        List<ProcessHandle> children = server.descendants().toList();
        assertThat(children).isNotEmpty();
        try (Socket idle = send("GET /nosuch HTTP/1.1\r\nHost: a\r\n\r\n");
                Socket busy = send("POST /validate/check HTTP/1.1\r\nHost: a\r\nContent-Type:"
                        + " application/x-www-form-urlencoded\r\nContent-Length: 20\r\n\r\nserial=NO")) {
            assertThat(idle.getInputStream().read()).isEqualTo('H');

            server.destroy();
            TimeUnit.MILLISECONDS.sleep(700);
            write(busy, "SUCH&pass=1");

            assertThat(new String(busy.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 404 ")
                    .contains("Connection: close", "The requested token could not be found.");
            assertThat(idle.getInputStream().readAllBytes())
                    .as("the rest of the answer")
                    .isNotEmpty();
        }
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isZero();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(log("server")).as("a call to somewhere, or other trouble").doesNotContain("Exception");
    }

    @Test
    @Order(Order.DEFAULT + 2)
    void makesNoOtherMasterKeyWhereItsOwnIsMissing() throws Exception {
        Path key = data.resolve("master.key");
        String lost = MasterKey.inFile(key, new SecureRandom()).fingerprint();
        Files.delete(key);

        Process second = start("second", Map.of(), "serve", "--port", "0", "--data", data.toString());

        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(log("second"))
                .startsWith("symbolon: The master key %s is missing".formatted(key))
                .contains("whose fingerprint is " + lost)
                .hasLineCount(1);
        assertThat(key).doesNotExist();
    }

    private static Socket send(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        write(socket, text);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Process start(String name, Map<String, String> environment, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Program.command(arguments))
                .redirectError(folder.resolve(name).toFile());
        builder.environment().keySet().removeIf(variable -> variable.matches("(SYMBOLON|SPRING)_.*"));
        builder.environment().put("SYMBOLON_ALLOW_ROOT", "true");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String log(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
