package org.symbolon.connectors.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.smtpserver.port.Mail;
import org.symbolon.command.smtpserver.port.MailNotSentException;
import org.symbolon.command.smtpserver.port.MailNotSentException.Trouble;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.connectors.network.HandMadeServer;
import org.symbolon.events.shared.Secret;

/** What a mail server can do wrong: each ends within the time that it was given, with a word about the kind of trouble. */
class SmtpFaultsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration AT_MOST = Duration.ofSeconds(10);
    private static final String PASSWORD = "Secret-7";
    private static final Mail MAIL = Mail.plain("mfa@example.com", "emma@example.com", "Hello", "Value 755224");
    private static final SmtpMailer MAILER = new SmtpMailer(Clock.systemUTC(), new Random());

    @AfterAll
    static void close() {
        MAILER.close();
    }

    /** The trouble with a server that has its way, with and without TLS and a log-in. */
    private static MailNotSentException failure(HandMadeServer.Behaviour behaviour, boolean tls) throws Exception {
        try (HandMadeServer server = new HandMadeServer(behaviour)) {
            return failure(server, tls);
        }
    }

    private static MailNotSentException failure(HandMadeServer server, boolean tls) {
        MailServer given = new MailServer("127.0.0.1", server.port(), "me", Secret.of(PASSWORD), tls, TIMEOUT);
        long begin = System.nanoTime();

        MailNotSentException failure = catchThrowableOfType(MailNotSentException.class, () -> MAILER.send(given, MAIL));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_MOST);
        assertThat(failure)
                .hasMessageStartingWith("The mail server 127.0.0.1:" + server.port() + " ")
                .hasMessageNotContainingAny(PASSWORD, "755224", "nonsense")
                .hasNoCause();
        return failure;
    }

    private static Trouble trouble(HandMadeServer.Behaviour behaviour) throws Exception {
        Trouble trouble = failure(behaviour, false).trouble();
        assertThat(failure(behaviour, true).trouble()).isEqualTo(trouble);
        return trouble;
    }

    private static SmtpDialogue answering(Map<String, String> answers) {
        return new SmtpDialogue(List.of("AUTH PLAIN LOGIN"), null, answers);
    }

    @Test
    void itCloses() throws Exception {
        assertThat(trouble(connection -> {})).isEqualTo(Trouble.BROKEN_OFF);
        assertThat(trouble(connection -> connection.getOutputStream().write("220 he".getBytes(US_ASCII))))
                .isEqualTo(Trouble.BROKEN_OFF);
        assertThat(trouble(connection -> {
                    connection.getOutputStream().write("220 hello\r\n".getBytes(US_ASCII));
                    connection.getInputStream().read();
                }))
                .isEqualTo(Trouble.BROKEN_OFF);
    }

    @Test
    void itSpeaksNonsense() throws Exception {
        assertThat(trouble(connection -> connection.getOutputStream().write("nonsense\r\n".getBytes(US_ASCII))))
                .isEqualTo(Trouble.BROKEN_OFF);
        assertThat(trouble(connection -> connection.getOutputStream().write(new byte[1000])))
                .isEqualTo(Trouble.BROKEN_OFF);
    }

    @Test
    void itSaysNothing() throws Exception {
        try (HandMadeServer server = HandMadeServer.silent()) {
            assertThat(failure(server, false).trouble()).isEqualTo(Trouble.TOO_SLOW);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"220-slow\r\n", "2", "220 hello\r\n250 well\r\n"})
    void itDripsByteByByte(String text) throws Exception {
        try (HandMadeServer server = HandMadeServer.dripping(text, 100)) {
            assertThat(failure(server, false).trouble()).isEqualTo(Trouble.TOO_SLOW);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EHLO", "AUTH", "MAIL", "RCPT", "DATA", "."})
    void itHangsInTheMiddle(String word) throws Exception {
        assertThat(failure(answering(Map.of(word, "")), false).trouble()).isEqualTo(Trouble.TOO_SLOW);
    }

    @Test
    void itHangsInTheHandshakeOfTls() throws Exception {
        SmtpDialogue dialogue = new SmtpDialogue(List.of("STARTTLS"), null, Map.of("STARTTLS", "220 go on"));

        assertThat(failure(dialogue, true).trouble()).isEqualTo(Trouble.TOO_SLOW);
    }

    @Test
    void itNeverStopsTalking() throws Exception {
        byte[] much = "2".repeat(64 * 1024).getBytes(US_ASCII);

        Trouble trouble = failure(
                        connection -> {
                            while (true) {
                                connection.getOutputStream().write(much);
                            }
                        },
                        false)
                .trouble();

        assertThat(trouble).isEqualTo(Trouble.BROKEN_OFF);
    }

    @Test
    void itRepeatsWhatItHears() throws Exception {
        assertThat(failure(answering(Map.of("AUTH", "535 nonsense ECHO")), false))
                .satisfies(failed -> assertThat(failed.trouble()).isEqualTo(Trouble.LOGIN));
    }

    @Test
    void itDoesNotKnowLogIns() throws Exception {
        assertThat(failure(new SmtpDialogue(List.of(), null, Map.of()), false).trouble())
                .isEqualTo(Trouble.LOGIN);
    }

    @Test
    void itRefusesTheMail() throws Exception {
        Map<String, String> refusals = Map.of(
                "MAIL", "550 nonsense ECHO",
                "RCPT", "551 nonsense ECHO",
                "DATA", "552 nonsense",
                ".", "554 nonsense");
        for (Map.Entry<String, String> refusal : refusals.entrySet()) {
            MailNotSentException failure = failure(answering(Map.of(refusal.getKey(), refusal.getValue())), false);
            assertThat(failure.trouble()).as(refusal.getKey()).isEqualTo(Trouble.REJECTED);
            assertThat(failure)
                    .hasMessageEndingWith(
                            "refuses the mail (code " + refusal.getValue().substring(0, 3) + ")");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EHLO", "MAIL", "RCPT", "DATA", "."})
    void itSpeaksNonsenseInTheMiddle(String word) throws Exception {
        assertThat(failure(answering(Map.of(word, "nonsense", "HELO", "nonsense")), false)
                        .trouble())
                .isEqualTo(Trouble.BROKEN_OFF);
    }

    @Test
    void anUnknownHostIsNamed() {
        MailServer nowhere = new MailServer("nowhere.invalid", 25, "", Secret.EMPTY, false, Duration.ofSeconds(5));

        assertThat(catchThrowableOfType(MailNotSentException.class, () -> MAILER.send(nowhere, MAIL)))
                .hasMessage("The mail server nowhere.invalid:25 is not known");
    }

    @Test
    void aMailWithoutASenderComesFromNobody() throws Exception {
        SmtpDialogue dialogue = answering(Map.of());
        try (HandMadeServer server = new HandMadeServer(dialogue)) {
            MAILER.send(
                    new MailServer("127.0.0.1", server.port(), "", Secret.EMPTY, false, TIMEOUT),
                    Mail.plain("", "emma@example.com", "Hello", "Text"));
        }

        assertThat(dialogue.heard())
                .contains("MAIL FROM:<>", "RCPT TO:<emma@example.com>", "Text")
                .noneMatch(line -> line.startsWith("From:"));
    }

    @Test
    void aServerThatLeavesWithoutAGoodbyeHasTakenTheMail() throws Exception {
        SmtpDialogue dialogue = new SmtpDialogue(List.of("AUTH PLAIN"), null, Map.of());
        try (HandMadeServer server = new HandMadeServer(dialogue)) {
            MAILER.send(new MailServer("127.0.0.1", server.port(), "me", Secret.of(PASSWORD), false, TIMEOUT), MAIL);
        }

        assertThat(dialogue.heard()).contains("Value 755224", ".");
    }
}
