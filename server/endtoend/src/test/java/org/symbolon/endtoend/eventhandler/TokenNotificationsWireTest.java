package org.symbolon.endtoend.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.user.CustomAttributes;
import org.symbolon.command.user.SetUserAttribute;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.CommandLineOnServer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.user.UserKey;
import org.symbolon.reactions.eventhandler.HappenedTurns;

/** Owners are told what has happened to their tokens, by handlers that one command installs: once, and in their language. */
class TokenNotificationsWireTest extends HandledServer {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String[] VALUES = {"755224", "287082"};

    private final PoliciesInUse policies = new PoliciesInUse(admin, "tell");

    private static CommandLineOnServer.Outcome run(String... arguments) {
        return new CommandLineOnServer(server).run(arguments);
    }

    @BeforeEach
    void install() {
        assertThat(run("notifications", "install", "--smtp", "post", "--contact", "help@example.org"))
                .satisfies(done -> assertThat(done.code()).as(done.err()).isZero());
    }

    @AfterEach
    void remove() {
        run("notifications", "remove", "--force");
        policies.end();
    }

    private static List<MimeMessage> mailsTo(String user) {
        return Stream.of(MAIL.getReceivedMessages())
                .filter(mail -> isTo(mail, user + "@example.org"))
                .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return List.of(mail.getAllRecipients()).toString().contains(address);
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> subjects(String user) {
        return mailsTo(user).stream()
                .map(TokenNotificationsWireTest::subject)
                .sorted()
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String part(MimeMessage mail, int number) throws Exception {
        Object content = ((MimeMultipart) mail.getContent()).getBodyPart(number).getContent();
        return ((String) content).replace("\r\n", "\n");
    }

    /** Mails come in any order; whatever comes beside these fails. */
    private static void awaitSubjects(String user, String... expected) {
        until(() -> mailsTo(user).size() >= expected.length);
        assertThat(subjects(user)).containsExactlyInAnyOrder(expected);
    }

    private static void hotp(String serial, String user) {
        assertThat(tenant.enrol(serial, user, "type", "hotp", "otpkey", SEED, "pin", "pin")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aGermanIsToldInGermanOfAllThatHappensToHisToken() throws Exception {
        UserKey user30 = server.bean(CustomAttributes.class)
                .keyOf(new KnownUser("user30", REALM, REALM, "1030"))
                .orElseThrow();
        server.bean(CommandSender.class).sendAs("test", new SetUserAttribute(user30, "preferredLanguage", "de-AT", ""));

        hotp("TELL30", "user30");
        admin.post("/token/setpin", "serial", "TELL30", "otppin", "other-pin-9");
        admin.post("/token/disable/TELL30");
        admin.delete("/token/TELL30");

        awaitSubjects(
                "user30",
                "Ein Token für Ihr Konto: TELL30",
                "Die PIN Ihres Tokens wurde geändert: TELL30",
                "Ihr Token kann nicht mehr benutzt werden: TELL30",
                "Ein Token wurde aus Ihrem Konto entfernt: TELL30");
        for (MimeMessage mail : mailsTo("user30")) {
            assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("mfa@example.org");
            assertThat(part(mail, 0))
                    .startsWith("Guten Tag Given30 Sur30,\n")
                    .contains("Token: TELL30\nArt: hotp\n", "Von Adresse: 127.0.0.1\nDurch Administrator: admin\n")
                    .contains("help@example.org", "https://mfa.example.org")
                    .doesNotContain("other-pin-9", SEED);
            assertThat(part(mail, 1))
                    .contains("<html lang=\"de\">", "<td>TELL30</td>")
                    .doesNotContain("other-pin-9");
        }
    }

    @Test
    void othersAreToldInEnglishAndOfWhatTheyDoThemselves() throws Exception {
        hotp("TELL31", "user31");
        admin.post("/token/unassign", "serial", "TELL31");
        admin.post("/token/assign", "serial", "TELL31", "user", "user32", "realm", REALM, "pin", "a-new-pin");
        admin.post("/token/revoke/TELL31");

        awaitSubjects("user31", "A token for your account: TELL31", "A token was taken from your account: TELL31");
        awaitSubjects("user32", "A token for your account: TELL31", "Your token can no longer be used: TELL31");
        assertThat(part(mailsTo("user31").get(0), 0)).startsWith("Hello Given31 Sur31,\n");
    }

    /** A refused log-in at the pages raises no event of its request; the token is locked all the same. */
    @Test
    void whoseTokenIsLockedIsToldOnceByTheLoginThatLocksIt() {
        policies.use("webui", "login_mode=eduMFA", "user", "user33", "realm", REALM);
        hotp("TELL33", "user33");
        admin.post("/token/set", "serial", "TELL33", "max_failcount", "3");
        awaitSubjects("user33", "A token for your account: TELL33");

        tenant.check("user33", "pin000000");
        assertThat(server.anonymous()
                        .post("/auth", "username", "user33", "realm", REALM, "password", "pin000000")
                        .status())
                .isEqualTo(401);
        assertThat(locking("TELL33")).isEmpty();
        server.anonymous().post("/auth", "username", "user33", "realm", REALM, "password", "pin000000");
        tenant.check("user33", "pin000000");
        tenant.check("user33", "pin" + VALUES[0]);

        awaitSubjects("user33", "A token for your account: TELL33", "Your token is locked: TELL33");
        assertThat(locking("TELL33")).hasSize(1);
        admin.post("/token/reset/TELL33");
        for (int attempt = 0; attempt < 4; attempt++) {
            tenant.check("user33", "pin000000");
        }
        awaitSubjects(
                "user33",
                "A token for your account: TELL33",
                "Your token is locked: TELL33",
                "Your token is locked: TELL33");
    }

    private static List<Map<String, Object>> locking(String serial) {
        return rows("POST-EVENT token_locked>>UserNotification:sendmail").stream()
                .filter(row -> serial.equals(row.get("serial")))
                .toList();
    }

    @Test
    void whatIsStillBeingEnrolledIsNobodysBusiness() {
        policies.use("enrollment", "verify_enrollment=hotp", "user", "user34", "realm", REALM);
        hotp("LEFT34", "user34");
        admin.delete("/token/LEFT34");
        hotp("TELL34", "user34");
        Answer verified = tenant.enrol("TELL34", "user34", "type", "hotp", "verify", VALUES[0]);
        assertThat(verified.status()).as(verified.body()).isEqualTo(200);
        admin.delete("/token/TELL34");

        awaitSubjects("user34", "A token for your account: TELL34", "A token was taken from your account: TELL34");
    }

    /** A node may die between a commit and the turns of the handlers: then nobody takes what the commit has noted. */
    @Test
    void whatADeadNodeHasToldNobodyIsToldByAnother() {
        HappenedTurns turns = server.bean(HappenedTurns.class);
        turns.stop();
        hotp("TELL35", "user35");
        assertThat(untold()).as("of a new token with a PIN one is news").isEqualTo(1);
        turns.start();
        server.jdbc()
                .sql("update untold_happening set holder = 'dead', expires = now() - interval '1 second'")
                .update();

        awaitSubjects("user35", "A token for your account: TELL35");
        until(() -> untold() == 0);
    }

    private static long untold() {
        return server.jdbc()
                .sql("select count(*) from untold_happening")
                .query(Long.class)
                .single();
    }

    @Test
    void installingAgainChangesNothingAndNothingThatSomebodyHasChanged() {
        assertThat(run("notifications", "install", "--contact", "help@example.org")
                        .out())
                .contains("token-locked       unchanged");
        assertThat(run("notifications", "install", "--language", "de", "--dry-run")
                        .out())
                .contains("WOULD BE", "token-locked       updated");
        int id = (Integer) ((List<?>) known("token-locked").get("ids")).get(0);
        admin.post("/event/disable/" + id);

        assertThat(known("token-locked")).containsEntry("state", "changed");
        assertThat(run("notifications", "list").out())
                .contains("token-locked       changed    a token was locked by failed log-ins")
                .contains("token-enrolled     installed");
        assertThat(run("notifications", "install", "--language", "de").out())
                .contains("token-locked       kept: somebody", "token-enrolled     updated");
        assertThat(run("notifications", "remove").out())
                .contains("token-locked       kept", "token-enrolled     deleted");
        assertThat(known("token-enrolled")).containsEntry("state", "absent");
        assertThat(admin.get("/event/" + id).list()).hasSize(1);
        assertThat(outcomes(admin.post("/event/ready/token-locked", "force", "1")))
                .containsExactly("updated");
        assertThat(known("token-locked")).containsEntry("state", "installed");
        assertThat(outcomes(admin.post("/event/ready"))).containsExactly("made", "made", "made", "unchanged", "made");
        assertThat(outcomes(admin.delete("/event/ready/token-locked"))).containsExactly("deleted");
        assertThat(outcomes(admin.delete("/event/ready/token-locked"))).containsExactly("unchanged");
    }

    private static Map<String, Object> known(String name) {
        return admin.get("/event/ready").list().stream()
                .filter(known -> name.equals(known.get("name")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> outcomes(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.list().stream().map(done -> done.get("outcome")).toList();
    }

    @Test
    void whatCannotBeInstalledIsRefused() {
        assertRefusal(
                admin.post("/event/ready", "emailconfig", "nosuch"),
                400,
                905,
                "ERR905: There is no mail server 'nosuch'");
        assertRefusal(
                admin.post("/event/ready", "language", "fr"),
                400,
                905,
                "ERR905: There are no texts in the language 'fr'");
        assertRefusal(admin.post("/event/ready/nosuch"), 404, 601, "There is no ready-made notification 'nosuch'.");
        assertThat(run("notifications", "install", "nosuch").code()).isEqualTo(1);
        assertThat(run("notifications", "install", "--smtp", "nosuch").err())
                .isEqualTo("symbolon: There is no mail server 'nosuch'\n");
    }
}
