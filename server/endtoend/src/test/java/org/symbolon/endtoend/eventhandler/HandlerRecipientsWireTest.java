package org.symbolon.endtoend.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.cli.admin.Administrators;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.PasswdFile;

/** To whom mails of handlers go, and whom answers to them reach. */
class HandlerRecipientsWireTest extends HandledServer {

    private static final String STAFF = "handlerstaff";
    private static final String PASSWORD = "Keeper-Secret-1";

    private static ApiClient keeper;

    @BeforeAll
    static void addAdministrators() throws IOException {
        Administrators administrators = server.bean(Administrators.class);
        administrators.add("keeper", PASSWORD, "keeper@example.org");
        administrators.add("chief", PASSWORD, "chief@example.org");
        keeper = ApiClient.loggedIn(server.port(), "keeper", PASSWORD);
        Path people = Files.writeString(
                folder.resolve("staff"),
                """
                ann:x:2001:0:Ann S,,,,ann@staff.example:/home:/bin/sh
                bob:x:2002:0:Bob S,,,,bob@staff.example:/home:/bin/sh
                eve:x:2003:0:Eve S,,,,:/home:/bin/sh
                """);
        admin.post("/resolver/" + STAFF, "type", "passwdresolver", "fileName", people.toString());
        admin.post("/realm/" + STAFF, "resolvers", STAFF);
    }

    private static MimeMessage mail(String serial) {
        until(() -> mails(serial).count() > 0);
        return mails(serial).findFirst().orElseThrow();
    }

    private static Stream<MimeMessage> mails(String serial) {
        return Stream.of(MAIL.getReceivedMessages()).filter(mail -> {
            try {
                return mail.getSubject().equals("about " + serial);
            } catch (MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        });
    }

    private static String[] listed(Address... addresses) {
        return Stream.of(addresses).map(Address::toString).toArray(String[]::new);
    }

    private void sending(String serial, String... more) {
        String[] mail = {"option.emailconfig", "post", "option.subject", "about {serial}"};
        handler(
                "token_disable",
                "UserNotification",
                "sendmail",
                ApiClient.joined(ApiClient.joined(mail, more), "conditions", where("serial", serial)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, tokenowner, '', user1@example.org",
        "2, logged_in_user, '', keeper@example.org",
        "3, internal admin, chief, chief@example.org",
        "4, admin realm, handlerstaff, 'ann@staff.example,bob@staff.example'",
        "5, email, ' one@else.example , two@else.example', 'one@else.example,two@else.example'"
    })
    void everyKindOfRecipientGetsTheMailAndTheAnswers(int number, String kind, String detail, String addresses)
            throws MessagingException {
        String serial = "RECIPIENT" + number;
        enrol(serial, "user" + number);
        sending(
                serial,
                "option.To",
                kind,
                "option.To " + kind,
                detail,
                "option.reply_to",
                kind,
                "option.reply_to " + kind,
                detail);

        assertThat(keeper.post("/token/disable/" + serial).status()).isEqualTo(200);

        MimeMessage mail = mail(serial);
        assertThat(listed(mail.getAllRecipients())).containsExactlyInAnyOrder(addresses.split(","));
        assertThat(addresses.split(",")).contains(listed(mail.getReplyTo()));
    }

    @Test
    void aUserWhoIsLoggedInGetsTheMailAboutWhatHeDid() throws MessagingException {
        enrol("RECIPIENT6", "user6");
        sending("RECIPIENT6", "option.To", "logged_in_user", "option.reply_to", "");

        ApiClient user = ApiClient.loggedIn(server.port(), "user6@" + REALM, PasswdFile.PASSWORD);
        assertThat(user.post("/token/disable/RECIPIENT6").status()).isEqualTo(200);

        assertThat(listed(mail("RECIPIENT6").getAllRecipients())).containsExactly("user6@example.org");
        assertThat(listed(mail("RECIPIENT6").getReplyTo())).containsExactly("mfa@example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "7, internal admin, nobody",
        "8, admin realm, nosuchrealm",
        "9, email, ' , '",
    })
    void whereNobodyIsFoundNothingIsSentAndNothingFails(int number, String kind, String detail) {
        String serial = "RECIPIENT" + number;
        enrol(serial, "user" + number);
        sending(serial, "option.To", kind, "option.To " + kind, detail);

        assertThat(keeper.post("/token/disable/" + serial).status()).isEqualTo(200);

        assertThat(rows("POST-EVENT token_disable>>UserNotification:*"))
                .filteredOn(row -> serial.equals(row.get("serial")))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("success", 1));
        assertThat(mails(serial)).isEmpty();
    }

    @Test
    void aTemplateInTheFolderOfTemplatesIsTheBody() throws Exception {
        Files.writeString(
                folder.resolve("templates/off.txt"), "{serial} of {username} in {userrealm} is off, says {admin}");
        enrol("RECIPIENT10", "user10");
        sending("RECIPIENT10", "option.To", "tokenowner", "option.body", "file:off.txt");

        keeper.post("/token/disable/RECIPIENT10");

        assertThat(mail("RECIPIENT10").getContent().toString().strip())
                .isEqualTo("RECIPIENT10 of user10 in handled is off, says keeper");
    }
}
