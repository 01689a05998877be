package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.NewPinTerms;
import org.symbolon.events.auth.PinMode;
import org.symbolon.events.auth.PinRule;
import org.symbolon.events.auth.Ruled;
import org.symbolon.policy.PreferredClientMode;

/** What policies make of log-ins in two steps: texts, PINs, failures, new PINs and values that are far ahead. */
class ChallengeTermsWireTest extends ChallengeLogins {

    @Test
    void wherePoliciesDoNotSayItThePinAloneIsWrong() {
        POLICIES.reset();
        hotp("TWO15", "user12");

        assertDecision(tenant.check("user12", PIN), false, WRONG_PIN);
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

        assertDecision(answer, "false", "CHALLENGE", ofTheLogIn(question("TWO24", "hotp", text), text));
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
        return ofTheLogIn(
                ExpectedJson.overlaid(
                        question(serial, "hotp", text),
                        "{'next_pin_change': '2026-01-01T00:00+0000', 'pin_change': true}"),
                text);
    }

    /** What no type asks has attributes that are nothing. */
    private static String ofTheLogIn(String asked, String text) {
        String question = ExpectedJson.overlaid(asked, "{'attributes': null}");
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
}
