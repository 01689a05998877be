package org.symbolon.connectors.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.smtpserver.port.MailNotSentException;
import org.symbolon.command.smtpserver.port.MailNotSentException.Trouble;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.events.shared.Secret;

class SmtpAddressTest {

    private static SmtpAddress read(String text) {
        return SmtpAddress.of(new MailServer(text, 25, "", Secret.EMPTY, false, Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({
        "mail,                   mail,  25,  false",
        "' mail.example.com ',   mail.example.com, 25, false",
        "::1,                    ::1,   25,  false",
        "smtp://mail,            mail,  25,  false",
        "smtp://mail:587,        mail,  587, false",
        "smtps://mail:465,       mail,  465, true",
        "SMTPS://mail,           mail,  25,  true",
        "smtps://[::1]:465/,     ::1,   465, true"
    })
    void aHostOrAUrlIsAnAddress(String text, String host, int port, boolean tls) {
        assertThat(read(text)).isEqualTo(new SmtpAddress(host, port, tls));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mail",
                "smtp://mail:0",
                "smtps://mail:65536",
                "smtp://",
                "smtp://me:Secret-7@ma il",
                "smtp://mail:Secret-7",
                "://mail",
                "Secret-7://"
            })
    void anythingElseIsNoneAndIsNotRepeated(String text) {
        assertThatExceptionOfType(MailNotSentException.class)
                .isThrownBy(() -> read(text))
                .withMessageNotContaining("Secret")
                .satisfies(failed -> assertThat(failed.trouble()).isEqualTo(Trouble.ADDRESS));
    }

    @Test
    void aPasswordInAUrlIsNotNamed() {
        assertThat(read("smtp://me:Secret-7@mail:26").failure(Trouble.UNREACHABLE))
                .hasMessage("The mail server mail:26 cannot be reached");
    }
}
