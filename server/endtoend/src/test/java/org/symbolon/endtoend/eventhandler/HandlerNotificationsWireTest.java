package org.symbolon.endtoend.eventhandler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What handlers tell people, by mail, text message or file. */
class HandlerNotificationsWireTest extends HandledServer {

    private static List<MimeMessage> mailsTo(String address) {
        return Stream.of(MAIL.getReceivedMessages())
                .filter(mail -> recipients(mail).contains(address))
                .toList();
    }

    private static String recipients(MimeMessage mail) {
        try {
            return List.of(mail.getAllRecipients()).toString();
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void aMailTellsTheOwnerOfHisNewTokenWithItsQrCode() throws Exception {
        handler(
                "token_init",
                "UserNotification",
                "sendmail",
                "option.emailconfig",
                "post",
                "option.To",
                "tokenowner",
                "option.mimetype",
                "html",
                "option.attach_qrcode",
                "1",
                "option.subject",
                "Your {tokentype} token",
                "option.body",
                "<p>{user} {surname} <{description}> {serial} by {admin} see {url}</p>" + "<img src='cid:token_image'>",
                "conditions",
                where("tokentype", "hotp"));

        tenant.enrol("MAIL1", "user11", "type", "hotp", "genkey", "1", "description", "<b>mine</b>");

        until(() -> !mailsTo("user11@example.org").isEmpty());
        MimeMessage mail = mailsTo("user11@example.org").get(0);
        assertThat(mail.getSubject()).isEqualTo("Your hotp token");
        Multipart parts = (Multipart) mail.getContent();
        assertThat(text(parts))
                .contains("Given11 Sur11 <&lt;b&gt;mine&lt;/b&gt;> MAIL1 by admin see https://mfa.example.org");
        assertThat(all(mail)).contains("MAIL1.png", "token_image");
    }

    private static String text(Multipart parts) throws Exception {
        for (int index = 0; index < parts.getCount(); index++) {
            BodyPart part = parts.getBodyPart(index);
            if (part.getContent() instanceof Multipart inner) {
                return text(inner);
            }
            if (part.getContent() instanceof String text) {
                return text;
            }
        }
        return "";
    }

    private static String all(MimeMessage mail) throws Exception {
        try (ByteArrayOutputStream whole = new ByteArrayOutputStream()) {
            mail.writeTo(whole);
            return whole.toString(UTF_8);
        }
    }

    @Test
    void aTextMessageGoesToTheOwnersTelephone() {
        enrol("TEXT1", "user12");
        handler(
                "token_disable",
                "CustomUserAttributes",
                "set_custom_user_attributes",
                "position",
                "pre",
                "option.attrkey",
                "mobile",
                "option.attrvalue",
                "0151234",
                "conditions",
                where("serial", "TEXT1"));
        handler(
                "token_disable",
                "UserNotification",
                "sendsms",
                "option.smsconfig",
                "gate",
                "option.To",
                "tokenowner",
                "option.body",
                "{serial} is off",
                "conditions",
                where("serial", "TEXT1"));

        admin.post("/token/disable/TEXT1");

        until(() -> !gateway.textsTo("0151234").isEmpty());
        assertThat(gateway.textsTo("0151234")).containsExactly("TEXT1 is off");
    }

    @Test
    void aFileIsWrittenBelowTheFolderOfNotifications() {
        enrol("FILE1", "user13");
        int handler = handler(
                "token_disable",
                "UserNotification",
                "savefile",
                "option.filename",
                "/{username}/{serial}-{random}.txt",
                "option.body",
                "{serial} of {username}",
                "conditions",
                where("serial", "FILE1"));

        admin.post("/token/disable/FILE1");

        Path written = folder.resolve("notifications/user13");
        until(() -> Files.isDirectory(written) && !files(written).isEmpty());
        assertThat(files(written)).singleElement().asString().matches(".*/FILE1-[0-9A-Za-z]{16}[.]txt");
        assertThat(files(written).get(0)).hasContent("FILE1 of user13");
        assertValue(admin.get("/event/" + handler + "/failures"), "[]");
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt")).toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    @Test
    void aFileThatWouldLieElsewhereIsAFailureThatIsSeen() {
        enrol("FILE2", "user14");
        int handler = handler(
                "token_disable",
                "UserNotification",
                "savefile",
                "option.filename",
                "../{serial}",
                "option.body",
                "x",
                "conditions",
                where("serial", "FILE2"));

        admin.post("/token/disable/FILE2");

        until(() -> !failures(handler).isEmpty());
        assertThat(failures(handler).get(0))
                .containsEntry("kind", "handler-file")
                .containsEntry("state", "given up")
                .containsEntry("reason", "the file would not lie in the folder of notifications")
                .containsEntry("serial", "FILE2");
        assertThat(rows("EFFECT handler-file"))
                .anyMatch(row -> row.get("action_detail").equals("event handler " + handler));
        assertThat(folder.resolve("FILE2")).doesNotExist();
    }
}
