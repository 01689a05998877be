package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertJson;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.NewPinTerms;
import org.symbolon.events.auth.PinRule;
import org.symbolon.events.auth.Ruled;

/** Tokens of several types that are asked together, each in its own way, and what is asked of them afterwards. */
class SeveralChallengesWireTest extends ChallengeLogins {

    private static final String SECRET = "abcabcabc";
    private static final String QUESTIONS = "{\"Colour?\": \"blue\", \"Sea?\": \"blue\", \"Sky?\": \"blue\","
            + " \"Town?\": \"blue\", \"Pet?\": \"blue\"}";

    private void question(String serial, String user) {
        assertThat(tenant.enrol(serial, user, "type", "question", "questions", QUESTIONS, "pin", PIN)
                        .status())
                .isEqualTo(200);
    }

    private static Map<?, ?> item(Answer asked, String type) {
        return ((List<?>) asked.detail().get("multi_challenge"))
                .stream()
                        .map(item -> (Map<?, ?>) item)
                        .filter(item -> type.equals(item.get("type")))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void eachTypeAsksInItsOwnWayInOneTransactionThatOneAnswerEnds() {
        hotp("SEV1", "user31");
        question("SEV2", "user31");
        assertThat(tenant.enrol("SEV3", "user31", "type", "indexedsecret", "otpkey", SECRET, "pin", PIN)
                        .status())
                .isEqualTo(200);

        Answer asked = tenant.check("user31", PIN);
        String transaction = (String) asked.detail().get("transaction_id");

        assertThat(asked.result()).containsEntry("authentication", "CHALLENGE");
        assertThat((List<?>) asked.detail().get("multi_challenge")).hasSize(3);
        assertThat(asked.detail().get("transaction_ids")).isEqualTo(List.of(transaction, transaction, transaction));
        assertJson(item(asked, "hotp"), question("SEV1", "hotp", TEXT));
        assertThat(item(asked, "question").get("message").toString()).endsWith("?");
        assertJson(item(asked, "question").get("attributes"), "{'valid_until': '~.+'}");
        assertJson(
                item(asked, "indexedsecret").get("attributes"),
                "{'random_positions': ['<int>', '<int>'], 'state': '" + transaction + "', 'valid_until': '~.+'}");
        assertThat(item(asked, "hotp").containsKey("attributes")).isFalse();

        assertDecision(
                answer("user31", "wrong", transaction), false, "{'message': 'Response did not match for 3 tokens.'}");
        assertDecision(
                answer("user31", "blue", transaction),
                true,
                "{'message': 'Found matching challenge', 'serial': 'SEV2'}");
        assertDecision(answer("user31", device.otp(0), transaction), false, WRONG_PIN);
    }

    @Test
    void whoCanLogInByChallengesAloneChoosesANewPinAfterHisAnswer() {
        assertThat(tenant.enrol("SEV4", "user32", "type", "indexedsecret", "otpkey", "aaaaaaaaa", "pin", PIN)
                        .status())
                .isEqualTo(200);
        tenant.admin().post("/token/info/SEV4/next_pin_change", "value", "2026-01-01T00:00+0000");
        POLICIES.terms(LoginTerms.draft()
                .newPins(new NewPinTerms(
                        new PinRule(Ruled.of(4, List.of()), Ruled.nothing(), Ruled.nothing()), Map.of(), null))
                .terms());

        Answer asked = tenant.check("user32", PIN);
        Answer first = answer("user32", "aa", (String) asked.detail().get("transaction_id"));
        assertThat(first.message()).isEqualTo("Please enter a new PIN");
        Answer second = answer("user32", "better", (String) first.detail().get("transaction_id"));
        assertThat(second.message()).isEqualTo("Please enter the new PIN again");
        assertDecision(
                answer("user32", "better", (String) second.detail().get("transaction_id")),
                true,
                "{'message': 'PIN successfully set.', 'serial': 'SEV4'}");

        assertThat(tenant.check("user32", "better").result()).containsEntry("authentication", "CHALLENGE");
        assertDecision(tenant.check("user32", PIN), false, WRONG_PIN);
    }

    @Test
    void aDistantValueOfATotpTokenIsAnsweredWithTheQuestionForTheNextOne() {
        assertThat(tenant.enrol(
                                "SEV5",
                                "user33",
                                "type",
                                "totp",
                                "otpkey",
                                device.seed(),
                                "timeWindow",
                                "30",
                                "pin",
                                PIN)
                        .status())
                .isEqualTo(200);
        tenant.admin().post("/system/setConfig", "AutoResync", "True");
        POLICIES.terms(LoginTerms.draft().resynchronisesByChallenge(true).terms());
        long distant = System.currentTimeMillis() / 30_000 + 50;

        Answer asked = tenant.check("user33", PIN + device.otp(distant));

        assertThat(asked.message()).isEqualTo("To resync your token, please enter the next OTP value");
        assertThat(item(asked, "totp").get("serial")).isEqualTo("SEV5");
        assertThat(answer("user33", device.otp(distant + 1), (String)
                                asked.detail().get("transaction_id"))
                        .isAccepted())
                .isTrue();
        tenant.admin().delete("/system/AutoResync");
    }
}
