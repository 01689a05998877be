package org.symbolon.connectors.radius;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aaa4j.radius.core.attribute.RawAttribute;
import org.aaa4j.radius.core.attribute.attributes.MessageAuthenticator;
import org.aaa4j.radius.core.packet.packets.AccessAccept;
import org.aaa4j.radius.core.packet.packets.AccessReject;
import org.aaa4j.radius.core.packet.packets.AccountingResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.command.radiusserver.port.RadiusAnswer;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.command.radiusserver.port.RadiusUnavailableException;
import org.symbolon.connectors.radius.HandMadeRadiusServer.Asked;
import org.symbolon.connectors.radius.HandMadeRadiusServer.Behaviour;
import org.symbolon.events.shared.Secret;

/** What a RADIUS server, or somebody on the way to it, can do wrong: it lets nobody in, and is waited for no longer. */
class RadiusFaultsTest {

    private static final Duration TURN = Duration.ofMillis(300);
    private static final Duration SLACK = Duration.ofSeconds(10);
    private static final int AUTHENTICATOR = 80;

    private final UdpRadiusClient client = new UdpRadiusClient(new SecureRandom());

    private static RadiusPeer peer(HandMadeRadiusServer server, int tries, boolean required) {
        return new RadiusPeer(
                "127.0.0.1", server.port(), Secret.of(HandMadeRadiusServer.SECRET), TURN, tries, required);
    }

    private RadiusAnswer ask(HandMadeRadiusServer server, int tries, boolean required) {
        return client.ask(peer(server, tries, required), RadiusClientContract.request("emma", "Secret-7"));
    }

    private RadiusUnavailableException failure(HandMadeRadiusServer server, int tries, boolean required) {
        long begin = System.nanoTime();
        RadiusUnavailableException failure =
                catchThrowableOfType(RadiusUnavailableException.class, () -> ask(server, tries, required));
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(TURN.multipliedBy(tries), TURN.multipliedBy(tries).plus(SLACK));
        assertThat(failure)
                .hasMessageStartingWith("The RADIUS server 127.0.0.1:" + server.port() + " ")
                .hasMessageNotContainingAny("Secret-7", HandMadeRadiusServer.SECRET)
                .hasNoCause();
        return failure;
    }

    private static byte[] accept(Asked asked) throws Exception {
        return asked.answer(AccessAccept.CODE, new MessageAuthenticator());
    }

    private static byte[] unsigned(Asked asked) throws Exception {
        return asked.answer(AccessAccept.CODE);
    }

    private static byte[] changed(byte[] bytes, int position) {
        byte[] changed = bytes.clone();
        changed[position] ^= 1;
        return changed;
    }

