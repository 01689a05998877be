package org.symbolon.connectors.sms;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.TextMessage;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smsgateway.port.TextNotSentException.Trouble;
import org.symbolon.connectors.network.HandMadeServer;
import org.symbolon.events.shared.Secret;

/** Message centres that speak SMPP, against the server of the library. */
class SmppProviderTest {

    private static final SmppConnections CONNECTIONS = new SmppConnections();
    private static final SmppProvider PROVIDER = new SmppProvider(CONNECTIONS, Duration.ofSeconds(20));
    private static final SmppProvider IMPATIENT = new SmppProvider(CONNECTIONS, Duration.ofSeconds(2));
    private static final Duration AT_MOST = Duration.ofSeconds(15);

    private MessageCentreDouble centre;

    @BeforeEach
    void start() throws IOException {
        centre = new MessageCentreDouble();
    }

    @AfterEach
    void stop() throws IOException {
        centre.close();
    }

    @AfterAll
    static void close() {
        CONNECTIONS.close();
    }

    private static Gateway at(int port, String... more) {
        String[] usual = {"SMSC_HOST", "127.0.0.1", "SMSC_PORT", "" + port, "SYSTEM_ID", "me", "PASSWORD", "Secret-7"};
        String[] all = Stream.of(usual, more).flatMap(Stream::of).toArray(String[]::new);
        return Gateways.of("SmppSMSProvider", all);
    }

    private static TextMessage saying(String text) {
        return new TextMessage(Secret.of("+49 151 0005"), Secret.of("erin"), Secret.of("PISM1"), Secret.of(text));
    }

    private static Trouble trouble(Gateway gateway) {
        long begin = System.nanoTime();
        TextNotSentException failure =
                catchThrowableOfType(TextNotSentException.class, () -> IMPATIENT.send(gateway, saying("Value 755224")));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_MOST);
        assertThat(failure)
                .hasMessageNotContainingAny("755224", "Secret-7", "0005")
                .hasNoCause();
        return failure.trouble();
    }

    @Test
    void aMessageIsHandedInAsTheDefinitionSays() {
        Gateway gateway = at(
                centre.port(),
                "S_ADDR",
                "Symbolon",
                "S_ADDR_TON",
                "5",
                "S_ADDR_NPI",
                "0",
                "D_ADDR_TON",
                "1",
                "D_ADDR_NPI",
                "no number",
                "REGEXP",
                "/[+ ]//");

        PROVIDER.send(gateway, saying("Value 755224"));

        assertThat(centre.logins()).containsExactly("me/Secret-7");
        SubmitSm taken = centre.taken().get(0);
        assertThat(taken.getDestAddress()).isEqualTo("491510005");
        assertThat(taken.getSourceAddr()).isEqualTo("Symbolon");
        assertThat(List.of(
                        taken.getSourceAddrTon(),
                        taken.getSourceAddrNpi(),
                        taken.getDestAddrTon(),
                        taken.getDestAddrNpi()))
                .containsExactly((byte) 5, (byte) 0, (byte) 1, (byte) 0);
        assertThat(taken.getDataCoding()).isZero();
        assertThat(taken.getShortMessage()).isEqualTo("Value 755224".getBytes(US_ASCII));
    }

    @Test
    void whatIsNotInEveryAlphabetIsSentAsUcs2() {
        PROVIDER.send(at(centre.port()), saying("Grüße: 755224"));

        assertThat(centre.taken().get(0).getDataCoding()).isEqualTo((byte) 8);
        assertThat(centre.taken().get(0).getShortMessage()).isEqualTo("Grüße: 755224".getBytes(UTF_16BE));
    }

    @Test
    void aLongMessageComesInParts() {
        PROVIDER.send(at(centre.port()), saying("x".repeat(160)));
        PROVIDER.send(at(centre.port()), saying("y".repeat(161)));

        assertThat(centre.taken()).hasSize(3);
        SubmitSm first = centre.taken().get(1);
        SubmitSm second = centre.taken().get(2);
        assertThat(centre.taken().get(0).getEsmClass()).isZero();
        assertThat(first.getEsmClass()).isEqualTo((byte) 0x40);
        assertThat(first.getShortMessage()).hasSize(6 + 153).startsWith(5, 0, 3).endsWith('y');
        assertThat(second.getShortMessage()).hasSize(6 + 8);
        assertThat(List.of(first.getShortMessage()[4], first.getShortMessage()[5], second.getShortMessage()[5]))
                .containsExactly((byte) 2, (byte) 1, (byte) 2);
        assertThat(first.getShortMessage()[3]).isEqualTo(second.getShortMessage()[3]);
    }

    @Test
    void noCharacterIsCutInTwo() {
        List<SmppText.Part> parts = SmppText.of("a" + "\uD83D\uDE00".repeat(40), 7);

        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).octets()).hasSize(6 + 2 * 67);
        assertThat(SmppText.of("\uD83D\uDE00".repeat(40), 7).get(0).octets()).hasSize(6 + 2 * 66);
    }

    @Test
    void aMessageCentreCanRefuse() {
        centre.refusesLogins();
        assertThat(trouble(at(centre.port()))).isEqualTo(Trouble.LOGIN);
    }

    @Test
    void aMessageCentreCanRefuseAMessage() {
        centre.refusesMessages();
        assertThat(trouble(at(centre.port()))).isEqualTo(Trouble.REJECTED);
    }

    @Test
    void whatIsNotThereOrSilentOrNonsenseEndsInTime() throws Exception {
        assertThat(trouble(at(HandMadeServer.NOBODYS_PORT))).isEqualTo(Trouble.UNREACHABLE);
        assertThat(trouble(at(1, "SMSC_HOST", "nowhere.invalid"))).isEqualTo(Trouble.UNKNOWN_HOST);
        try (HandMadeServer silent = HandMadeServer.silent();
                HandMadeServer closing = new HandMadeServer(connection -> {});
                HandMadeServer endless = new HandMadeServer(connection -> {
                    connection
                            .getOutputStream()
                            .write(new byte[] {0x7f, -1, -1, -1, -128, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1});
                    Thread.sleep(3_000);
                })) {
            assertThat(trouble(at(silent.port()))).isEqualTo(Trouble.TOO_SLOW);
            assertThat(trouble(at(closing.port()))).isIn(Trouble.BROKEN_OFF, Trouble.TOO_SLOW);
            assertThat(trouble(at(endless.port()))).isIn(Trouble.BROKEN_OFF, Trouble.TOO_SLOW);
        }
    }

    @ParameterizedTest
    @CsvSource({"SMSC_PORT, 70000", "SMSC_PORT, x", "SMSC_HOST, ''"})
    void whatIsNoDefinitionIsNotAsked(String option, String value) {
        assertThat(trouble(at(centre.port(), option, value))).isEqualTo(Trouble.DEFINITION);
    }
}
