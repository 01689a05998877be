package org.symbolon.endtoend.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.api.kernel.servlet.Farewell;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;

/** Files of tokens that are sent again: because nobody knows how far the first import came, or because it was cut off. */
class TokenFileAgainTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static InProcessServer server;
    private static ApiClient admin;

    @BeforeAll
    static void start() {
        server = InProcessServer.start(folder);
        admin = server.admin();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String file(String prefix, int tokens) {
        return IntStream.range(0, tokens)
                .mapToObj(number -> prefix + number + "," + SEED + ",hotp,6")
                .collect(Collectors.joining("\n"));
    }

    private static Answer load(String file) {
        return admin.upload("/token/load/devices.csv", file, "type", "oathcsv");
    }

    private static void assertBecame(Answer answer, int made, int changed, int unchanged) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.valueMap()).isEqualTo(Map.of("n_imported", made + changed + unchanged, "n_not_imported", 0));
        if (changed + unchanged == 0) {
            assertThat(answer.detail()).isNull();
        } else {
            assertThat(answer.detail())
                    .containsAllEntriesOf(Map.of("new", made, "changed", changed, "unchanged", unchanged));
        }
    }

    private static void logIn(String serial, int counter) {
        assertThat(admin.check("serial", serial, new Device(SEED).otp(counter)).isAccepted())
                .isTrue();
    }

    private static void assertNoReplay(String serial, int counter) {
        assertThat(admin.check("serial", serial, new Device(SEED).otp(counter)).isAccepted())
                .isFalse();
    }

    private static int countOf(String prefix) {
        return server.jdbc()
                .sql("select count(*) from rm.token where serial like ?")
                .param(prefix + "%")
                .query(Integer.class)
                .single();
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    @Test
    void tokensThatAreThereAsTheFileSaysKeepTheirCounters() {
        assertBecame(load(file("AGAIN", 2)), 2, 0, 0);
        logIn("AGAIN0", 0);

        assertBecame(load(file("AGAIN", 2) + "\nAGAIN2," + SEED), 1, 0, 2);

        assertNoReplay("AGAIN0", 0);
        logIn("AGAIN0", 1);
        assertBecame(load("AGAIN0," + SEED + ",hotp,8"), 0, 1, 0);
    }

    @Test
    void aClientThatGoesAwayAndSendsTheFileAgainResetsNothing() throws IOException {
        String file = file("GONE", 700);
        sendAndGoAway(file);
        await(() -> countOf("GONE") == 700);
        logIn("GONE699", 0);

        assertBecame(load(file), 0, 0, 700);

        assertNoReplay("GONE699", 0);
    }

    /** Sends all of the request and closes the connection without waiting for an answer. */
    private static void sendAndGoAway(String file) throws IOException {
        String body = "--x\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\noathcsv\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n" + file + "\r\n--x--\r\n";
        String head = "POST /token/load/gone.csv HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + admin.token()
                + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: " + body.length() + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
    }

    @Test
    void aServerThatStopsEndsTheImportBetweenPortionsAndTheFileGoesOnThere() {
        String file = file("STOP", 4000);
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> load(file));
        await(() -> countOf("STOP") > 0);
        server.bean(Farewell.class).stop();
        Answer cutOff = first.join();
        server.bean(Farewell.class).start();

        int there = countOf("STOP");
        assertThat(cutOff.status()).as(cutOff.body()).isEqualTo(503);
        assertThat(cutOff.errorMessage())
                .isEqualTo("The server stops, and " + there
                        + " of 4000 tokens were imported. Send the file again: those are left alone.");
        assertThat(there).isBetween(500, 3500);
        assertBecame(load(file), 4000 - there, 0, there);
    }

    @Test
    void aLargeFileThatIsRefusedLeavesNothing() {
        admin.post("/token/init", "type", "spass", "serial", "NOHOTP");

        Answer refused = load(file("LARGE", 600) + "\nNOHOTP," + SEED);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorMessage()).contains("The token 'NOHOTP'");
        assertThat(countOf("LARGE")).isZero();
    }
}
