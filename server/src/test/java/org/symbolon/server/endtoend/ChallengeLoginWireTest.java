package org.symbolon.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.server.endtoend.Wire.assertDecision;
import static org.symbolon.server.endtoend.Wire.assertRefusal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.events.auth.ChallengeTerms;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.NewPinTerms;
import org.symbolon.events.auth.PinMode;
import org.symbolon.events.auth.PinRule;
import org.symbolon.events.auth.Ruled;
import org.symbolon.server.policy.PreferredClientMode;

/** Log-ins in two steps over the wire: the PIN begins, the value ends, and both are told as eduMFA tells them. */
class ChallengeLoginWireTest {

    private static final String REALM = "twosteps";
    private static final String PIN = "pin";
    private static final String TEXT = "please enter otp: ";
    private static final String WRONG_PIN = "{'message': 'wrong otp pin'}";
    private static final LoginTerms ASKING = asking(null, Map.of(), false).terms();

    private static LoginTerms.Draft asking(String text, Map<String, String> texts, boolean countAsFailures) {
        return LoginTerms.draft()
                .challenges(new ChallengeTerms(Set.of("hotp", "totp", "pw"), text, texts, countAsFailures, List.of()));
    }

    private static final SettablePolicies POLICIES = new SettablePolicies();

    @TempDir
    private static Path folder;

    private static InProcessServer server;
    private static Tenant tenant;

    private final Device device = Device.random(new SplittableRandom());

