package org.symbolon.endtoend.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.MailedCodes;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.ShowsEffect;

/** People register themselves, where policies let them, and get a code by mail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterWireTest {

    private static final String REALM = "newcomers";
    private static final String PASSWORD = "Secret-of-newcomers";
    private static final String TO_GREEN = "resolver=newcomers, realm=Newcomers, smtpconfig=green";

    private InProcessServer server;
    private MailedCodes codes;
    private ApiClient admin;
    private ApiClient anyone;
    private PoliciesInUse policies;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        server = InProcessServer.start(folder);
        admin = server.admin();
        anyone = server.anonymous();
        codes = MailedCodes.start(admin, REALM);
        policies = new PoliciesInUse(admin, "register");
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
        codes.close();
    }

    @AfterEach
    void endPolicies() {
        policies.end();
        admin.delete("/defaultrealm");
    }

    private Answer register(String login) {
        return register(login, login + "@example.org");
    }

    private Answer register(String login, String email) {
        return anyone.post(
                "/register",
                "username",
                login,
                "surname",
                "Sur",
                "givenname",
                "Given",
                "email",
                email,
                "mobile",
                "+49 1",
                "password",
                PASSWORD);
    }

    private void assertRefused(Answer answer, String why) {
        assertRefusal(answer, 400, 402, "ERR402: " + why);
    }

    private boolean isThere(String login) {
        return !admin.get("/user/", "resolver", REALM, "username", login).list().isEmpty();
    }

    private Map<String, Object> lastRow() {
        return admin.get("/audit/", "action", "POST /register", "pagesize", "1", "sortorder", "desc")
                .rows("auditdata")
                .get(0);
    }

    @Test
    @ShowsEffect("register/resolver")
    void thatPeopleCanRegisterIsToldWhereAPolicyNamesAResolver() {
        assertValue(anyone.get("/register"), "false");
        policies.use("register", "resolver=newcomers");
        assertValue(anyone.get("/register"), "true");
    }

    @Test
    @ShowsEffect({"register/smtpconfig", "register/realm"})
    void aNewUserGetsACodeThatLetsHimInOnce() throws MessagingException {
        policies.use("register", TO_GREEN);

        assertValue(register("dora"), "true");

        assertThat(lastRow())
                .containsEntry("success", 1)
                .containsEntry("user", "dora")
                .containsEntry("realm", REALM)
                .containsEntry("resolver", REALM)
                .containsEntry("token_type", "registration");
        assertThat(admin.get("/user/", "realm", REALM, "username", "dora").list())
                .singleElement()
                .satisfies(user -> assertThat(user)
                        .containsEntry("surname", "Sur")
                        .containsEntry("givenname", "Given")
                        .containsEntry("email", "dora@example.org")
                        .containsEntry("mobile", List.of("+49 1")));
        MimeMessage mail = codes.to("dora@example.org").get(0);
        String code = codes.codeTo("dora@example.org");
        assertThat(mail.getSubject()).isEqualTo("Your eduMFA registration");
        assertThat(MailedCodes.text(mail)).isEqualTo("Your registration token is " + code + ".");
        assertThat(check("dora", code)).isTrue();
        assertThat(check("dora", code)).isFalse();
        assertThat(anyone.post("/auth", "username", "dora", "realm", REALM, "password", PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    private boolean check(String user, String code) {
        return anyone.post("/validate/check", "user", user, "realm", REALM, "pass", code)
                .isAccepted();
    }

    @Test
    @ShowsEffect("register/registration_body")
    void policiesSayWhatTheMailSaysAndWhatTheCodeIsMadeOf() {
        policies.use("register", "resolver=newcomers, smtpconfig=green");
        policies.use("register", "registration_body=Hello! Your code: {regkey} (once)");
        policies.use("enrollment", "registration.length=24, registration.contents=+n");
        policies.use("user", "otp_pin_minlength=8");
        admin.post("/defaultrealm/" + REALM);

        assertValue(register("emil"), "true");

        assertThat(MailedCodes.text(codes.to("emil@example.org").get(0)))
                .matches("Hello! Your code: [0-9]{24} \\(once\\)");
        assertThat(check("emil", codes.codeTo("emil@example.org"))).isTrue();
    }

    @Test
    void whatPoliciesLackIsTold() {
        assertRefused(register("fred"), "No SMTP server configuration specified!");
        policies.use("register", "smtpconfig=green");
        assertRefused(register("fred"), "No resolver specified to register in!");
        policies.use("register", "resolver=newcomers");
        assertRefused(register("fred"), "No realm specified to register in!");
        policies.use("register", "realm=elsewhere");
        assertRefused(register("fred"), "The resolver is not in the realm to register in!");
        assertThat(isThere("fred")).isFalse();
    }

    @Test
    void aNameThatIsTakenOrReadAsAnothersIsRefused() {
        policies.use("register", TO_GREEN);

        assertRefused(register("ada"), "The username is already registered!");
        assertRefusal(
                register("ada@" + REALM), 400, 905, "ERR905: Parameter 'username' must be a login without a realm");
        assertThat(isThere("ada")).isTrue();
    }

    @Test
    @ShowsEffect("register/requiredemail")
    void policiesSayWithWhichMailAddressesPeopleRegister() {
        policies.use("register", TO_GREEN);
        policies.use("register", "requiredemail=/@example[.]com$/ /@example[.]net$/");

        assertRefused(register("gina"), "This email address is not allowed to register!");
        assertThat(isThere("gina")).isFalse();
        assertValue(register("gina", "gina@example.net"), "true");
    }

    @Test
    void aMailThatIsNotSentTakesEverythingBack() {
        policies.use("register", "resolver=newcomers, realm=newcomers, smtpconfig=dead");

        assertRefused(register("hans"), "Failed to send email!");

        assertThat(isThere("hans")).isFalse();
        assertThat(admin.get("/token/", "tokenrealm", REALM, "type", "registration")
                        .rows("tokens"))
                .noneMatch(token -> "hans".equals(token.get("username")));
        assertThat(lastRow())
                .containsEntry("success", 0)
                .containsEntry("user", "hans")
                .containsEntry("info", "ERR402: Failed to send email! The mail server 127.0.0.1:1 cannot be reached");
    }

    @Test
    void whereThereIsNoRoomForHisTokenNobodyIsRegistered() {
        policies.use("register", TO_GREEN);
        policies.use("enrollment", "max_token_per_user=0");

        assertThat(register("ida").status()).isEqualTo(403);
        assertThat(isThere("ida")).isFalse();
    }
}
