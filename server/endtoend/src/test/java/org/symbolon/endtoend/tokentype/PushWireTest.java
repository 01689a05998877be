package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.tokentype.pushed.SoftPhone;
import org.symbolon.connectors.firebase.FirebaseDouble;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.ShowsEffect;

/** Log-ins that a telephone confirms, over the wire, with Google made by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushWireTest {

    private static final String TEXT = "Please confirm the authentication on your mobile device!";
    private static final String ASK_BY_YOURSELF = TEXT + " Use the polling feature of your unsupported privacyIDEA"
            + " Authenticator App to check for a new Login request.";
    private static final String MODULE = "edumfa.lib.smsprovider.FirebaseProvider.FirebaseProvider";

    private final FirebaseDouble google = new FirebaseDouble();
    private PolicyServer server;
    private ApiClient admin;
    private ApiClient anyone;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Path accounts = Files.createDirectory(folder.resolve("accounts"));
        google.writeAccount(accounts.resolve("account.json"));
        server = PolicyServer.start(
                folder, 20, "--symbolon.firebase-directory=" + accounts, "--symbolon.firebase-url=" + google.address());
        admin = server.admin();
        anyone = server.tenant().anyone();
        assertRefusal(
                admin.post("/token/init", "type", "edupush", "genkey", "1"),
                403,
                303,
                "Missing enrollment policy for push token: edupush_firebase_configuration");
        gateway("fire", "account.json");
        gateway("broken", "missing.json");
        server.policy("enrollment", PushUser.policies("fire"), "");
    }

    private void gateway(String name, String file) {
        assertValue(
                admin.post("/smsgateway", "name", name, "module", MODULE, "option.JSON config file", file), "'<int>'");
    }

    @AfterAll
    void stop() {
        server.close();
        google.close();
    }

    private Answer begin(String type, String serial, String user) {
        return server.tenant().enrol(serial, user, "type", type, "genkey", "1", "pin", "1234");
    }

    private PushUser enrolled(String type, String serial, String user) {
        return PushUser.scanning(anyone, type, PushUser.address(begin(type, serial, user)));
    }

    private Answer pin(String serial) {
        return anyone.check("serial", serial, "1234");
    }

    private static String transaction(Answer asked) {
        return asked.detail().get("transaction_id").toString();
    }

    private Answer poll(Answer asked) {
        return anyone.get("/validate/polltransaction", "transaction_id", transaction(asked));
    }

    private Answer finish(Answer asked, String serial, String typed) {
        return anyone.post("/validate/check", "serial", serial, "transaction_id", transaction(asked), "pass", typed);
    }

    @Test
    @ShowsEffect({
        "enrollment/edupush_firebase_configuration",
        "enrollment/edupush_registration_url",
        "enrollment/push_firebase_configuration",
        "enrollment/push_registration_url"
    })
    void aTelephoneConfirmsALogIn() {
        Answer begun = begin("edupush", "EDUPONE", "user1");
        String address = "~edumfa-push://edumfa/EDUPONE.url=https%3A//mfa.example.com/ttype/push&ttl=10&issuer=eduMFA"
                + "&enrollment_credential=[0-9a-f]{40}&v=1&serial=EDUPONE&sslverify=1";
        assertValue(
                begun,
                "true",
                """
                {'serial': 'EDUPONE', 'rollout_state': 'clientwait', 'enrollment_credential': '~[0-9a-f]{40}',
                 'pushurl': {'description': 'URL for eduMFA Push Token', 'value': '%s', 'img': '~data:image/png;.*'}}
                """
                        .formatted(address));
        assertThat(pin("EDUPONE").message()).isEqualTo("No suitable token found for authentication.");
        PushUser user = PushUser.scanning(anyone, "edupush", PushUser.address(begun));

        Answer asked = pin("EDUPONE");
        String question =
                """
                'serial': 'EDUPONE', 'type': 'edupush', 'client_mode': 'poll', 'transaction_id': '~[0-9]{20}',
                'message': '%s', 'attributes': {'hideResponseInput': true}
                """
                        .formatted(TEXT);
        assertDecision(
                asked,
                "false",
                "CHALLENGE",
                "{" + question + ", 'messages': ['" + TEXT + "'], 'preferred_client_mode': 'poll',"
                        + " 'transaction_ids': ['~[0-9]{20}'], 'multi_challenge': [{" + question + "}]}");
        Map<String, String> pushed = google.lastTo("firebase-EDUPONE");
        assertThat(user.phone().believes(pushed)).isTrue();
        assertThat(user.ask().list()).containsExactly(Map.copyOf(pushed));
        assertThat(poll(asked).detail()).containsEntry("challenge_status", "pending");
        assertDecision(
                finish(asked, "EDUPONE", ""),
                false,
                "{'message': 'Response did not match the challenge.', 'serial': 'EDUPONE', 'type': 'edupush'}");
        assertThat(user.accepts(pushed.get("nonce"))).isTrue();
        assertThat(poll(asked).detail()).containsEntry("challenge_status", "accept");
        assertDecision(
                finish(asked, "EDUPONE", ""), true, "{'message': 'Found matching challenge', 'serial': 'EDUPONE'}");
        assertThat(finish(asked, "EDUPONE", "").value()).isEqualTo(false);
        assertThat(poll(asked).detail()).containsEntry("challenge_status", "pending");
        assertThat(server.tenant().listed("EDUPONE").toString())
                .contains("public_key_server", "firebase_token=firebase-EDUPONE")
                .doesNotContain("PRIVATE KEY", "enrollment_credential");
    }

    @Test
    void aNoIsToldToWhoeverWaits() {
        PushUser user = enrolled("push", "PUSHNO", "user2");
        Answer asked = pin("PUSHNO");

        assertThat(user.declines(google.lastTo("firebase-PUSHNO").get("nonce"))).isTrue();

        assertDecision(poll(asked), "false", "DECLINED", "{'challenge_status': 'declined'}");
        assertThat(user.accepts(google.lastTo("firebase-PUSHNO").get("nonce"))).isFalse();
        assertDecision(
                finish(asked, "PUSHNO", ""),
                "false",
                "DECLINED",
                """
                {'message': 'Response did not match the challenge.', 'serial': 'PUSHNO', 'type': 'push',
                 'challenge_status': 'declined'}
                """);
    }

    @Test
    void whoeverSaysToBeATelephoneIsToldNothing() {
        PushUser user = enrolled("edupush", "EDUPFAKE", "user3");
        pin("EDUPFAKE");
        SoftPhone other = SoftPhone.withCurve();
        other.scan("x://x?serial=EDUPFAKE&enrollment_credential=00");
        Map<String, String> again = SoftPhone.withCurve().scan("x://x?serial=EDUPFAKE&enrollment_credential=00");
        Map<String, String> ofNobody = SoftPhone.withCurve().scan("x://x?serial=NOBODYS&enrollment_credential=00");

        assertThat(user.post(other.accept(google.lastTo("firebase-EDUPFAKE").get("nonce")))
                        .value())
                .isEqualTo(false);
        for (Map<String, String> late : List.of(again, ofNobody)) {
            assertRefusal(
                    user.post(late), 404, 601, "No token with this serial number in the rollout state 'clientwait'.");
        }
        assertRefusal(user.post(Map.of("serial", "EDUPFAKE")), 400, 905, "ERR905: Missing parameters!");
        assertRefusal(
                user.post(other.tell("mine", java.time.Instant.now())), 400, 10, "ERR10: Could not verify signature!");
        assertRefusal(
                anyone.get("/ttype/edupush", "serial", "NOBODYS", "timestamp", "2026-01-01T00:00", "signature", "A"),
                400,
                10,
                "ERR10: Timestamp 2026-01-01T00:00 not in valid range.");
        assertThat(admin.get("/token/", "serial", "NOBODYS").rows("tokens")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "\ud83d\ude00", "%", "*", "' or 1=1 --", "../x", "<serial>"})
    void whatIsNoSerialIsNone(String serial) {
        List<Map<String, String>> bad = List.of(
                Map.of("serial", serial, "nonce", serial, "signature", serial),
                Map.of("serial", serial, "fbtoken", serial, "pubkey", serial, "enrollment_credential", serial),
                Map.of("serial", serial, "new_fb_token", serial, "timestamp", serial, "signature", serial),
                Map.of("serial", serial.repeat(500), "nonce", "N", "signature", "A".repeat(50_000)));
        for (Map<String, String> sent : bad) {
            String[] parameters = sent.entrySet().stream()
                    .flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
                    .toArray(String[]::new);
            Answer answer = anyone.post("/ttype/edupush", parameters);
            assertThat(answer.status()).as(answer.body()).isIn(200, 400, 404);
            assertThat(answer.result().get("value")).isNotEqualTo(true);
        }
    }

    @Test
    @ShowsEffect({"authentication/edupush_allow_polling", "authentication/push_allow_polling"})
    void whereGoogleIsAwayTheTelephoneAsksByItself() throws InterruptedException {
        server.policy("enrollment", "edupush_firebase_configuration=broken", "user4");
        PushUser user = reachedBy("broken", enrolled("edupush", "EDUPGONE", "user5"), "EDUPGONE");

        Answer asked = pin("EDUPGONE");
        assertThat(asked.message()).isEqualTo(ASK_BY_YOURSELF);
        assertThat(asked.detail().get("messages")).isEqualTo(List.of(ASK_BY_YOURSELF));
        assertThat(user.accepts(user.asked().get("nonce"))).isTrue();
        assertThat(finish(asked, "EDUPGONE", "").isAccepted()).isTrue();
        assertRefusal(
                anyone.post("/validate/check", "serial", "EDUPGONE", "pass", "1234", "exception", "1"),
                400,
                401,
                "ERR401: Failed to submit message to Firebase service.");

        server.policy("authentication", "edupush_allow_polling=deny, push_allow_polling=deny", "user5");
        Answer refused = pin("EDUPGONE");
        assertThat(refused.isRejected()).as(refused.body()).isTrue();
        assertThat((List<?>) refused.detail().get("multi_challenge")).isEmpty();
        assertRefusal(user.ask(), 403, 303, "Polling not allowed!");
    }

    /** The same token over another gateway. */
    private PushUser reachedBy(String gateway, PushUser user, String serial) {
        assertThat(admin.post("/token/info/" + serial + "/edupush_firebase_configuration", "value", gateway)
                        .status())
                .isEqualTo(200);
        return user;
    }

    @ParameterizedTest
    @ValueSource(strings = {"edupush", "push"})
    @ShowsEffect({
        "authentication/edupush_text_on_mobile",
        "authentication/edupush_title_on_mobile",
        "authentication/edupush_ssl_verify",
        "authentication/push_text_on_mobile",
        "authentication/push_title_on_mobile",
        "authentication/push_ssl_verify",
        "enrollment/edupush_ttl",
        "enrollment/edupush_ssl_verify",
        "enrollment/edupush_force_app_pin",
        "enrollment/push_ttl",
        "enrollment/push_ssl_verify",
        "enrollment/push_force_app_pin"
    })
    void policiesSayWhatTheTelephoneShows(String type) {
        String user = type.equals("push") ? "user6" : "user7";
        String serial = "SAYS" + type.toUpperCase(java.util.Locale.ROOT);
        server.policy(
                "authentication",
                "%1$s_text_on_mobile=Is it you?, %1$s_title_on_mobile=At work, %1$s_ssl_verify=0".formatted(type),
                user);
        server.policy("enrollment", "%1$s_ttl=5, %1$s_ssl_verify=0, %1$s_force_app_pin".formatted(type), user);

        String address = PushUser.address(begin(type, serial, user));
        assertThat(address).contains("&ttl=5&").contains("&sslverify=0").endsWith("&pin=True");
        PushUser.scanning(anyone, type, address);
        pin(serial);
        assertThat(google.lastTo("firebase-" + serial))
                .containsEntry("question", "Is it you?")
                .containsEntry("title", "At work")
                .containsEntry("sslverify", "0");
    }

    @Test
    @ShowsEffect({
        "authentication/push_require_presence",
        "authentication/push_presence_options",
        "authentication/push_presence_custom_options",
        "authentication/push_presence_num_options",
        "authentication/push_challenge_text"
    })
    void somebodyChoosesOnTheTelephoneWhatHeIsShown() {
        server.policy(
                "authentication",
                "push_require_presence, push_presence_options=CUSTOM, push_presence_custom_options=red:green:blue,"
                        + " push_presence_num_options=2, push_challenge_text=Choose {presence_answer}",
                "user8");
        PushUser user = enrolled("push", "PUSHPRES", "user8");
        Answer asked = pin("PUSHPRES");
        String right = asked.detail().get("presence_answer").toString();
        Map<String, String> pushed = google.lastTo("firebase-PUSHPRES");
        List<String> choices = List.of(pushed.get("require_presence").split(","));

        assertThat(asked.message()).isEqualTo("Choose " + right);
        assertThat(choices).hasSize(2).contains(right).isSubsetOf("red", "green", "blue");
        String wrong = choices.get(1 - choices.indexOf(right));
        assertThat(user.post(user.phone().choose(pushed.get("nonce"), wrong)).value())
                .isEqualTo(false);
        assertThat(finish(asked, "PUSHPRES", "").isRejected()).isTrue();
        assertThat(user.post(user.phone().choose(pushed.get("nonce"), right)).value())
                .isEqualTo(true);
        assertThat(finish(asked, "PUSHPRES", "").isAccepted()).isTrue();
    }

    @Test
    @ShowsEffect({
        "authentication/push_code_to_phone",
        "authentication/push_code_to_phone_message",
        "enrollment/push_use_pia_scheme",
        "enrollment/push_app_force_unlock"
    })
    void somebodyTypesWhatTheTelephoneShows() {
        server.policy("authentication", "push_code_to_phone, push_code_to_phone_message=Type it", "user9");
        server.policy("enrollment", "push_use_pia_scheme, push_app_force_unlock=pin", "user9");
        String address = PushUser.address(begin("push", "PUSHCODE", "user9"));
        assertThat(address).startsWith("pia://pipush/").endsWith("&app_force_unlock=pin");
        PushUser user = PushUser.scanning(anyone, "push", address);
        Answer asked = pin("PUSHCODE");

        assertThat(asked.detail()).containsEntry("client_mode", "interactive");
        Answer confirmed =
                user.post(user.phone().accept(google.lastTo("firebase-PUSHCODE").get("nonce")));
        assertThat(confirmed.value()).isEqualTo(true);
        assertThat(confirmed.detail()).containsEntry("message", "Type it");
        assertThat(poll(asked).detail()).containsEntry("challenge_status", "pending");
        assertThat(finish(asked, "PUSHCODE", "x").isRejected()).isTrue();
        String code = confirmed.detail().get("display_code").toString();
        assertThat(code).matches("[0-9]{2}");
        assertThat(finish(asked, "PUSHCODE", code).isAccepted()).isTrue();
    }

    @Test
    void aLogInThatEnrolsTheTokenGoesOnOnceTheTelephoneHasIt() {
        server.policy("authentication", "enroll_via_multichallenge=EDUPUSH", "user10");
        server.tenant().enrol("EDUPEBL", "user10", "type", "spass", "pin", "1234");

        Answer first = server.tenant().check("user10", "1234");
        Answer asked = server.tenant().check("user10", "1234");

        assertThat(asked.result()).containsEntry("authentication", "CHALLENGE");
        assertThat(asked.detail())
                .containsEntry("type", "edupush")
                .containsEntry("client_mode", "poll")
                .containsEntry("message", "Please scan the QR code!")
                .containsEntry("enroll_via_multichallenge", true)
                .containsKeys("image", "link");
        assertThat(poll(asked).detail()).containsEntry("challenge_status", "pending");
        PushUser.scanning(anyone, "edupush", asked.detail().get("link").toString());
        assertThat(poll(first).detail()).as("somebody else's log-in").containsEntry("challenge_status", "pending");
        assertThat(poll(asked).detail()).containsEntry("challenge_status", "accept");
        assertThat(answer(first).isAccepted()).isFalse();
        assertThat(answer(asked).isAccepted()).isTrue();
        assertThat(answer(asked).isAccepted()).isFalse();
        assertThat(server.tenant().check("user10", "1234").isAccepted())
                .as("nothing is owed any more")
                .isTrue();
    }

    private Answer answer(Answer asked) {
        return server.tenant().check("user10", "", "transaction_id", transaction(asked));
    }
}