    @BeforeAll
    static void start() {
        server = POLICIES.startServer(folder);
        tenant = Tenant.create(server, REALM, folder, 40);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void ask() {
        POLICIES.reset();
        POLICIES.terms(ASKING);
    }

    private void hotp(String serial, String user) {
        Answer enrolled = tenant.enrol(serial, user, "type", "hotp", "otpkey", device.seed(), "pin", PIN);
        assertThat(enrolled.status()).isEqualTo(200);
    }

    private void pw(String serial, String user) {
        assertThat(tenant.enrol(serial, user, "type", "pw", "otpkey", "secret", "pin", PIN)
                        .status())
                .isEqualTo(200);
    }

    private String begin(String user) {
        return (String) tenant.check(user, PIN).detail().get("transaction_id");
    }

    private Answer answer(String user, String typed, String transaction) {
        return tenant.check(user, typed, "transaction_id", transaction);
    }

    private static String question(String serial, String type, String text) {
        return "{'serial': '%s', 'type': '%s', 'message': '%s', 'client_mode': 'interactive', 'transaction_id': '~\\\\d{20}'}"
                .formatted(serial, type, text);
    }

    private static String asked(String serial, String type) {
        return ExpectedJson.overlaid(
                question(serial, type, TEXT),
                "{'messages': ['%1$s'], 'multi_challenge': [%2$s], 'transaction_ids': ['~\\\\d{20}'],"
                                .formatted(TEXT, question(serial, type, TEXT))
                        + "'preferred_client_mode': 'interactive'}");
    }

    private static String unasked(String text) {
        return "{'message': '%1$s', 'messages': ['%1$s'], 'multi_challenge': [], 'transaction_ids': []}"
                .formatted(text);
    }

    private static String only(String message) {
        return "{'message': '" + message + "'}";
    }

    private Object failCount(String serial) {
        return ExpectedJson.entry(tenant.listed(serial), "failcount");
    }

    private Map<String, Object> audit(String serial) {
        return tenant.admin().get("/audit/", "serial", serial, "sortorder", "desc").rows("auditdata").stream()
                .filter(row -> !String.valueOf(row.get("action")).contains("/token/"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePinAloneAsksForTheValue() {
        hotp("TWO1", "user1");

        assertDecision(tenant.check("user1", PIN), "false", "CHALLENGE", asked("TWO1", "hotp"));

        assertThat(audit("TWO1"))
                .containsEntry("action", "POST /validate/check")
                .containsEntry("success", 0)
                .containsEntry("info", TEXT)
                .containsEntry("token_type", "hotp")
                .containsEntry("user", "user1");
        assertThat(failCount("TWO1")).isEqualTo(0);
    }

    @Test
    void allTokensThatAreAskedShareOneTransaction() {
        hotp("TWO2", "user2");
        pw("TWO3", "user2");

        Answer answer = tenant.check("user2", PIN);

        assertDecision(
                answer,
                "false",
                "CHALLENGE",
                ExpectedJson.overlaid(
                        question("TWO3", "pw", TEXT + ", " + TEXT),
                        "{'messages': ['%1$s', '%1$s'], 'multi_challenge': [%2$s, %3$s], 'preferred_client_mode': 'interactive',"
                                        .formatted(TEXT, question("TWO2", "hotp", TEXT), question("TWO3", "pw", TEXT))
                                + "'transaction_ids': ['~\\\\d{20}', '~\\\\d{20}']}"));
        Map<String, Object> detail = answer.detail();
        String transaction = (String) detail.get("transaction_id");
        assertThat(detail.get("transaction_ids")).isEqualTo(List.of(transaction, transaction));
        assertThat(audit("TWO2,TWO3")).containsEntry("token_type", "pw");
    }

    @Test
    void theRightAnswerIsAcceptedOnceAndEndsTheTransaction() {
        hotp("TWO4", "user3");
        pw("TWO5", "user3");
        String transaction = begin("user3");

        assertDecision(
                answer("user3", "secret", transaction),
                true,
                "{'message': 'Found matching challenge', 'serial': 'TWO5'}");

        assertThat(tenant.admin()
                        .get("/token/challenges/", "transaction_id", transaction)
                        .rows("challenges"))
                .isEmpty();
        assertDecision(answer("user3", "secret", transaction), false, WRONG_PIN);
        assertDecision(answer("user3", device.otp(0), transaction), false, WRONG_PIN);
        assertThat(tenant.check("user3", PIN + device.otp(0)).isAccepted()).isTrue();
    }

    @Test
    void aWrongAnswerLeavesTheChallengeOpen() {
        hotp("TWO6", "user4");
        String transaction = begin("user4");

        assertDecision(
                answer("user4", "000000", transaction),
                false,
                "{'message': 'Response did not match the challenge.', 'serial': 'TWO6', 'type': 'hotp'}");

        assertThat(failCount("TWO6")).isEqualTo(1);
        assertThat(tenant.admin()
                        .get("/token/challenges/TWO6")
                        .rows("challenges")
                        .get(0))
                .containsEntry("transaction_id", transaction)
                .containsEntry("received_count", 1)
                .containsEntry("otp_valid", false);
        assertThat(tenant.anyone()
                        .get("/validate/polltransaction/" + transaction)
                        .detail())
                .containsEntry("challenge_status", "pending");
        assertThat(answer("user4", device.otp(0), transaction).isAccepted()).isTrue();
        assertThat(failCount("TWO6")).isEqualTo(0);
    }

    @Test
    void severalWrongAnswersAreCounted() {
        hotp("TWO7", "user5");
        pw("TWO8", "user5");

        assertDecision(answer("user5", "000000", begin("user5")), false, only("Response did not match for 2 tokens."));
    }

    @Test
    void stateIsAnotherNameAndSerialsAndGetWillDo() {
        hotp("TWO9", "user6");
        ApiClient anyone = tenant.anyone();

        String transaction = (String) anyone.get("/validate/check", "serial", "TWO9", "pass", PIN)
                .detail()
                .get("transaction_id");

        Answer answer = anyone.get("/validate/check", "serial", "TWO9", "pass", device.otp(0), "state", transaction);
        assertDecision(answer, true, "{'message': 'Found matching challenge', 'serial': 'TWO9'}");
    }

    @Test
    void anUnknownOrExpiredTransactionIsAWrongPin() {
        hotp("TWO10", "user7");
        tenant.admin().post("/system/setConfig", "HotpChallengeValidityTime", "0");
        String expired = begin("user7");
        tenant.admin().delete("/system/HotpChallengeValidityTime");

        assertDecision(answer("user7", device.otp(0), expired), false, WRONG_PIN);
        assertDecision(answer("user7", device.otp(0), "nosuch"), false, WRONG_PIN);
        assertDecision(answer("user7", device.otp(0), "1".repeat(5000)), false, WRONG_PIN);
        assertThat(failCount("TWO10")).isEqualTo(3);
    }

    @Test
    void theAnswerOfOneUserIsNotThatOfAnother() {
        pw("TWO11", "user8");
        pw("TWO12", "user9");

        assertDecision(answer("user9", "secret", begin("user8")), false, WRONG_PIN);
    }

    @Test
    void whoeverIsNotFitIsNotAsked() {
        hotp("TWO13", "user10");
        tenant.admin().post("/token/disable/TWO13");

        assertDecision(tenant.check("user10", PIN), false, only("No active challenge response token found"));
        tenant.admin().post("/token/enable/TWO13");
        tenant.admin().post("/token/set/TWO13", "max_failcount", "1");
        tenant.check("user10", "wrong000000");
        assertDecision(tenant.check("user10", PIN), false, unasked("Failcounter exceeded"));
    }

    @Test
    void aTokenThatIsDisabledMeanwhileDoesNotLetIn() {
        hotp("TWO14", "user11");
        String transaction = begin("user11");
        tenant.admin().post("/token/disable/TWO14");

        assertDecision(
                answer("user11", device.otp(0), transaction),
                false,
                "{'message': 'Challenge matches, but token is not fit for challenge. Token is disabled',"
                        + " 'serial': 'TWO14'}");
    }

    @Test
    void wherePoliciesDoNotSayItThePinAloneIsWrong() {
        POLICIES.reset();
        hotp("TWO15", "user12");

        assertDecision(tenant.check("user12", PIN), false, WRONG_PIN);
    }

    @Test
    void radiusIsToldNothingAndAnIdentityProviderEverything() {
        hotp("TWO16", "user13");
        ApiClient anyone = tenant.anyone();

        Answer radius = anyone.post("/validate/radiuscheck", "serial", "TWO16", "pass", PIN);
        assertThat(radius.status()).isEqualTo(400);
        assertThat(radius.body()).isEmpty();

        Answer saml = anyone.post("/validate/samlcheck", "user", "user13", "realm", REALM, "pass", PIN);
        assertDecision(saml, "{'auth': false, 'attributes': {}}", "ACCEPT", asked("TWO16", "hotp"));
        String transaction = (String) saml.detail().get("transaction_id");
        assertThat(anyone.post(
                                "/validate/radiuscheck",
                                "serial",
                                "TWO16",
                                "pass",
                                device.otp(0),
                                "transaction_id",
                                transaction)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void textsAndThePreferredClientModeMayBeOthers() {
        hotp("TWO17", "user14");
        pw("TWO18", "user14");
        POLICIES.terms(asking("Value?", Map.of("pw", "Password?"), false).terms());
        POLICIES.preferred(new PreferredClientMode(List.of("poll", "u2f")));

        Map<String, Object> detail = tenant.check("user14", PIN).detail();

        assertThat(detail)
                .containsEntry("message", "Value?, Password?")
                .containsEntry("messages", List.of("Value?", "Password?"))
                .containsEntry("preferred_client_mode", "interactive");
    }

    @Test
    void aChallengeMayCountAsAFailureAndASuccessForgiveAllFailures() {
        hotp("TWO19", "user15");
        pw("TWO20", "user15");
        POLICIES.terms(asking(null, Map.of(), true)
                .resetsAllTokens(Ruled.of(true, List.of()))
                .terms());

        String transaction = begin("user15");
        assertThat(List.of(failCount("TWO19"), failCount("TWO20"))).containsExactly(1, 1);

        assertThat(answer("user15", "secret", transaction).isAccepted()).isTrue();
        assertThat(List.of(failCount("TWO19"), failCount("TWO20"))).containsExactly(0, 0);
    }

    @Test
    void aPlainSuccessForgivesAllFailuresToo() {
        hotp("TWO21", "user16");
        pw("TWO22", "user16");
        tenant.check("user16", "wrong000000");
        POLICIES.terms(
                LoginTerms.draft().resetsAllTokens(Ruled.of(true, List.of())).terms());

        assertThat(tenant.check("user16", PIN + device.otp(0)).isAccepted()).isTrue();
        assertThat(tenant.check("user16", PIN + device.otp(1)).isAccepted()).isTrue();

        assertThat(failCount("TWO22")).isEqualTo(0);
    }

    @Test
    void thePinMayBeThePasswordOfTheUserStoreOrNothing() {
        hotp("TWO23", "user17");

        POLICIES.terms(asking(null, Map.of(), false).pinMode(PinMode.USER_STORE).terms());
        assertThat(tenant.check("user17", PasswdFile.PASSWORD + device.otp(0)).isAccepted())
                .isTrue();
        assertDecision(tenant.check("user17", PIN + device.otp(1)), false, WRONG_PIN);
        assertDecision(tenant.check("user17", PasswdFile.PASSWORD), "false", "CHALLENGE", asked("TWO23", "hotp"));
        assertDecision(
                tenant.anyone().check("serial", "TWO23", PasswdFile.PASSWORD),
                "false",
                "CHALLENGE",
                asked("TWO23", "hotp"));

        POLICIES.terms(LoginTerms.draft().pinMode(PinMode.NONE).terms());
        assertThat(tenant.check("user17", device.otp(1)).isAccepted()).isTrue();
        assertDecision(tenant.check("user17", PIN + device.otp(2)), false, WRONG_PIN);
    }

    @Test
    void aDistantValueIsAnsweredWithTheQuestionForTheNextOne() {
        hotp("TWO24", "user18");
        tenant.admin().post("/system/setConfig", "AutoResync", "True");
        POLICIES.terms(LoginTerms.draft().resynchronisesByChallenge(true).terms());
        String text = "To resync your token, please enter the next OTP value";

        Answer answer = tenant.check("user18", PIN + device.otp(50));

        assertDecision(
                answer,
                "false",
                "CHALLENGE",
                ExpectedJson.overlaid(
                        question("TWO24", "hotp", text),
                        "{'messages': ['%1$s'], 'multi_challenge': [%2$s], 'transaction_ids': ['~\\\\d{20}'],"
                                        .formatted(text, question("TWO24", "hotp", text))
                                + "'preferred_client_mode': 'interactive'}"));
        String transaction = (String) answer.detail().get("transaction_id");
        assertThat(tenant.admin()
                        .get("/token/challenges/TWO24")
                        .rows("challenges")
                        .get(0))
                .containsEntry("challenge", "generic_resync");
        assertThat(answer("user18", device.otp(51), transaction).isAccepted()).isTrue();
        tenant.admin().delete("/system/AutoResync");
    }

    @Test
    void whosePinIsDueChoosesANewOneBeforeHeGetsIn() {
        hotp("TWO30", "user23");
        tenant.admin().post("/token/info/TWO30/next_pin_change", "value", "2026-01-01T00:00+0000");
        POLICIES.terms(LoginTerms.draft()
                .newPins(new NewPinTerms(
                        new PinRule(Ruled.of(4, List.of()), Ruled.nothing(), Ruled.nothing()), Map.of(), null))
                .terms());

        Answer first = tenant.check("user23", PIN + device.otp(0));
        assertDecision(first, "false", "CHALLENGE", newPin("TWO30", "Please enter a new PIN"));
        String transaction = (String) first.detail().get("transaction_id");
        assertDecision(answer("user23", device.otp(1), "00000000000000000000"), false, WRONG_PIN);

        assertRefusal(answer("user23", "bad", transaction), 403, 303, "The minimum OTP PIN length is 4");
        Answer second = answer("user23", "better", transaction);
        assertDecision(second, "false", "CHALLENGE", newPin("TWO30", "Please enter the new PIN again"));
        String again = (String) second.detail().get("transaction_id");
        assertThat(again).isNotEqualTo(transaction);
        assertThat(tenant.admin().get("/token/challenges/TWO30").rows("challenges"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("challenge", "generic_pin_reset")
                        .containsEntry("data", "__CENSORED__"));

        assertDecision(answer("user23", "other", again), false, "{'message': 'PINs do not match', 'serial': 'TWO30'}");
        assertDecision(
                answer("user23", "better", again), true, "{'message': 'PIN successfully set.', 'serial': 'TWO30'}");
        assertDecision(answer("user23", "better", again), false, WRONG_PIN);
        assertThat(tenant.check("user23", "better" + device.otp(1)).isAccepted())
                .isTrue();
    }

    private static String newPin(String serial, String text) {
        String question = ExpectedJson.overlaid(
                question(serial, "hotp", text),
                "{'attributes': null, 'next_pin_change': '2026-01-01T00:00+0000', 'pin_change': true}");
        return ExpectedJson.overlaid(
                question,
                "{'messages': ['%1$s'], 'multi_challenge': [%2$s], 'transaction_ids': ['~\\\\d{20}'],"
                                .formatted(text, question)
                        + "'preferred_client_mode': 'interactive'}");
    }

    @Test
    void datesByWhichSomethingIsToBeChangedAreTold() {
        hotp("TWO25", "user19");
        tenant.admin().post("/token/info/TWO25/next_pin_change", "value", "2026-01-01T00:00+0000");
        tenant.admin().post("/token/info/TWO25/next_password_change", "value", "2099-01-01T00:00+0000");
        String dates = "{'next_pin_change': '2026-01-01T00:00+0000', 'pin_change': true,"
                + " 'next_password_change': '2099-01-01T00:00+0000', 'password_change': false}";

        assertDecision(
                tenant.check("user19", PIN + device.otp(0)),
                true,
                ExpectedJson.overlaid(
                        "{'message': 'matching 1 tokens', 'serial': 'TWO25', 'type': 'hotp', 'otplen': 6}", dates));
        assertThat(tenant.check("user19", PIN).detail()).containsEntry("pin_change", true);
    }

    @Test
    void anAdministratorAsksWithoutAPin() {
        hotp("TWO26", "user20");
        pw("TWO27", "user20");
        tenant.enrol("TWO28", "user20", "type", "spass", "pin", "x");
        ApiClient admin = tenant.admin();

        Answer asked = admin.post("/validate/triggerchallenge", "user", "user20", "realm", REALM);

        assertThat(asked.value()).isEqualTo(2);
        assertThat(asked.detail().get("message")).isEqualTo(TEXT + ", " + TEXT);
        assertThat(audit("TWO26,TWO27"))
                .containsEntry("action", "POST /validate/triggerchallenge")
                .containsEntry("info", "triggered 2 challenges")
                .containsEntry("success", 1)
                .containsEntry("user", "user20")
                .containsEntry("administrator", InProcessServer.ADMIN);
        assertDecision(
                admin.get("/validate/triggerchallenge", "user", "user20", "realm", REALM, "type", "hotp"),
                "1",
                "ACCEPT",
                asked("TWO26", "hotp"));
        assertDecision(
                admin.post("/validate/triggerchallenge", "serial", "TWO27"), "1", "ACCEPT", asked("TWO27", "pw"));
        String transaction = (String) asked.detail().get("transaction_id");
        assertThat(answer("user20", "secret", transaction).isAccepted()).isTrue();
    }

    @Test
    void whereNobodyCanBeAskedNothingIsTold() {
        hotp("TWO29", "user21");
        tenant.admin().post("/token/disable/TWO29");
        String nothing = "{'messages': [], 'multi_challenge': [], 'transaction_ids': []}";

        for (String[] subject :
                List.of(new String[] {"serial", "NOSUCH"}, new String[] {"serial", "TWO29"}, new String[] {
                    "user", "user22", "realm", REALM
                })) {
            assertDecision(tenant.admin().post("/validate/triggerchallenge", subject), "0", "REJECT", nothing);
        }
    }

    @Test
    void onlyAnAdministratorAsksAndHeMustNameSomebody() {
        ApiClient admin = tenant.admin();

        assertRefusal(
                tenant.anyone().post("/validate/triggerchallenge", "user", "user1", "realm", REALM),
                401,
                4033,
                "Authentication failure. Missing Authorization header.");
        assertRefusal(
                admin.post("/validate/triggerchallenge"), 400, 905, "ERR905: You need to specify a serial or a user.");
        assertRefusal(
                admin.post("/validate/triggerchallenge", "user", "nobody", "realm", REALM),
                400,
                904,
                "ERR904: The user can not be found in any resolver in this realm!");
    }
}