    private static Behaviour saying(String name, Behaviour behaviour) {
        return new Behaviour() {
            @Override
            public List<byte[]> answers(Asked asked) throws Exception {
                return behaviour.answers(asked);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }

    static Stream<Behaviour> lies() {
        byte[] nonsense = "nonsense".getBytes(UTF_8);
        return Stream.of(
                saying("nonsense", asked -> List.of(nonsense, new byte[0], new byte[20], new byte[4096])),
                saying("the request itself", asked -> List.of(asked.bytes())),
                saying("another identifier", asked -> List.of(asked.resigned(changed(accept(asked), 1)))),
                saying("another code", asked -> List.of(changed(accept(asked), 0))),
                saying("a code that is no answer", asked -> List.of(asked.answer(AccountingResponse.CODE))),
                saying("another length", asked -> List.of(changed(accept(asked), 3))),
                saying("a length beyond the end", asked -> List.of(asked.resigned(changed(accept(asked), 2)))),
                saying("another response authenticator", asked -> List.of(changed(accept(asked), 10))),
                saying("a wrong signature", asked -> List.of(asked.resigned(changed(accept(asked), 30)))),
                saying(
                        "a signature of no length",
                        asked ->
                                List.of(asked.answer(AccessAccept.CODE, new RawAttribute(AUTHENTICATOR, new byte[0])))),
                saying(
                        "a signature that is too short",
                        asked -> List.of(
                                asked.answer(AccessAccept.CODE, new RawAttribute(AUTHENTICATOR, new byte[15])))),
                saying(
                        "two signatures",
                        asked -> List.of(asked.answer(
                                AccessAccept.CODE, new MessageAuthenticator(), new MessageAuthenticator()))),
                saying("an attribute without an end", asked -> {
                    byte[] answer = accept(asked);
                    answer[21] = 1;
                    return List.of(asked.resigned(answer));
                }),
                saying("half of it", asked -> List.of(Arrays.copyOf(accept(asked), 30))));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void whatDoesNotProveToBeAnAnswerIsPassedOver(Behaviour lie) {
        try (HandMadeRadiusServer server = new HandMadeRadiusServer(lie)) {
            assertThat(failure(server, 1, false))
                    .hasMessageEndingWith(
                            "sends nothing that proves to be an answer: look at the secret and the Message-Authenticator");
        }
    }

    @ParameterizedTest
    @MethodSource("lies")
    void theRightAnswerCountsThoughALieCameFirst(Behaviour lie) {
        Behaviour both = asked -> {
            List<byte[]> answers = new ArrayList<>(lie.answers(asked));
            answers.add(asked.answer(AccessReject.CODE, new MessageAuthenticator()));
            return answers;
        };
        try (HandMadeRadiusServer server = new HandMadeRadiusServer(both)) {
            assertThat(ask(server, 1, true)).isEqualTo(new RadiusAnswer.Rejected(""));
        }
    }

    @Test
    void anUnsignedAnswerCountsOnlyWhereNoneIsRequired() {
        try (HandMadeRadiusServer server = new HandMadeRadiusServer(asked -> List.of(unsigned(asked)))) {
            assertThat(ask(server, 1, false)).isEqualTo(new RadiusAnswer.Accepted(""));
            failure(server, 1, true);
        }
    }

    @Test
    void aServerThatHasSignedOnceSignsAlways() {
        Behaviour signsOnce =
                asked -> List.of(asked.before() == 0 || asked.before() == 2 ? accept(asked) : unsigned(asked));
        try (HandMadeRadiusServer server = new HandMadeRadiusServer(signsOnce)) {
            assertThat(ask(server, 1, false)).isEqualTo(new RadiusAnswer.Accepted(""));
            failure(server, 1, false);
            assertThat(ask(server, 1, false)).isEqualTo(new RadiusAnswer.Accepted(""));
        }
    }

    @Test
    void bytesBehindTheEndOfAnAnswerArePadding() {
        try (HandMadeRadiusServer server = new HandMadeRadiusServer(asked -> {
            byte[] answer = accept(asked);
            return List.of(Arrays.copyOf(answer, answer.length + 7));
        })) {
            assertThat(ask(server, 1, true)).isEqualTo(new RadiusAnswer.Accepted(""));
        }
    }

    @Test
    void silenceIsBrokenAsOftenAsItMayBeWithTheSameBytes() {
        try (HandMadeRadiusServer server = new HandMadeRadiusServer(asked -> List.of())) {
            assertThat(failure(server, 3, false)).hasMessageEndingWith("does not answer");

            assertThat(server.received()).hasSize(3);
            assertThat(server.received().get(1)).isEqualTo(server.received().get(0));
            assertThat(server.received().get(2)).isEqualTo(server.received().get(0));
        }
    }

    @Test
    void theSecondTryMayBeAnswered() {
        Behaviour deaf = asked -> asked.before() == 0 ? List.of() : List.of(accept(asked));
        try (HandMadeRadiusServer server = new HandMadeRadiusServer(deaf)) {
            assertThat(ask(server, 2, true)).isEqualTo(new RadiusAnswer.Accepted(""));
        }
    }

    @Test
    void aLateAnswerToTheFirstTryCounts() {
        Behaviour late = asked -> {
            Thread.sleep(asked.before() == 0 ? TURN.toMillis() + 100 : 0);
            return asked.before() == 0 ? List.of(accept(asked)) : List.of();
        };
        try (HandMadeRadiusServer server = new HandMadeRadiusServer(late)) {
            assertThat(ask(server, 5, true)).isEqualTo(new RadiusAnswer.Accepted(""));
        }
    }

    @Test
    void anAnswerThatIsTooLateIsNobodysAnswer() {
        Behaviour late = asked -> {
            Thread.sleep(asked.before() == 0 ? TURN.toMillis() + 200 : 0);
            return List.of(asked.before() == 0 ? accept(asked) : asked.answer(AccessReject.CODE));
        };
        try (HandMadeRadiusServer server = new HandMadeRadiusServer(late)) {
            failure(server, 1, false);
            assertThat(ask(server, 5, false)).isEqualTo(new RadiusAnswer.Rejected(""));
        }
    }

    @Test
    void aFloodOfNonsenseEndsWithTheTime() {
        Behaviour flood = asked ->
                IntStream.range(0, 20_000).mapToObj(number -> new byte[20]).toList();
        try (HandMadeRadiusServer server = new HandMadeRadiusServer(flood)) {
            failure(server, 1, false);
        }
    }

    @Test
    void fiftyWhoWaitForADeadServerWaitSideBySide() {
        try (HandMadeRadiusServer server = new HandMadeRadiusServer(asked -> List.of())) {
            ExecutorService waiting = Executors.newFixedThreadPool(50);
            long begin = System.nanoTime();
            CompletableFuture.allOf(IntStream.range(0, 50)
                            .mapToObj(number -> CompletableFuture.runAsync(() -> failure(server, 2, false), waiting))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
            waiting.shutdown();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SLACK);
        }
    }

    @Test
    void aServerWithoutASecretIsNotAsked() {
        RadiusPeer open = new RadiusPeer("127.0.0.1", 1812, Secret.EMPTY, TURN, 1, false);

        assertThat(catchThrowableOfType(
                        RadiusUnavailableException.class,
                        () -> client.ask(open, RadiusClientContract.request("emma", "x"))))
                .hasMessage("The RADIUS server 127.0.0.1:1812 has no secret");
    }

    @Test
    void anUnknownHostIsNamed() {
        RadiusPeer nowhere = new RadiusPeer("nowhere.invalid", 1812, Secret.of("s"), Duration.ofSeconds(5), 1, false);

        assertThat(catchThrowableOfType(
                        RadiusUnavailableException.class,
                        () -> client.ask(nowhere, RadiusClientContract.request("emma", "x"))))
                .hasMessage("The RADIUS server nowhere.invalid:1812 is not known");
    }
}
