package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.WireTest;

/** Log-ins on which somebody gets a token and lets it show its first value before he is let in. */
@WireTest
class LoginEnrolmentWireTest extends LoginEnrolments {

    private static final String WRONG_PIN = "{'message': 'wrong otp pin'}";

    @Test
    @ShowsEffect("authentication/enroll_via_multichallenge")
    void whoHasNoTokenOfTheTypeGetsOneAndIsLetInWithItsFirstValue() {
        spass("EBL1", "user1");
        String policy = owing("HOTP", "user1");

        Answer asked = tenant.check("user1", "pin");
        assertDecision(asked, "false", "CHALLENGE", question("hotp", "{'otplen': 6}"));
        String serial = serial(asked);
        assertThat(lastRow("user1"))
                .containsEntry("success", 0)
                .containsEntry("serial", "EBL1")
                .containsEntry("action_detail", "enrolled " + serial)
                .containsEntry("info", "matching 1 tokens, " + TEXT)
                .containsEntry("policies", policy);
        assertThat(tokens("user1", "hotp")).singleElement().satisfies(token -> assertThat(token)
                .containsEntry("serial", serial)
                .containsEntry("rollout_state", "verify")
                .containsEntry("active", true));
        assertThat(tenant.admin().get("/token/challenges/" + serial).rows("challenges"))
                .singleElement()
                .satisfies(challenge -> assertThat(challenge)
                        .containsEntry("transaction_id", transaction(asked))
                        .containsEntry("challenge", "")
                        .containsEntry("data", "__CENSORED__"));

        Device device = scanned(asked);
        assertDecision(
                answer("user1", device.otp(0), asked),
                true,
                "{'message': 'Found matching challenge', 'serial': '" + serial + "'}");
        assertDecision(answer("user1", device.otp(1), asked), false, WRONG_PIN);
        assertThat(tokens("user1", "hotp").get(0)).containsEntry("rollout_state", "enrolled");
        assertThat(ExpectedJson.entry(tokens("user1", "hotp").get(0).get("info"), "hashlib"))
                .isEqualTo("sha1");
        assertThat(tokens("user1", "hotp").get(0).get("info")).asString().doesNotContain("multichallenge");
        assertThat(tenant.check("user1", "pin").isAccepted()).isTrue();
        assertThat(tenant.check("user1", "pin" + device.otp(2)).isAccepted()).isTrue();
        assertThat(tenant.check("user1", device.otp(3)).isAccepted()).isFalse();
    }

    @Test
    void untilItHasShownAValueTheTokenIsGoodForNothing() {
        spass("EBL2", "user2");
        owing("HOTP", "user2");
        Answer asked = tenant.check("user2", "pin");
        Device device = scanned(asked);

        assertDecision(tenant.check("user2", "pin" + device.otp(0)), false, WRONG_PIN);
        assertThat(tenant.anyone()
                        .check("serial", serial(asked), "pin" + device.otp(0))
                        .message())
                .isEqualTo("matching 1 tokens, Token is not yet enrolled");
        assertThat(tenant.admin()
                        .post("/validate/triggerchallenge", "user", "user2", "realm", REALM)
                        .value())
                .isEqualTo(0);
        assertThat(answer("user2", device.otp(1), asked).isAccepted()).isTrue();
    }

    @Test
    void wrongAnswersCountAndLockAndTheNextLogInBeginsAnew() {
        spass("EBL4", "user4");
        owing("HOTP", "user4");
        Answer asked = tenant.check("user4", "pin");
        String serial = serial(asked);
        tenant.admin().post("/token/set/" + serial, "max_failcount", "1");

        assertDecision(
                answer("user4", "nothing", asked),
                false,
                "{'message': 'Response did not match the challenge.', 'serial': '" + serial + "', 'type': 'hotp'}");
        assertDecision(
                answer("user4", scanned(asked).otp(0), asked),
                false,
                "{'message': 'Challenge matches, but token is not fit for challenge. Failcounter exceeded', 'serial': '"
                        + serial + "'}");

        Answer again = tenant.check("user4", "pin");
        assertThat(serial(again)).isEqualTo(serial);
        assertThat(answer("user4", scanned(again).otp(0), again).isAccepted()).isTrue();
    }

    @Test
    void everyLogInShowsASeedOfItsOwnAndTheFirstAnswerDecides() {
        spass("EBL5", "user5");
        owing("HOTP", "user5");
        Answer first = tenant.check("user5", "pin");
        Answer second = tenant.check("user5", "pin");

        assertThat(serial(second)).isEqualTo(serial(first));
        assertThat(scanned(second).seed()).isNotEqualTo(scanned(first).seed());
        assertThat(answer("user5", scanned(first).otp(0), first).isAccepted()).isTrue();
        assertDecision(answer("user5", scanned(second).otp(0), second), false, WRONG_PIN);
        assertThat(tokens("user5", "hotp")).hasSize(1);
        assertThat(tenant.check("user5", "pin" + scanned(first).otp(1)).isAccepted())
                .isTrue();
    }

    @Test
    void whoDoesNotAnswerInTimeIsAskedAgainAndNeverLetIn() {
        spass("EBL6", "user6");
        owing("HOTP", "user6");
        tenant.admin().post("/system/setConfig", "HotpChallengeValidityTime", "0");
        Answer late = tenant.check("user6", "pin");
        tenant.admin().delete("/system/HotpChallengeValidityTime");

        assertDecision(answer("user6", scanned(late).otp(0), late), false, WRONG_PIN);
        Answer again = tenant.check("user6", "pin");
        assertAsked(again);
        assertThat(answer("user6", scanned(again).otp(0), again).isAccepted()).isTrue();
        assertThat(tokens("user6", "hotp")).hasSize(1);
    }

    @Test
    void logInsAtTheSameTimeEnrolOneTokenTogether() {
        spass("EBL7", "user7");
        owing("HOTP", "user7");

        List<Answer> answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(number -> tenant.check("user7", "pin"))
                .toList();

        answers.forEach(LoginEnrolmentWireTest::assertAsked);
        assertThat(tokens("user7", "hotp")).hasSize(1);
        assertThat(answers.stream()
                        .parallel()
                        .filter(asked ->
                                answer("user7", scanned(asked).otp(0), asked).isAccepted())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whoLogsInBySerialOwesTheTokenOfTheOwner() {
        spass("EBL15", "user15");
        owing("HOTP", "user15");

        Answer asked = tenant.anyone().check("serial", "EBL15", "pin");

        assertAsked(asked);
        assertThat(tenant.anyone()
                        .post(
                                "/validate/check",
                                "serial",
                                serial(asked),
                                "pass",
                                scanned(asked).otp(0),
                                "transaction_id",
                                transaction(asked))
                        .isAccepted())
                .isTrue();
        assertThat(tenant.anyone().check("serial", "EBL15", "pin").isAccepted()).isTrue();
    }

    @Test
    void whatTheUserHasBegunHimselfIsATokenInWhateverState() {
        spass("EBL18", "user18");
        policies.use(ENROLLMENT, "verify_enrollment=hotp", "user", "user18", "realm", REALM);
        assertThat(tenant.enrol("EBL19", "user18", "genkey", "1").detail()).containsEntry("rollout_state", "verify");
        owing("HOTP", "user18");

        assertThat(tenant.check("user18", "pin").isAccepted()).isTrue();
        assertThat(tokens("user18", "hotp")).hasSize(1);
    }
}
