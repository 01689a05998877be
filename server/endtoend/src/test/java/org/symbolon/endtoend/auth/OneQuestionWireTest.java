package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.policy.LoginMode;

/** Policies are asked once for each log-in, however it comes and ends. */
class OneQuestionWireTest extends ChallengeLogins {

    private void assertOneQuestion() {
        assertThat(POLICIES.questions()).isEqualTo(1);
    }

    @Test
    void aCheckAsksPoliciesOnceHoweverItEnds() {
        hotp("ONE1", "user30");
        POLICIES.questions();

        for (String typed : List.of(PIN + device.otp(0), PIN + device.otp(1), "wrong", PIN)) {
            tenant.check("user30", typed);
            assertOneQuestion();
        }
        answer("user30", device.otp(2), begin("user30"));
        assertThat(POLICIES.questions()).as("two steps").isEqualTo(2);
    }

    @Test
    void soDoesEveryOtherWay() {
        hotp("ONE2", "user31");
        POLICIES.questions();

        tenant.anyone().check("serial", "ONE2", PIN + device.otp(0));
        assertOneQuestion();
        tenant.anyone().post("/validate/samlcheck", "user", "user31", "realm", REALM, "pass", PIN + device.otp(1));
        assertOneQuestion();
        tenant.anyone().post("/validate/radiuscheck", "user", "user31", "realm", REALM, "pass", PIN + device.otp(2));
        assertOneQuestion();
        tenant.admin().post("/validate/triggerchallenge", "user", "user31", "realm", REALM);
        assertOneQuestion();
        POLICIES.mode(LoginMode.TOKENS);
        assertThat(tenant.anyone()
                        .post("/auth", "username", "user31", "realm", REALM, "password", PIN + device.otp(3))
                        .status())
                .isEqualTo(200);
        assertOneQuestion();
    }
}
