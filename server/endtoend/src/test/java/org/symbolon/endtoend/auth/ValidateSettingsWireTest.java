package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertJson;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.ListedToken;
import org.symbolon.endtoend.harness.WireTest;

/** What settings of the system change about log-ins. */
@WireTest
class ValidateSettingsWireTest extends CheckedTokens {

    @Test
    void settingsChangeWhatIsRight() {
        hotp("VAL31", "user31");
        withSetting("PrependPin", "False", () -> {
            assertDecision(tenant.check("user31", device.otp(0) + PIN), true, about("matching 1 tokens", "VAL31"));
            assertDecision(tenant.check("user31", pass(1)), false, only("wrong otp pin"));
        });
        withSetting("IncFailCountOnFalsePin", "False", () -> {
            int before = (Integer) failCount("VAL31");
            tenant.check("user31", "wrong");
            assertThat(failCount("VAL31")).isEqualTo(before);
        });
        withSetting("splitAtSign", "False", () -> assertThat(
                        anyone.check("user", "user31@validate", pass(1)).status())
                .isEqualTo(400));
    }

    @Test
    void noCountersAreKeptWhereTheSettingSaysSo() {
        hotp("VAL32", "user32");

        withSetting("no_auth_counter", "True", () -> {
            assertThat(tenant.check("user32", pass(0)).isAccepted()).isTrue();
            assertThat(tenant.check("user32", PIN + "000000").isRejected()).isTrue();
        });

        assertJson(
                ExpectedJson.entry(tenant.listed("VAL32"), "info"),
                "{'created_at': '~%1$s', 'last_auth': '~%1$s', 'hashlib': 'sha1', 'tokenkind': 'software'}"
                        .formatted(ListedToken.MICROSECONDS));
    }

    @Test
    void aTokenComesBackIntoStepByTwoValuesWhereTheSettingSaysSo() {
        hotp("VAL33", "user33");

        withSetting("AutoResync", "True", () -> {
            assertDecision(tenant.check("user33", pass(100)), false, about("wrong otp value", "VAL33"));
            assertDecision(tenant.check("user33", pass(102)), false, about("wrong otp value", "VAL33"));
            assertDecision(tenant.check("user33", pass(104)), false, about("wrong otp value", "VAL33"));
            assertDecision(tenant.check("user33", pass(105)), true, about("matching 1 tokens", "VAL33"));
        });
    }

    @Test
    void aFailCounterThatWasFullForLongIsEmptiedWhereTheSettingSaysSo() {
        hotp("VAL34", "user34");
        tenant.admin().post("/token/set/VAL34", "max_failcount", "1");
        tenant.check("user34", PIN + "000000");
        tenant.admin().post("/token/info/VAL34/failcounter_exceeded", "value", "2020-01-01T00:00+0000");
        assertDecision(
                tenant.check("user34", pass(0)), false, about("matching 1 tokens, Failcounter exceeded", "VAL34"));

        withSetting(
                "failcounter_clear_timeout",
                "10",
                () -> assertDecision(tenant.check("user34", pass(1)), true, about("matching 1 tokens", "VAL34")));
        assertThat(failCount("VAL34")).isEqualTo(0);
    }

    @Test
    void identityProvidersAreToldOfWhomTheSettingsSay() {
        spass("VAL35", "user35", "simple");
        withSetting("ReturnSamlAttributes", "False", () -> assertThat(samlAttributes("simple"))
                .isEqualTo(Map.of()));
        withSetting("ReturnSamlAttributesOnFail", "True", () -> assertThat(
                        ExpectedJson.entry(samlAttributes("wrong"), "username"))
                .isEqualTo("user35"));
    }

    private Object samlAttributes(String pass) {
        return anyone.post("/validate/samlcheck", "user", "user35", "realm", REALM, "pass", pass)
                .valueMap()
                .get("attributes");
    }

    private void withSetting(String key, String value, Runnable test) {
        tenant.admin().post("/system/setConfig", key, value);
        try {
            test.run();
        } finally {
            tenant.admin().delete("/system/" + key);
        }
    }
}
