package org.symbolon.endtoend.smtpserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** A mail server is tried out over the wire, with GreenMail for the mail server. */
@WireTest
class TestMailWireTest {

    private static final String PATH = "/smtpserver/send_test_email";

    private final GreenMail green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
    }

    @BeforeEach
    void start() {
        green.start();
    }

    @AfterEach
    void stop() {
        green.stop();
    }

    private Answer test(int port, String... more) {
        String[] needed = {"identifier", "wire test", "server", "127.0.0.1", "recipient", "emma@example.com"};
        String[] all = Stream.of(needed, new String[] {"port", "" + port}, more)
                .flatMap(Stream::of)
                .toArray(String[]::new);
        return admin.post(PATH, all);
    }

    private int port() {
        return green.getSmtp().getPort();
    }

    @Test
    void theMailSaysThatTheServerWorks() throws Exception {
        assertValue(test(port(), "sender", "mfa@example.com"), "true");

        MimeMessage mail = green.getReceivedMessages()[0];
        assertThat(green.getReceivedMessages()).hasSize(1);
        assertThat(mail.getHeader("From")).containsExactly("mfa@example.com");
        assertThat(mail.getHeader("To")).containsExactly("emma@example.com");
        assertThat(mail.getSubject()).isEqualTo("Test Email from eduMFA");
        assertThat(mail.getContent().toString().strip())
                .isEqualTo("This is a test email from eduMFA. The configuration wire test is working.");
    }

    @Test
    void aCensoredPasswordIsTheOneThatIsSaved() {
        green.setUser("me@example.com", "me", "Mail-Secret-7");
        green.getUserManager().setAuthRequired(true);
        String[] login = {"sender", "mfa@example.com", "username", "me", "password", "__CENSORED__"};

        assertRefusal(test(port(), login), 400, 903, refused("refuses the log-in"));
        admin.post("/smtpserver/wire%20test", "server", "mail", "password", "Mail-Secret-7");
        assertValue(test(port(), login), "true");
        admin.delete("/smtpserver/wire%20test");
        assertThat(green.getReceivedMessages()).hasSize(1);
    }

    private String refused(String trouble) {
        return "ERR903: The mail server 127.0.0.1:" + port() + " " + trouble;
    }

    @Test
    void theRefusalSaysWhatTheTroubleIs() {
        int closed = port();
        assertRefusal(
                test(closed, "tls", "1"),
                400,
                903,
                refused("offers no TLS, or shows a certificate that does not hold"));
        assertRefusal(
                test(closed, "sender", "mfa@example.com\r\nBcc: eve@example.com"),
                400,
                903,
                refused("was not asked, since the mail has an address or a subject that cannot be sent"));
        green.stop();
        assertRefusal(test(closed), 400, 903, "ERR903: The mail server 127.0.0.1:" + closed + " cannot be reached");
        assertRefusal(
                admin.post(PATH, "identifier", "i", "server", "ftp://me:Secret@mail", "recipient", "emma@example.com"),
                400,
                903,
                "ERR903: The mail server of this definition has an address that is none");
    }

    @Test
    void aServerThatSaysNothingIsGivenUpInTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            int port = silent.getLocalPort();
            long begin = System.nanoTime();

            assertRefusal(
                    test(port, "timeout", "1"),
                    400,
                    903,
                    "ERR903: The mail server 127.0.0.1:" + port + " was not done in time");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void whatIsMissingOrOutOfBoundsIsSaid() {
        assertRefusal(admin.post(PATH), 400, 905, "ERR905: Missing parameter: 'identifier'");
        assertRefusal(
                admin.post(PATH, "identifier", "i", "server", "mail"),
                400,
                905,
                "ERR905: Missing parameter: 'recipient'");
        assertRefusal(test(0), 400, 905, "ERR905: Parameter 'port' must be a number from 1 to 65535");
        assertRefusal(
                test(25, "timeout", "-1"), 400, 905, "ERR905: Parameter 'timeout' must be a number from 0 to 86400");
    }
}
