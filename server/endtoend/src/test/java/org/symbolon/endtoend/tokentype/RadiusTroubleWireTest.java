package org.symbolon.endtoend.tokentype;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aaa4j.radius.core.attribute.attributes.MessageAuthenticator;
import org.aaa4j.radius.core.packet.packets.AccessAccept;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.connectors.network.HandMadeServer;
import org.symbolon.connectors.radius.HandMadeRadiusServer;
import org.symbolon.connectors.radius.HandMadeRadiusServer.Behaviour;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.RadiusDouble;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** Log-ins with tokens whose RADIUS server is dead, slow or lying: they are refused in time, and nobody else notices. */
@WireTest
class RadiusTroubleWireTest {

    private static final int WAITING = 50;
    private static final int PATIENCE = 10;
    private static final int OTHERS = 100;
    private static final Duration SLACK = Duration.ofSeconds(4);

    private InProcessServer server;
    private Tenant tenant;

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) {
        server = shared;
        tenant = Tenant.create(shared, "radiustrouble", folder, 12);
    }

    /** A token of the user, whose server is asked for that long. */
    private void token(String serial, String user, int port, int seconds, String... more) {
        RadiusDouble.define(tenant.admin(), serial, port, seconds, more);
        assertValue(
                tenant.enrol(serial, user, "type", "radius", "radius.user", "emma", "radius.identifier", serial),
                "true",
                "{'serial': '" + serial + "'}");
    }

    private void assertRefusedWithin(Duration time, String serial, String user) {
        long begin = System.nanoTime();
        assertDecision(
                tenant.check(user, "secret"),
                false,
                "{'message': 'wrong otp value', 'serial': '%s', 'type': 'radius', 'otplen': 6}".formatted(serial));
        assertThat(since(begin)).isLessThan(time);
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    static Stream<Arguments> troubles() {
        Behaviour silent = asked -> List.of();
        Behaviour slow = asked -> {
            Thread.sleep(30_000);
            return List.of(asked.answer(AccessAccept.CODE, new MessageAuthenticator()));
        };
        Behaviour nonsense = asked -> List.of("nonsense".getBytes(UTF_8), new byte[0], new byte[4096]);
        Behaviour unsigned = asked -> List.of(asked.answer(AccessAccept.CODE));
        Behaviour forged = asked -> {
            byte[] answer = asked.answer(AccessAccept.CODE, new MessageAuthenticator());
            answer[4] ^= 1;
            return List.of(answer);
        };
        return Stream.of(
                Arguments.of("RADSILENT", silent),
                Arguments.of("RADSLOW", slow),
                Arguments.of("RADNONSENSE", nonsense),
                Arguments.of("RADUNSIGNED", unsigned),
                Arguments.of("RADFORGED", forged));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void aServerThatGivesNoProperAnswerLetsNobodyIn(String serial, Behaviour behaviour) {
        try (HandMadeRadiusServer radius = new HandMadeRadiusServer(behaviour)) {
            token(serial, "user1", radius.port(), 1, "enforce_ma", "1");

            assertRefusedWithin(Duration.ofSeconds(1).plus(SLACK), serial, "user1");

            tenant.admin().delete("/token/" + serial);
        }
    }

    @Test
    void aClosedPortIsNotWaitedForAndNeitherIsAServerThatIsDefinedNoMore() {
        token("RADCLOSED", "user2", HandMadeServer.NOBODYS_PORT, PATIENCE);

        assertRefusedWithin(SLACK, "RADCLOSED", "user2");
        tenant.admin().delete("/radiusserver/RADCLOSED");
        assertRefusedWithin(SLACK, "RADCLOSED", "user2");
    }

    /** Neither a thread that others need nor a connection to the database is held. */
    @Test
    void fiftyLogInsAtADeadServerAreInNobodysWay() throws IOException {
        tenant.enrol("RADOTHER", "user3", "type", "spass", "pin", "simple");
        Duration alone = others();
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            token("RADDEAD", "user4", silent.getLocalPort(), PATIENCE);
            ExecutorService threads = Executors.newFixedThreadPool(WAITING);
            long begin = System.nanoTime();
            List<CompletableFuture<Answer>> waiting = IntStream.range(0, WAITING)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> tenant.check("user4", "x"), threads))
                    .toList();
            for (int request = 0; request < WAITING; request++) {
                silent.receive(new DatagramPacket(new byte[1], 1));
            }

            assertThat(others()).isLessThan(alone.multipliedBy(3).plusSeconds(1));
            assertRefusedWithin(SLACK, "RADDEAD", "user4");
            assertThat(server.pool().getHikariPoolMXBean().getActiveConnections())
                    .as("of 20 connections")
                    .isLessThan(10);

            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            waiting.forEach(answer -> assertThat(answer.join().value()).isEqualTo(false));
            assertThat(since(begin)).isLessThan(Duration.ofSeconds(PATIENCE).plus(SLACK));
            threads.shutdown();
        }
    }

    /** How long it takes to let in others, one after the other. */
    private Duration others() {
        long begin = System.nanoTime();
        for (int time = 0; time < OTHERS; time++) {
            assertThat(tenant.check("user3", "simple").isAccepted()).isTrue();
        }
        return since(begin);
    }
}
