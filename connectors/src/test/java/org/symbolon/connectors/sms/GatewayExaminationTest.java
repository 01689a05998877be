package org.symbolon.connectors.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smtpserver.port.MailServer;
import org.symbolon.command.smtpserver.port.MailServers;
import org.symbolon.connectors.Findings;
import org.symbolon.connectors.network.HandMadeServer;
import org.symbolon.events.shared.Secret;

/** What is found out about gateways of each kind, none of which is asked to send anything. */
class GatewayExaminationTest {

    private static final MailServers SERVERS = name -> name.equals("post")
            ? Optional.of(new MailServers.Defined(
                    new MailServer("127.0.0.1", 25, "", Secret.EMPTY, false, Duration.ofSeconds(1)), "mfa@example.com"))
            : Optional.empty();

    @TempDir
    private Path scripts;

    private ProviderSmsSender sender;

    @BeforeEach
    void begin() {
        sender = new ProviderSmsSender(
                (server, mail) -> {
                    throw new AssertionError("a mail was sent");
                },
                SERVERS,
                (serial, entry) -> Optional.empty(),
                scripts,
                Gateways.ON_THIS_MACHINE);
    }

    @AfterEach
    void end() {
        sender.close();
    }

    private List<String> told(String kind, String... options) {
        Gateway gateway = Gateways.of(kind, options);
        List<String> told = Findings.told(sender.examine(gateway));
        assertThat(told.toString()).doesNotContain(Gateways.PASSWORD);
        return told;
    }

    @Test
    void aMessageCentreIsBoundToAndGetsNothing() throws Exception {
        try (MessageCentreDouble centre = new MessageCentreDouble()) {
            String[] options = {
                "SMSC_HOST",
                "127.0.0.1",
                "SMSC_PORT",
                "" + centre.port(),
                "SYSTEM_ID",
                "me",
                "PASSWORD",
                Gateways.PASSWORD
            };
            assertThat(told("SmppSMSProvider", options))
                    .containsExactly("OK The message centre 127.0.0.1:%d takes the log-in".formatted(centre.port()));
            assertThat(centre.logins()).containsExactly("me/" + Gateways.PASSWORD);
            centre.refusesLogins();
            assertThat(told("SmppSMSProvider", options))
                    .singleElement()
                    .asString()
                    .startsWith("FAILED The SMS gateway gate refuses the log-in");
            assertThat(centre.taken()).isEmpty();
        }
        assertThat(told("SmppSMSProvider", "SMSC_HOST", "127.0.0.1", "SMSC_PORT", "1"))
                .containsExactly("FAILED The SMS gateway gate cannot be reached");
    }

    @Test
    void aGatewayOverHttpIsApproachedAndNotCalled() throws Exception {
        try (HandMadeServer server = new HandMadeServer(
                connection -> assertThat(connection.getInputStream().read()).isNegative())) {
            String address = "http://127.0.0.1:" + server.port();
            assertThat(told("HttpSMSProvider", "URL", address + "/send", "PASSWORD", Gateways.PASSWORD))
                    .containsExactly("OK 127.0.0.1:%d can be reached".formatted(server.port()));
            assertThat(told("HttpMessageToUidProvider", "URL", address, "POST_CHECK_URL", "http://127.0.0.1:1/"))
                    .satisfiesExactly(first -> assertThat(first).startsWith("OK "), second -> assertThat(second)
                            .startsWith("FAILED 127.0.0.1:1 cannot be reached"));
        }
    }

    @Test
    void whatIsMissingInADefinitionIsSaid() throws Exception {
        assertThat(told("HttpSMSProvider"))
                .containsExactly("FAILED The SMS gateway gate is not defined so that it can be used (URL is missing)");
        assertThat(told("HttpSMSProvider", "URL", "http://127.0.0.1/", "HTTP_METHOD", "PUT"))
                .singleElement()
                .asString()
                .contains("HTTP_METHOD is neither GET nor POST");
        assertThat(told("SipgateSMSProvider", "USERNAME", "me"))
                .singleElement()
                .asString()
                .contains("PASSWORD is missing");
        assertThat(told("NoSuchProvider")).singleElement().asString().contains("sends no text messages");
    }

    @Test
    void aGatewayByMailNeedsItsMailServer() throws Exception {
        assertThat(told("SmtpSMSProvider", "MAILTO", "{phone}@sms.example", "SMTPIDENTIFIER", "post"))
                .containsExactly("OK It sends over the mail server post, which is looked at by itself");
        assertThat(told("SmtpSMSProvider", "MAILTO", "{phone}@sms.example", "SMTPIDENTIFIER", "gone"))
                .singleElement()
                .asString()
                .contains("there is no mail server gone");
    }

    @Test
    void aProgramMustBeThereAndIsNotRun() throws Exception {
        Path program = Files.createFile(
                scripts.resolve("send"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(program, "#!/bin/sh\ntouch ran\n");

        assertThat(told("ScriptSMSProvider", "script", "send", "background", "wait"))
                .containsExactly("OK The program send is there and can be run");
        assertThat(told("ScriptSMSProvider", "script", "../send", "background", "wait"))
                .singleElement()
                .asString()
                .startsWith("FAILED ");
        assertThat(scripts.resolve("ran")).doesNotExist();
    }
}
