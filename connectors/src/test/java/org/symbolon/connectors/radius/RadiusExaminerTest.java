package org.symbolon.connectors.radius;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.aaa4j.radius.core.attribute.attributes.MessageAuthenticator;
import org.aaa4j.radius.core.packet.packets.AccessAccept;
import org.junit.jupiter.api.Test;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.connectors.Findings;
import org.symbolon.connectors.network.HandMadeServer;
import org.symbolon.events.shared.Secret;

/** What is found out about RADIUS servers that nobody logs in at. */
class RadiusExaminerTest {

    private static final byte STATUS_SERVER = 12;

    private static RadiusPeer at(int port, String secret, Duration timeout, boolean signed) {
        return new RadiusPeer("127.0.0.1", port, Secret.of(secret), timeout, 1, signed);
    }

    private static List<String> told(RadiusPeer peer) {
        return Findings.told(new RadiusExaminer(new SecureRandom()).examine(peer));
    }

    @Test
    void aServerThatAnswersIsThereAndSharesTheSecret() {
        try (HandMadeRadiusServer server = new HandMadeRadiusServer(
                asked -> List.of(asked.answer(AccessAccept.CODE, new MessageAuthenticator())))) {
            assertThat(told(at(server.port(), HandMadeRadiusServer.SECRET, Duration.ofSeconds(20), true)))
                    .containsExactly("OK The RADIUS server 127.0.0.1:%d answers, and shares the secret"
                            .formatted(server.port()));
            assertThat(server.received()).singleElement().satisfies(request -> {
                assertThat(request[0]).isEqualTo(STATUS_SERVER);
                assertThat(request).hasSize(38);
            });
        }
    }

    /** The library reads the request, and so has verified its signature. */
    @Test
    void theQuestionIsSigned() {
        try (HandMadeRadiusServer server = new HandMadeRadiusServer(asked -> {
            asked.attribute(MessageAuthenticator.class);
            return List.of(asked.answer(AccessAccept.CODE));
        })) {
            assertThat(told(at(server.port(), HandMadeRadiusServer.SECRET, Duration.ofSeconds(20), false)))
                    .singleElement()
                    .asString()
                    .startsWith("OK ");
        }
    }

    @Test
    void anAnswerUnderAnotherSecretIsNone() {
        try (HandMadeRadiusServer server =
                new HandMadeRadiusServer(asked -> List.of(asked.answer(AccessAccept.CODE)))) {
            assertThat(told(at(server.port(), "another", Duration.ofMillis(500), false)))
                    .singleElement()
                    .asString()
                    .contains("FAILED ", "look at the secret")
                    .doesNotContain("another");
        }
    }

    @Test
    void silenceProvesNothing() {
        try (HandMadeRadiusServer server = new HandMadeRadiusServer(asked -> List.of())) {
            assertThat(told(at(server.port(), HandMadeRadiusServer.SECRET, Duration.ofMillis(200), false)))
                    .singleElement()
                    .asString()
                    .contains("UNCHECKED ", "POST /radiusserver/test_request");
        }
    }

    @Test
    void whatCannotBeAskedIsSaid() throws Exception {
        assertThat(told(at(HandMadeServer.NOBODYS_PORT, "x", Duration.ofSeconds(5), false)))
                .singleElement()
                .asString()
                .startsWith("FAILED ")
                .endsWith("nothing listens at its port");
        assertThat(told(at(HandMadeServer.NOBODYS_PORT, "", Duration.ofSeconds(5), false)))
                .singleElement()
                .asString()
                .contains("has no secret");
        assertThat(told(new RadiusPeer("no-such-host.invalid", 1812, Secret.of("x"), Duration.ofSeconds(20), 1, false)))
                .singleElement()
                .asString()
                .contains("is not known");
    }
}
