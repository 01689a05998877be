package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.ListedToken;
import org.symbolon.endtoend.harness.WireTest;

/** Which tokens a log-in may use: failures, locks and limits, and several tokens of one user. */
@WireTest
class ValidateFitnessWireTest extends CheckedTokens {

    @Test
    void theFailCounterRisesWithWrongValuesAndFallsWithARightOne() {
        hotp("VAL13", "user13");
        tenant.check("user13", PIN + "000000");
        tenant.check("user13", PIN + "000000");
        assertThat(failCount("VAL13")).isEqualTo(2);

        tenant.check("user13", "wrong");
        assertThat(failCount("VAL13")).isEqualTo(3);

        tenant.check("user13", pass(0));
        assertThat(failCount("VAL13")).isEqualTo(0);
    }

    @Test
    void aWrongPinCountsForEveryTokenOfTheUser() {
        hotp("VAL14", "user14");
        spass("VAL14S", "user14", "other");

        assertDecision(tenant.check("user14", "wrong"), false, only("wrong otp pin"));

        assertThat(failCount("VAL14")).isEqualTo(1);
        assertThat(failCount("VAL14S")).isEqualTo(1);
    }

    @Test
    void aFullFailCounterRejectsRightValuesAndUsesThemUp() {
        hotp("VAL15", "user15");
        tenant.admin().post("/token/set/VAL15", "max_failcount", "2");
        for (int attempt = 0; attempt < 3; attempt++) {
            assertDecision(tenant.check("user15", PIN + "000000"), false, about("wrong otp value", "VAL15"));
        }

        assertDecision(
                tenant.check("user15", pass(0)), false, about("matching 1 tokens, Failcounter exceeded", "VAL15"));

        assertJson(
                tenant.listed("VAL15"),
                ListedToken.of(
                        "VAL15",
                        """
                        {'count': 1, 'failcount': 2, 'maxfail': 2, 'realms': ['validate'], 'resolver': 'validate',
                         'user_id': '1015', 'username': 'user15', 'user_realm': 'validate', 'user_editable': false,
                         'info': {'created_at': '~%1$s', 'count_auth': '3', 'hashlib': 'sha1', 'tokenkind': 'software',
                                  'failcounter_exceeded': '~%2$s'}}
                        """
                                .formatted(ListedToken.MICROSECONDS, ListedToken.MINUTES)));

        tenant.admin().post("/token/reset/VAL15");
        assertDecision(tenant.check("user15", pass(1)), true, about("matching 1 tokens", "VAL15"));
    }

    @Test
    void aDisabledTokenRejectsAndUsesTheValueUp() {
        hotp("VAL16", "user16");
        tenant.admin().post("/token/disable/VAL16");

        assertDecision(tenant.check("user16", pass(0)), false, about("matching 1 tokens, Token is disabled", "VAL16"));
        assertThat(failCount("VAL16")).isEqualTo(0);

        tenant.admin().post("/token/enable/VAL16");
        assertDecision(
                tenant.check("user16", pass(0)), false, about("wrong otp value. previous otp used again", "VAL16"));
    }

    @Test
    void aRevokedTokenIsRefusedUnlessThereAreOthers() {
        hotp("VAL17", "user17");
        tenant.admin().post("/token/revoke/VAL17");
        String locked = "ERR1007: This action is not possible, since the token is locked";

        assertRefusal(tenant.check("user17", pass(0)), 400, 1007, locked);
        assertRefusal(anyone.check("serial", "VAL17", pass(0)), 400, 1007, locked);

        spass("VAL17S", "user17", "simple");
        assertDecision(
                tenant.check("user17", "simple"),
                true,
                "{'message': 'matching 1 tokens', 'serial': 'VAL17S', 'type': 'spass', 'otplen': 6}");
    }

    @Test
    void aTokenCountsOnlyInItsTime() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String past = now.minus(Duration.ofDays(2)).toString();
        String future = now.plus(Duration.ofDays(2)).toString();
        hotp("VAL18", "user18", "validity_period_start", past, "validity_period_end", past);
        hotp("VAL19", "user19", "validity_period_start", future);
        hotp("VAL20", "user20", "validity_period_start", past, "validity_period_end", future);

        assertDecision(
                tenant.check("user18", pass(0)), false, about("matching 1 tokens, Outside validity period", "VAL18"));
        assertDecision(
                tenant.check("user19", pass(0)), false, about("matching 1 tokens, Outside validity period", "VAL19"));
        assertDecision(tenant.check("user20", pass(0)), true, about("matching 1 tokens", "VAL20"));
    }

    @Test
    void aTokenCountsNoMoreOftenThanItMay() {
        hotp("VAL21", "user21");
        tenant.admin().post("/token/set/VAL21", "count_auth_success_max", "1");
        tenant.check("user21", pass(0));

        assertDecision(
                tenant.check("user21", pass(1)),
                false,
                about("matching 1 tokens, Authentication counter exceeded", "VAL21"));
    }

    @Test
    void severalTokensThatMatchAreNotNamed() {
        spass("VAL22A", "user22", "same");
        spass("VAL22B", "user22", "same");
        assertDecision(tenant.check("user22", "same"), true, "{'message': 'matching 2 tokens', 'type': 'spass'}");

        tenant.enrol("VAL22C", "user22", "type", "pw", "otpkey", "me", "pin", "sa");
        assertDecision(
                tenant.check("user22", "same"), true, "{'message': 'matching 3 tokens', 'type': 'undetermined'}");
    }

    @Test
    void aFitTokenIsEnoughAndTheTextsOfTheOthersAreTold() {
        spass("VAL23A", "user23", "same");
        spass("VAL23B", "user23", "same");
        tenant.admin().post("/token/disable/VAL23A");

        assertDecision(
                tenant.check("user23", "same"),
                true,
                "{'message': 'matching 2 tokens, Token is disabled', 'type': 'spass'}");
    }

    @Test
    void severalPinsThatMatchAreNotNamed() {
        hotp("VAL24A", "user24");
        hotp("VAL24B", "user24");

        assertDecision(tenant.check("user24", PIN + "000000"), false, only("wrong otp value"));

        assertThat(failCount("VAL24A")).isEqualTo(1);
        assertThat(failCount("VAL24B")).isEqualTo(1);
        assertThat(ExpectedJson.entry(ExpectedJson.entry(tenant.listed("VAL24A"), "info"), "count_auth"))
                .isEqualTo("2");
    }

    @Test
    void aMatchSparesTheTokensThatDoNotMatch() {
        hotp("VAL25", "user25");
        spass("VAL25S", "user25", "simple");

        assertThat(tenant.check("user25", "simple").isAccepted()).isTrue();

        assertThat(failCount("VAL25")).isEqualTo(0);
    }
}
