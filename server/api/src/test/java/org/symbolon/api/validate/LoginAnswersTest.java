package org.symbolon.api.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.command.auth.ChangeDates;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.Decision.Ground;
import org.symbolon.command.auth.Decision.UsedToken;

class LoginAnswersTest {

    private static Decision refused(Ground ground) {
        UsedToken used = new UsedToken("P", "asking", null, ChangeDates.NONE, Map.of(), false);
        return new Decision(false, "wrong otp value", used, null, null, null, ground, "", List.of());
    }

    @Test
    void whoeverHasSaidNoElsewhereIsToldToHaveDeclined() {
        assertThat(LoginAnswers.authentication(refused(Ground.DECLINED))).isEqualTo("DECLINED");
        assertThat(LoginAnswers.detail(refused(Ground.DECLINED))).containsEntry("challenge_status", "declined");
        assertThat(LoginAnswers.authentication(refused(Ground.CANCELLED))).isEqualTo("DECLINED");
        assertThat(LoginAnswers.detail(refused(Ground.CANCELLED))).containsEntry("challenge_status", "cancelled");
    }

    @Test
    void whoeverIsWrongHasDeclinedNothing() {
        assertThat(LoginAnswers.authentication(refused(Ground.TOKENS))).isEqualTo("REJECT");
        assertThat(LoginAnswers.detail(refused(Ground.TOKENS))).doesNotContainKey("challenge_status");
    }
}
