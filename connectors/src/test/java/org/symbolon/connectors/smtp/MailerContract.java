package org.symbolon.connectors.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.smtpserver.port.Mail;
import org.symbolon.command.smtpserver.port.MailNotSentException;
import org.symbolon.command.smtpserver.port.MailNotSentException.Trouble;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.command.smtpserver.port.Mailer;

/** What every mailer promises, however it hands its mail in. */
abstract class MailerContract {

    /** A mail as it came to somebody. */
    record Arrived(String from, String to, String subject, String text) {}

    abstract Mailer mailer();

    /** A server that takes mail. */
    abstract MailServer server();

    /** One that is not there. */
    abstract MailServer deadServer();

    /** One that never says a word. */
    abstract MailServer silentServer(Duration timeout);

    /** All mail that has come since the test began. */
    abstract List<Arrived> arrived();

    private static Mail mail(String from, String to, String subject) {
        return Mail.plain(from, to, subject, "The value is 755224.");
    }

    @Test
    void aMailArrivesAsItIs() {
        mailer().send(server(), Mail.plain("mfa@example.com", "emma@example.com", "Grüße", "Der Wert: 755224 €"));

        assertThat(arrived())
                .containsExactly(new Arrived("mfa@example.com", "emma@example.com", "Grüße", "Der Wert: 755224 €"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emma@example.com\r\nBcc: eve@example.com",
                "emma@example.com\nX: y",
                "a@b\r",
                "",
                "emma",
                "a@b,c@d"
            })
    void whatIsNoAddressIsSentNothing(String address) {
        assertThatExceptionOfType(MailNotSentException.class)
                .isThrownBy(() -> mailer().send(server(), mail("mfa@example.com", address, "Hello")))
                .satisfies(refused -> assertThat(refused.trouble()).isEqualTo(Trouble.MALFORMED))
                .withMessageNotContaining("755224");
        assertThat(arrived()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello\r\nBcc: eve@example.com", "Hello\nthere", "Hello\rthere", "Hello\0"})
    void nobodyBringsAHeaderInByTheSubjectOrTheSender(String text) {
        assertThatExceptionOfType(MailNotSentException.class)
                .isThrownBy(() -> mailer().send(server(), mail("mfa@example.com", "emma@example.com", text)))
                .satisfies(refused -> assertThat(refused.trouble()).isEqualTo(Trouble.MALFORMED));
        assertThatExceptionOfType(MailNotSentException.class)
                .isThrownBy(() -> mailer().send(server(), mail("mfa@example.com" + text, "emma@example.com", "Hello")))
                .satisfies(refused -> assertThat(refused.trouble()).isEqualTo(Trouble.MALFORMED));
        assertThat(arrived()).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        MailServer dead = deadServer();

        assertThatExceptionOfType(MailNotSentException.class)
                .isThrownBy(() -> mailer().send(dead, mail("mfa@example.com", "emma@example.com", "Hello")))
                .withMessage("The mail server " + dead.address() + ":" + dead.port() + " cannot be reached")
                .satisfies(failed -> assertThat(failed.trouble()).isEqualTo(Trouble.UNREACHABLE));
    }

    @Test
    void aServerThatSaysNothingIsWaitedForNoLongerThanItsTimeout() {
        MailServer silent = silentServer(Duration.ofSeconds(1));
        long begin = System.nanoTime();

        assertThatExceptionOfType(MailNotSentException.class)
                .isThrownBy(() -> mailer().send(silent, mail("mfa@example.com", "emma@example.com", "Hello")))
                .satisfies(failed -> assertThat(failed.trouble()).isEqualTo(Trouble.TOO_SLOW));

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
    }

    @Test
    void theFailureOfALoginDoesNotTellThePassword() {
        MailServer server = deadServer();

        assertThatExceptionOfType(MailNotSentException.class)
                .isThrownBy(() -> mailer().send(server, mail("mfa@example.com", "emma@example.com", "Hello")))
                .withMessageNotContaining(server.password().reveal())
                .withNoCause();
    }
}
