package org.symbolon.connectors.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.TextNotSentException;
import org.symbolon.command.smtpserver.port.Mail;
import org.symbolon.command.smtpserver.port.MailNotSentException;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.command.smtpserver.port.MailServers;
import org.symbolon.connectors.network.BoundedHttp;
import org.symbolon.events.shared.Secret;

/** Gateways that are reached by mail, and that of sipgate. */
class OtherProvidersTest {

    private static final MailServer POST =
            new MailServer("mail.example.com", 25, "", Secret.EMPTY, false, Duration.ofSeconds(5));
    private static final MailServers SERVERS = name ->
            name.equals("post") ? Optional.of(new MailServers.Defined(POST, "mfa@example.com")) : Optional.empty();
    private static final Gateway BY_MAIL = Gateways.of(
            "SmtpSMSProvider", "MAILTO", "{phone}@sms.example.com", "SMTPIDENTIFIER", "post", "REGEXP", "/[+ ]//");

    private final List<Mail> mails = new ArrayList<>();
    private final MailProvider byMail = new MailProvider((server, mail) -> mails.add(mail), SERVERS);
    private HttpGatewayDouble outside;
    private SipgateProvider sipgate;

    @BeforeEach
    void start() throws IOException, NoSuchAlgorithmException {
        outside = new HttpGatewayDouble();
        SSLContext tls = SSLContext.getDefault();
        HttpProvider http = new HttpProvider(new BoundedHttp("test", () -> tls, Gateways.ON_THIS_MACHINE));
        sipgate = new SipgateProvider(http, "http://127.0.0.1:" + outside.port() + "/RPC2");
    }

    @AfterEach
    void stop() {
        outside.close();
    }

    @Test
    void aMailHasTheNumberInItsAddressAndTheMessageInItsText() {
        byMail.send(BY_MAIL, Gateways.MESSAGE);

        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.from()).isEqualTo("mfa@example.com");
            assertThat(mail.to()).containsExactly("491510005@sms.example.com");
            assertThat(mail.subject()).isEqualTo("491510005");
            assertThat(mail.text()).isEqualTo("Value 755224 & {phone}");
        });
    }

    @Test
    void aMailSaysWhatTheDefinitionWants() {
        byMail.send(
                Gateways.of(
                        "SmtpSMSProvider",
                        "MAILTO",
                        "sms@example.com",
                        "SMTPIDENTIFIER",
                        "post",
                        "SUBJECT",
                        "To {phone}",
                        "BODY",
                        "{otp}!"),
                Gateways.MESSAGE);

        assertThat(mails.get(0).subject()).isEqualTo("To +49 151 0005");
        assertThat(mails.get(0).text()).isEqualTo("Value 755224 & {phone}!");
    }

    @Test
    void noNumberAddsAnotherRecipient() {
        assertThatThrownBy(() -> byMail.send(BY_MAIL, Gateways.to("1@example.com,2")))
                .isInstanceOf(TextNotSentException.class);
        assertThat(mails).isEmpty();
    }

    @Test
    void aMailServerThatIsNotDefinedIsNamed() {
        assertThatThrownBy(() -> byMail.send(
                        Gateways.of("SmtpSMSProvider", "MAILTO", "a@b.example", "SMTPIDENTIFIER", "lost"),
                        Gateways.MESSAGE))
                .hasMessage(
                        "The SMS gateway gate is not defined so that it can be used (there is no mail server lost)");
    }

    @ParameterizedTest
    @EnumSource(MailNotSentException.Trouble.class)
    void whatTheMailServerHasToSayIsPassedOn(MailNotSentException.Trouble trouble) {
        MailProvider failing = new MailProvider(
                (server, mail) -> {
                    throw new MailNotSentException("m:25", trouble);
                },
                SERVERS);

        assertThatThrownBy(() -> failing.send(BY_MAIL, Gateways.MESSAGE))
                .isInstanceOf(TextNotSentException.class)
                .hasMessageContaining("The mail server m:25 ");
    }

    private static Gateway ofSipgate() {
        return Gateways.of("SipgateSMSProvider", "USERNAME", "me", "PASSWORD", Gateways.PASSWORD);
    }

    @Test
    void sipgateIsCalledByXmlRpc() {
        outside.answers(200, "<?xml version='1.0'?><methodResponse><params/></methodResponse>");

        sipgate.send(ofSipgate(), Gateways.MESSAGE);

        HttpGatewayDouble.Asked asked = outside.asked().get(0);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.headers().getFirst("Authorization")).isEqualTo("Basic bWU6U2VjcmV0LTc=");
        assertThat(asked.headers().getFirst("Content-Type")).isEqualTo("text/xml; charset=utf-8");
        assertThat(asked.body())
                .contains(
                        "<methodName>samurai.SessionInitiate</methodName>",
                        "<name>RemoteUri</name><value><string>sip:491510005@sipgate.de</string></value>",
                        "<name>TOS</name><value><string>text</string></value>",
                        "<name>Content</name><value><string>Value 755224 &amp; {phone}</string></value>");
    }

    @Test
    void sipgateCanRefuse() {
        outside.answers(200, "<methodResponse><fault>755224</fault></methodResponse>");
        assertThatThrownBy(() -> sipgate.send(ofSipgate(), Gateways.MESSAGE))
                .hasMessage("The SMS gateway gate refuses the message (by the text of its answer)");
        outside.answers(200, "<html>");
        assertThatThrownBy(() -> sipgate.send(ofSipgate(), Gateways.MESSAGE))
                .hasMessage("The SMS gateway gate broke off, or answered what cannot be understood");
        outside.answers(401, "");
        assertThatThrownBy(() -> sipgate.send(ofSipgate(), Gateways.MESSAGE))
                .hasMessage("The SMS gateway gate refuses the log-in (code 401)");
        assertThatThrownBy(() -> sipgate.send(Gateways.of("SipgateSMSProvider"), Gateways.MESSAGE))
                .hasMessageContaining("USERNAME is missing");
    }
}
