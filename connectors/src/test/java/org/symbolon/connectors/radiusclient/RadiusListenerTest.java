package org.symbolon.connectors.radiusclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.radiusclient.port.KnownRadiusClient;
import org.symbolon.command.radiusclient.port.RadiusLogin;
import org.symbolon.command.radiusclient.port.RadiusVerdict;
import org.symbolon.events.shared.Secret;

/** Packets over a real socket, to a listener whose log-ins are prepared. */
class RadiusListenerTest {

    private static final String HERE = "127.0.0.5";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<KnownRadiusClient> clients = new CopyOnWriteArrayList<>(List.of(Clients.udp("vpn", HERE, true)));
    private final PreparedLogins logins = new PreparedLogins();
    private RadiusListener listener;
    private SoftGateway gateway;

    @BeforeEach
    void begin() throws IOException {
        listener = listening(4, 4);
        gateway = SoftGateway.at(HERE, listener.udpPort());
        logins.answer(login -> login.password().reveal().equals("right")
                ? new RadiusVerdict.Accepted("", List.of())
                : new RadiusVerdict.Rejected("wrong"));
    }

    private RadiusListener listening(int atOnce, int queue) throws IOException {
        RadiusListener made = new RadiusListener(
                new RadiusListener.Places(
                        InetAddress.getLoopbackAddress(), OptionalInt.of(0), OptionalInt.empty(), atOnce, queue, 1),
                () -> clients,
                logins);
        made.start(trust -> {
            throw new IOException("There is no TLS");
        });
        return made;
    }

    @AfterEach
    void end() {
        gateway.close();
        listener.stop(Duration.ZERO);
    }

    private static SoftPacket request(String password) {
        return SoftPacket.request(Clients.SECRET).user("emma").password(password);
    }

    private static SoftPacket status() {
        return SoftPacket.of(12, Clients.SECRET).signed();
    }

    private long count(RadiusEvent event) {
        return listener.counts().of(event);
    }

    @Test
    void whoeverIsRightIsAcceptedAndAnybodyElseIsNot() {
        assertThat(gateway.ask(request("right").with(31, "10.7.7.7")).isAccept())
                .isTrue();
        assertThat(gateway.ask(request("other")).message()).isEqualTo("wrong");

        RadiusLogin login = logins.asked.get(0);
        assertThat(login.user()).isEqualTo("emma");
        assertThat(login.address()).isEqualTo(HERE);
        assertThat(login.client().name()).isEqualTo("vpn");
        assertThat(login.told()).containsExactly(Map.entry("Calling-Station-Id", "10.7.7.7"));
        assertThat(count(RadiusEvent.ACCEPTED)).isEqualTo(1);
        assertThat(count(RadiusEvent.REJECTED)).isEqualTo(1);
    }

    @Test
    void aRequestWithoutASignatureIsIgnoredUnlessItsClientMaySendSuch() {
        SoftPacket unsigned = SoftPacket.unsigned(Clients.SECRET).user("emma").password("right");

        assertThat(gateway.isIgnored(unsigned.bytes(), status())).isTrue();
        assertThat(count(RadiusEvent.UNSIGNED)).isEqualTo(1);

        clients.set(0, Clients.udp("vpn", HERE, false));
        assertThat(gateway.ask(unsigned).isAccept()).isTrue();
    }

    @Test
    void aSignatureThatIsWrongIsIgnoredAlsoWhereNoneIsNeeded() {
        clients.set(0, Clients.udp("vpn", HERE, false));
        byte[] other = SoftPacket.request("other secret")
                .user("emma")
                .password("right")
                .bytes();

        assertThat(gateway.isIgnored(other, status())).isTrue();
        assertThat(count(RadiusEvent.FORGED)).isEqualTo(1);
        assertThat(logins.asked).isEmpty();
    }

    @Test
    void strangersHearNothing() {
        try (SoftGateway stranger = SoftGateway.at("127.0.0.6", listener.udpPort())) {
            stranger.send(request("right").bytes());
            Waiting.until(() -> count(RadiusEvent.UNKNOWN_CLIENT) == 1);

            assertThat(stranger.received(50)).isEmpty();
            assertThat(logins.asked).isEmpty();
        }
    }

    @Test
    void theClientWithTheClosestAddressCounts() {
        clients.add(Clients.udp("all", "127.0.0.0/8", "another secret", true));

        assertThat(gateway.ask(request("right")).isAccept()).isTrue();
        try (SoftGateway other = SoftGateway.at("127.0.0.7", listener.udpPort())) {
            assertThat(other.ask(SoftPacket.request("another secret").user("x").password("right"))
                            .isAccept())
                    .isTrue();
        }
        assertThat(logins.asked).extracting(login -> login.client().name()).containsExactly("vpn", "all");
    }

    @Test
    void whatComesAgainGetsTheAnswerOfBeforeAndIsNotDecidedAgain() {
        SoftPacket request = request("right");

        assertThat(gateway.ask(request).isAccept()).isTrue();
        assertThat(gateway.ask(request).isAccept()).isTrue();
        assertThat(logins.asked).hasSize(1);
        assertThat(count(RadiusEvent.REPEATED)).isEqualTo(1);
        assertThat(gateway.ask(request("right")).isAccept()).isTrue();
        assertThat(logins.asked).hasSize(2);
    }

