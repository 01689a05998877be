package org.symbolon.endtoend.radiusserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aaa4j.radius.core.attribute.attributes.MessageAuthenticator;
import org.aaa4j.radius.core.attribute.attributes.NasIdentifier;
import org.aaa4j.radius.core.attribute.attributes.UserPassword;
import org.aaa4j.radius.core.packet.PacketCodecException;
import org.aaa4j.radius.core.packet.packets.AccessAccept;
import org.aaa4j.radius.core.packet.packets.AccessReject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.connectors.radius.HandMadeRadiusServer;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** A RADIUS server is tried out over the wire. The one here lets in whoever has its password, and asks as NAS {@link #NAS}. */
@WireTest
class TestRadiusWireTest {

    private static final String PATH = "/radiusserver/test_request";
    private static final String SECRET = HandMadeRadiusServer.SECRET;
    private static final String PASSWORD = "Paßwort-7";
    private static final String NAS = "eduMFA";
    private static final int WAITING = 50;

    private final HandMadeRadiusServer radius = new HandMadeRadiusServer(TestRadiusWireTest::answers);
    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
    }

    @AfterAll
    void stop() {
        radius.close();
    }

    private static List<byte[]> answers(HandMadeRadiusServer.Asked asked) throws PacketCodecException {
        String password =
                new String(asked.attribute(UserPassword.class).getData().getValue(), UTF_8);
        String nas = asked.attribute(NasIdentifier.class).getData().getValue();
        int code = password.equals(PASSWORD) && nas.equals(NAS) ? AccessAccept.CODE : AccessReject.CODE;
        return List.of(asked.answer(code, new MessageAuthenticator()));
    }

    private Answer ask(int port, String secret, String password, String... more) {
        String[] needed = {"identifier", "wire test", "server", "127.0.0.1", "username", "emma", "secret", secret};
        String[] all = Stream.of(needed, new String[] {"password", password, "port", "" + port}, more)
                .flatMap(Stream::of)
                .toArray(String[]::new);
        return admin.post(PATH, all);
    }

    @Test
    void theAnswerIsWhetherSomebodyIsLetIn() {
        assertValue(ask(radius.port(), SECRET, PASSWORD), "true");
        assertValue(ask(radius.port(), SECRET, PASSWORD, "enforce_ma", "1"), "true");
        assertValue(ask(radius.port(), SECRET, "wrong"), "false");
        assertValue(ask(radius.port(), SECRET, "p".repeat(200)), "false");
    }

    @Test
    void aServerThatDoesNotAnswerLetsNobodyInAndTheAuditSaysWhy() {
        assertValue(ask(radius.port(), "other", PASSWORD, "timeout", "1", "retries", "1"), "false");

        Object row = admin.get("/audit/", "action", "POST " + PATH, "page_size", "1")
                .rows("auditdata")
                .get(0);
        assertThat(ExpectedJson.entry(row, "success")).isEqualTo(0);
        assertThat(ExpectedJson.entry(row, "info"))
                .isEqualTo("wire test: The RADIUS server 127.0.0.1:" + radius.port() + " does not answer");
    }

    @Test
    void aCensoredSecretIsTheOneThatIsSaved() {
        assertValue(ask(radius.port(), "__CENSORED__", PASSWORD), "false");
        admin.post("/radiusserver/wire%20test", "server", "radius", "secret", SECRET);
        assertValue(ask(radius.port(), "__CENSORED__", PASSWORD), "true");
        admin.delete("/radiusserver/wire_test");
    }

    @Test
    void whatIsMissingOrOutOfBoundsIsSaid() {
        assertRefusal(admin.post(PATH), 400, 905, "ERR905: Missing parameter: 'identifier'");
        assertRefusal(
                admin.post(PATH, "identifier", "i", "server", "r", "secret", "s", "username", "u"),
                400,
                905,
                "ERR905: Missing parameter: 'password'");
        assertRefusal(
                ask(radius.port(), SECRET, PASSWORD, "retries", "many"),
                400,
                905,
                "ERR905: Parameter 'retries' must be a number");
    }

    /** Threads that wait for the outside hold no connection to the database. */
    @Test
    void fiftyWhoWaitForADeadServerAreInNobodysWay() throws IOException {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            ExecutorService threads = Executors.newFixedThreadPool(WAITING);
            String[] patience = {"timeout", "4", "retries", "1"};
            List<CompletableFuture<Answer>> waiting = IntStream.range(0, WAITING)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> ask(silent.getLocalPort(), SECRET, PASSWORD, patience), threads))
                    .toList();
            awaitRequests(silent);
            long begin = System.nanoTime();
            for (int time = 0; time < 20; time++) {
                assertThat(admin.get("/smtpserver/").status()).isEqualTo(200);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            waiting.forEach(answer -> assertValue(answer.join(), "false"));
            threads.shutdown();
        }
    }

    private static void awaitRequests(DatagramSocket silent) throws IOException {
        for (int request = 0; request < WAITING; request++) {
            silent.receive(new DatagramPacket(new byte[1], 1));
        }
    }
}
