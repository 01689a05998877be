package org.symbolon.endtoend.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people who are not logged in are mailed codes with: a directory that can be written to, GreenMail as the mail server
 * {@code green}, a mail server {@code dead} that nobody listens for, and one, {@code silent}, that never says a word.
 */
public final class MailedCodes implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("\\b[A-Za-z0-9]{24}\\b");
    private static final int NOBODY_LISTENS = 1;

    private final GreenMail green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Directory directory = Directory.start();
    private final ServerSocket silent;
    private final String realm;

    private MailedCodes(String realm) throws IOException {
        this.realm = realm;
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        green.start();
    }

    /** Starts them, and defines them under the name of the realm. */
    public static MailedCodes start(ApiClient admin, String realm) throws IOException {
        MailedCodes codes = new MailedCodes(realm);
        succeed(admin.post("/resolver/" + realm, Directory.resolver(codes.directory.uri())));
        succeed(admin.post("/realm/" + realm, "resolvers", realm));
        codes.define(admin, "green", codes.green.getSmtp().getPort());
        codes.define(admin, "dead", NOBODY_LISTENS);
        codes.define(admin, "silent", codes.silent.getLocalPort());
        return codes;
    }

    private void define(ApiClient admin, String name, int port) {
        succeed(admin.post(
                "/smtpserver/" + name,
                "server",
                "127.0.0.1",
                "port",
                "" + port,
                "sender",
                "mfa@example.org",
                "timeout",
                "2"));
    }

    private static void succeed(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    public String realm() {
        return realm;
    }

    /** The mails to an address, in their order. */
    public List<MimeMessage> to(String address) {
        return Arrays.stream(green.getReceivedMessages())
                .filter(mail -> header(mail).equals(address))
                .toList();
    }

    private static String header(MimeMessage mail) {
        try {
            return mail.getHeader("To")[0];
        } catch (MessagingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /** The code in the last mail to an address. */
    public String codeTo(String address) {
        List<MimeMessage> mails = to(address);
        assertThat(mails).as("mails to " + address).isNotEmpty();
        Matcher code = CODE.matcher(text(mails.get(mails.size() - 1)));
        assertThat(code.find()).isTrue();
        return code.group();
    }

    public static String text(MimeMessage mail) {
        try {
            return mail.getContent().toString().strip();
        } catch (IOException | MessagingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    @Override
    public void close() throws IOException {
        green.stop();
        silent.close();
        directory.close();
    }
}
