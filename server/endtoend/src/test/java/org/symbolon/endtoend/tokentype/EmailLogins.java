package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.PolicyServer;

/** A server with policies of its own, GreenMail for its mail server, and another mail server that never says a word. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EmailLogins {

    static final String SEED = "3132333435363738393031323334353637383930";
    static final String FIRST = "287082";
    static final String FAILURE = "The PIN was correct, but the EMail could not be sent!";

    final GreenMail green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    Path pages;
    PolicyServer server;
    ApiClient admin;
    private ServerSocket silent;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        green.start();
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        pages = Files.createDirectory(folder.resolve("pages"));
        server = PolicyServer.start(folder, 12, "--symbolon.template-directory=" + pages);
        admin = server.admin();
        define("green", green.getSmtp().getPort());
        define("silent", silent.getLocalPort());
        admin.post("/system/setConfig", "email.identifier", "green");
    }

    private void define(String name, int port) {
        Answer saved = admin.post(
                "/smtpserver/" + name,
                "server",
                "127.0.0.1",
                "port",
                "" + port,
                "sender",
                "mfa@example.com",
                "timeout",
                "2");
        assertThat(saved.value()).as(saved.body()).isNotNull();
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
        silent.close();
        green.stop();
    }

    Answer init(String serial, String user, String... more) {
        return admin.post(
                "/token/init",
                ApiClient.joined(
                        more, "type", "email", "serial", serial, "user", user, "realm", "policed", "pin", "1234",
                        "otpkey", SEED));
    }

    void enrol(String serial, String user, String... more) {
        Answer enrolled = init(serial, user, more);
        assertThat(enrolled.value()).as(enrolled.body()).isEqualTo(true);
    }

    MimeMessage mailTo(String address, int number) throws MessagingException {
        assertThat(green.waitForIncomingEmail(5000, 1)).isTrue();
        int found = 0;
        for (MimeMessage mail : green.getReceivedMessages()) {
            if (mail.getHeader("To")[0].equals(address) && ++found == number) {
                return mail;
            }
        }
        throw new AssertionError("There is no such mail to " + address);
    }

    static String text(MimeMessage mail) throws MessagingException, IOException {
        return mail.getContent().toString().strip();
    }

    static String transaction(Answer challenge) {
        return challenge.detail().get("transaction_id").toString();
    }

    Answer answer(Answer challenge, String serial, String value) {
        return admin.post("/validate/check", "serial", serial, "transaction_id", transaction(challenge), "pass", value);
    }
}