    @Test
    void whatComesAgainWhileItIsDecidedIsAnsweredOnce() {
        CopyOnWriteArrayList<Consumer<RadiusVerdict>> answers = new CopyOnWriteArrayList<>();
        logins.decide((login, answer) -> answers.add(answer));
        SoftPacket request = request("right");
        gateway.send(request.bytes());
        Waiting.until(() -> answers.size() == 1);
        assertThat(gateway.isIgnored(request.bytes(), status())).isTrue();

        answers.get(0).accept(new RadiusVerdict.Accepted("", List.of()));

        assertThat(request.read(gateway.received(30_000).orElseThrow()).isAccept())
                .isTrue();
        assertThat(answers).hasSize(1);
    }

    @Test
    void whatWasNotDecidedIsDecidedWhenItComesAgain() {
        SoftPacket request = request("right");
        logins.answer(login -> new RadiusVerdict.Unanswered());
        gateway.send(request.bytes());
        Waiting.until(() -> count(RadiusEvent.UNANSWERED) == 1);
        logins.answer(login -> {
            throw new IllegalStateException("a fault");
        });
        gateway.send(request.bytes());
        Waiting.until(() -> count(RadiusEvent.UNANSWERED) == 2);

        logins.answer(login -> new RadiusVerdict.Accepted("", List.of()));

        assertThat(gateway.ask(request).isAccept()).isTrue();
    }

    @Test
    void whatWaitsHoldsNobodyUp() {
        logins.decide((login, answer) -> {
            if (login.password().reveal().equals("slow")) {
                login.later().execute(() -> answer.accept(new RadiusVerdict.Rejected("late")));
            } else {
                answer.accept(new RadiusVerdict.Accepted("", List.of()));
            }
        });

        assertThat(gateway.ask(request("slow")).message()).isEqualTo("late");
        assertThat(gateway.ask(request("right")).isAccept()).isTrue();
    }

    @Test
    void whatFindsNoPlaceIsDroppedAndDecidedWhenItComesAgain() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        logins.answer(login -> {
            awaitEnd(end);
            return new RadiusVerdict.Accepted("", List.of());
        });
        SoftPacket late = request("right");
        for (int number = 0; number < 8; number++) {
            gateway.send(request("right").bytes());
        }
        Waiting.until(() -> listener.atWork() == 4 && listener.waiting() == 4);

        assertThat(gateway.isIgnored(late.bytes(), status())).isTrue();
        assertThat(count(RadiusEvent.OVERLOAD)).isEqualTo(1);

        end.countDown();
        Waiting.until(() -> count(RadiusEvent.ACCEPTED) == 8);
        gateway.send(late.bytes());
        Waiting.until(() -> count(RadiusEvent.ACCEPTED) == 9);
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aServerThatStopsAnswersWhatItHasBegun() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        logins.answer(login -> {
            awaitEnd(end);
            return new RadiusVerdict.Accepted("", List.of());
        });
        SoftPacket request = request("right");
        gateway.send(request.bytes());
        Waiting.until(() -> listener.atWork() == 1);
        Thread stopping = new Thread(() -> listener.stop(PATIENCE));
        stopping.start();

        end.countDown();

        assertThat(request.read(gateway.received(30_000).orElseThrow()).isAccept())
                .isTrue();
        stopping.join();
        assertThat(listener.atWork()).isZero();
    }

    @Test
    void whetherItIsThereIsAnsweredWhileItCanDecide() {
        assertThat(gateway.ask(status()).isAccept()).isTrue();
        byte[] unsigned = SoftPacket.of(12, Clients.SECRET).bytes();
        assertThat(gateway.isIgnored(unsigned, status())).isTrue();

        logins.ready = false;
        assertThat(gateway.isIgnored(status().bytes(), request("right"))).isTrue();
    }

    @Test
    void whatIsNoRequestIsIgnored() {
        assertThat(gateway.isIgnored(SoftPacket.of(4, Clients.SECRET).signed().bytes(), status()))
                .isTrue();
        assertThat(gateway.isIgnored(new byte[] {1, 2, 3}, status())).isTrue();
        assertThat(count(RadiusEvent.UNSUPPORTED)).isEqualTo(1);
        assertThat(count(RadiusEvent.MALFORMED)).isEqualTo(1);
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        RadiusListener second = new RadiusListener(
                new RadiusListener.Places(null, OptionalInt.of(listener.udpPort()), OptionalInt.empty(), 1, 1, 1),
                () -> clients,
                logins);

        assertThatThrownBy(() -> second.start(trust -> null)).isInstanceOf(IOException.class);
    }

    @Test
    void aPasswordIsShownByNobodyWhoHoldsIt() {
        gateway.ask(request("right"));

        assertThat(logins.asked.get(0).toString()).doesNotContain("right", Clients.SECRET);
        assertThat(logins.asked.get(0).password()).isEqualTo(Secret.of("right"));
    }
}
