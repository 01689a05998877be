package org.symbolon.connectors.radius;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aaa4j.radius.core.attribute.RawAttribute;
import org.aaa4j.radius.core.attribute.StringData;
import org.aaa4j.radius.core.attribute.TextData;
import org.aaa4j.radius.core.attribute.attributes.MessageAuthenticator;
import org.aaa4j.radius.core.attribute.attributes.NasIdentifier;
import org.aaa4j.radius.core.attribute.attributes.ReplyMessage;
import org.aaa4j.radius.core.attribute.attributes.State;
import org.aaa4j.radius.core.attribute.attributes.UserName;
import org.aaa4j.radius.core.attribute.attributes.UserPassword;
import org.aaa4j.radius.core.packet.packets.AccessAccept;
import org.aaa4j.radius.core.packet.packets.AccessChallenge;
import org.aaa4j.radius.core.packet.packets.AccessReject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.radiusserver.port.RadiusAnswer;
import org.symbolon.command.radiusserver.port.RadiusClient;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.command.radiusserver.port.RadiusRequest;
import org.symbolon.command.radiusserver.port.RadiusState;
import org.symbolon.connectors.network.HandMadeServer;
import org.symbolon.connectors.radius.HandMadeRadiusServer.Asked;
import org.symbolon.events.shared.Secret;

/** The contract against a server made by hand, and what the requests look like that it gets. */
class UdpRadiusClientTest extends RadiusClientContract {

    private static final byte[] STATE = {0, 1, (byte) 0xff, 0};

    private final UdpRadiusClient client = new UdpRadiusClient(new SecureRandom());
    private final HandMadeRadiusServer server = new HandMadeRadiusServer(UdpRadiusClientTest::answers);

    private static List<byte[]> answers(Asked asked) throws Exception {
        String user = asked.attribute(UserName.class).getData().getValue();
        String password =
                new String(asked.attribute(UserPassword.class).getData().getValue(), UTF_8);
        Optional<State> state = asked.packet().getAttribute(State.class);
        if (user.equals("echo")) {
            return List.of(answer(asked, AccessAccept.CODE, password));
        }
        if (user.equals("max") && state.isEmpty() && password.equals(PASSWORD)) {
            return List.of(asked.answer(
                    AccessChallenge.CODE,
                    new MessageAuthenticator(),
                    new ReplyMessage(new TextData("Second value, bitte schön")),
                    new State(new StringData(STATE))));
        }
        boolean second = state.filter(given -> Arrays.equals(given.getData().getValue(), STATE))
                .isPresent();
        boolean right = user.equals("emma") ? password.equals(PASSWORD) : second && password.equals(SECOND);
        return List.of(answer(asked, right ? AccessAccept.CODE : AccessReject.CODE, "so it is"));
    }

    private static byte[] answer(Asked asked, int code, String message) throws Exception {
        return asked.answer(code, new MessageAuthenticator(), new ReplyMessage(new TextData(message)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    RadiusClient client() {
        return client;
    }

    @Override
    RadiusPeer server() {
        return at(server.port());
    }

    private static RadiusPeer at(int port) {
        return new RadiusPeer(
                "127.0.0.1", port, Secret.of(HandMadeRadiusServer.SECRET), Duration.ofSeconds(5), 1, true);
    }

    @Override
    RadiusPeer deadServer() {
        return at(HandMadeServer.NOBODYS_PORT);
    }

    private Asked asked() {
        assertThat(server.received()).hasSize(1);
        return new Asked(server.received().get(0), 0);
    }

    @Test
    void aRequestBeginsWithItsSignatureAndSaysWhoAsks() throws Exception {
        RadiusState state = RadiusState.of(STATE);
        client.ask(server(), new RadiusRequest("emma", Secret.of(PASSWORD), "Gebäude 7", Optional.of(state)));

        assertThat(asked().bytes()[0]).isEqualTo((byte) 1);
        assertThat(asked().bytes()[20]).as("Message-Authenticator").isEqualTo((byte) 80);
        assertThat(asked().attribute(NasIdentifier.class).getData().getValue()).isEqualTo("Gebäude 7");
        assertThat(asked().attribute(State.class).getData().getValue()).isEqualTo(STATE);
        assertThat(new String(asked().bytes(), UTF_8)).doesNotContain(PASSWORD);
    }

    @Test
    void aNameForUsThatRadiusCannotCarryGivesWayToTheUsualOne() throws Exception {
        client.ask(server(), new RadiusRequest("emma", Secret.of(PASSWORD), "", Optional.empty()));

        assertThat(asked().attribute(NasIdentifier.class).getData().getValue()).isEqualTo("eduMFA");
        assertThat(new RadiusRequest("emma", Secret.EMPTY, "n".repeat(254), Optional.empty()).nasIdentifier())
                .isEqualTo("eduMFA");
    }

    @Test
    void noTwoRequestsAreAlike() {
        for (int time = 0; time < 20; time++) {
            client.ask(server(), request("emma", PASSWORD));
        }

        assertThat(server.received().stream()
                        .map(bytes -> new Asked(bytes, 0).authenticator())
                        .map(Arrays::toString))
                .doesNotHaveDuplicates();
        assertThat(server.received().stream().map(bytes -> bytes[1]).distinct()).hasSizeGreaterThan(10);
    }

    @Test
    void aLongMessageIsPutTogetherAndShortOnesAreLines() throws Exception {
        byte[] text = "ü".repeat(200).getBytes(UTF_8);
        try (HandMadeRadiusServer talkative = new HandMadeRadiusServer(asked -> List.of(asked.answer(
                AccessReject.CODE,
                new MessageAuthenticator(),
                new RawAttribute(ReplyMessage.TYPE.head(), Arrays.copyOf(text, 253)),
                new RawAttribute(ReplyMessage.TYPE.head(), Arrays.copyOfRange(text, 253, 400)),
                new RawAttribute(ReplyMessage.TYPE.head(), "\0end\r\u001b".getBytes(UTF_8)))))) {
            RadiusAnswer answer = client.ask(at(talkative.port()), request("emma", PASSWORD));

            assertThat(answer).isEqualTo(new RadiusAnswer.Rejected("ü".repeat(200) + "\nend"));
        }
    }

    @Test
    void aChallengeWithoutAStateIsOneToo() throws Exception {
        try (HandMadeRadiusServer stateless = new HandMadeRadiusServer(asked -> List.of(asked.answer(
                AccessChallenge.CODE, new MessageAuthenticator(), new RawAttribute(State.TYPE.head(), new byte[0]))))) {
            assertThat(client.ask(at(stateless.port()), request("emma", PASSWORD)))
                    .isEqualTo(new RadiusAnswer.Challenged("", Optional.empty()));
        }
    }

    @Test
    void manyAskAtOnceAndEachGetsHisOwnAnswer() {
        List<RadiusAnswer> answers = IntStream.rangeClosed(1, 100)
                .parallel()
                .mapToObj(length -> client.ask(server(), request("echo", "p".repeat(length))))
                .toList();

        assertThat(answers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 100)
                        .mapToObj(length -> (RadiusAnswer) new RadiusAnswer.Accepted("p".repeat(length)))
                        .toList());
    }

    @Test
    void noSecretIsPrinted() {
        assertThat(server() + " " + request("emma", PASSWORD) + RadiusState.of(PASSWORD.getBytes(UTF_8)))
                .contains("127.0.0.1", "emma")
                .doesNotContain(PASSWORD, HandMadeRadiusServer.SECRET);
    }
}
