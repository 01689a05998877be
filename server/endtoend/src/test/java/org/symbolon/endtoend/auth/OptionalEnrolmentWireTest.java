package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.WireTest;

/** Log-ins that enrol a token which the user may do without, in the words of privacyIDEA's clients. */
@WireTest
class OptionalEnrolmentWireTest extends LoginEnrolments {

    private static final String CANCELLED = "{'message': 'Cancelled enrollment via multichallenge'}";
    private static final String FAILED = "{'message': 'Failed to cancel enrollment via multichallenge'}";

    private String optional(String type, String user) {
        owing(type, user);
        return policies.use(AUTHENTICATION, "enroll_via_multichallenge_optional", "realm", REALM, "user", user);
    }

    private Answer cancel(Answer question) {
        return tenant.anyone()
                .post("/validate/check", "cancel_enrollment", "true", "transaction_id", transaction(question));
    }

    @Test
    @ShowsEffect("authentication/enroll_via_multichallenge_optional")
    void whoMayDoWithoutTheTokenIsInOnceAndTheTokenIsGone() {
        spass("OPT1", "user21");
        String policy = optional("HOTP", "user21");
        Answer asked = tenant.check("user21", "pin");
        assertThat(asked.detail())
                .containsEntry("enroll_via_multichallenge", true)
                .containsEntry("enroll_via_multichallenge_optional", true);
        assertThat((String) lastRow("user21").get("policies")).contains(policy);

        assertDecision(cancel(asked), true, CANCELLED);
        assertThat(tokens("user21", "hotp")).isEmpty();
        assertThat(tenant.admin().get("/token/challenges/" + serial(asked)).rows("challenges"))
                .isEmpty();
        assertThat(lastRow("user21"))
                .containsEntry("success", 1)
                .containsEntry("action_detail", "removed " + serial(asked))
                .containsEntry("info", "Cancelled enrollment via multichallenge");

        assertDecision(cancel(asked), false, FAILED);
        assertThat(answer("user21", scanned(asked).otp(0), asked).isAccepted()).isFalse();
        assertAsked(tenant.check("user21", "pin"));
    }

    @Test
    void whoAnswersAllTheSameHasTheTokenAndCannotDoWithoutAnyMore() {
        spass("OPT2", "user22");
        optional("TOTP", "user22");
        Answer asked = tenant.check("user22", "pin");
        String value = scanned(asked).otp(System.currentTimeMillis() / 30_000, 6);

        assertThat(answer("user22", value, asked).isAccepted()).isTrue();
        assertDecision(cancel(asked), false, FAILED);
        assertThat(tokens("user22", "totp")).hasSize(1);
    }

    @Test
    void everyTypeCanBeDoneWithout() {
        spass("OPT3", "user23");
        for (String type : new String[] {"HOTP", "totp", "EMAIL", "DAYPASSWORD"}) {
            policies.end();
            optional(type, "user23");
            Answer asked = tenant.check("user23", "pin");
            assertThat(asked.detail()).as(type).containsEntry("enroll_via_multichallenge_optional", true);

            assertDecision(cancel(asked), true, CANCELLED);
            assertThat(tokens("user23", type.toLowerCase(java.util.Locale.ROOT)))
                    .isEmpty();
        }
    }

    @Test
    void whoMustHaveTheTokenCannotDoWithout() {
        spass("OPT4", "user24");
        owing("HOTP", "user24");
        Answer asked = tenant.check("user24", "pin");

        assertDecision(cancel(asked), false, FAILED);
        assertThat(tokens("user24", "hotp")).hasSize(1);
        assertThat(answer("user24", scanned(asked).otp(0), asked).isAccepted()).isTrue();
    }

    @Test
    void aTransactionThatIsNoneOrOfAnotherKindIsNothingToDoWithout() {
        spass("OPT5", "user25");
        assertThat(tenant.enrol("OPT6", "user25", "genkey", "1", "pin", "other").status())
                .isEqualTo(200);
        Answer ordinary = tenant.admin().post("/validate/triggerchallenge", "serial", "OPT6");

        assertDecision(cancel(ordinary), false, FAILED);
        assertDecision(
                tenant.anyone()
                        .post("/validate/check", "cancel_enrollment", "1", "transaction_id", "12345678901234567890"),
                false,
                FAILED);
        assertRefusal(
                tenant.anyone().post("/validate/check", "cancel_enrollment", "1"),
                400,
                905,
                "ERR905: Missing parameter: transaction_id");
    }

    @Test
    void whoIsToBeToldNothingOrMayNotBeLetInIsTreatedSoHereToo() {
        spass("OPT7", "user26");
        optional("HOTP", "user26");
        Answer asked = tenant.check("user26", "pin");
        policies.use("authorization", "authorized=deny_access", "realm", REALM, "user", "user26");

        assertRefusal(
                cancel(asked), 400, 401, "ERR401: User is not authorized to authenticate under these conditions.");
    }

    @Test
    void aRadiusServerThatCanShowNothingLetsHimDoWithout() {
        spass("OPT8", "user27");
        optional("HOTP", "user27");

        assertThat(tenant.anyone()
                        .post("/validate/radiuscheck", "user", "user27", "realm", REALM, "pass", "pin")
                        .status())
                .isEqualTo(204);
        Answer asked = tenant.check("user27", "pin");
        assertThat(tenant.anyone()
                        .post(
                                "/validate/radiuscheck",
                                "cancel_enrollment",
                                "True",
                                "transaction_id",
                                transaction(asked))
                        .status())
                .isEqualTo(204);
    }

    @Test
    @ShowsEffect("authentication/enroll_via_multichallenge_text")
    void aPolicySaysWhatHeIsToldWhoHasToEnrolAToken() {
        spass("OPT9", "user28");
        owing("HOTP", "user28");
        String text =
                policies.use(AUTHENTICATION, "enroll_via_multichallenge_text=Get your new token!", "user", "user28");

        Answer asked = tenant.check("user28", "pin");

        assertThat(asked.message()).isEqualTo("Get your new token!");
        assertThat(asked.detail().get("multi_challenge").toString()).contains("message=Get your new token!");
        assertThat((String) lastRow("user28").get("policies")).contains(text);
        assertThat(answer("user28", scanned(asked).otp(0), asked).isAccepted()).isTrue();
    }
}
