package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertDecisionWithoutDetail;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.ListedToken;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** What a program that asks about a log-in is answered, and what that does to the tokens. */
@WireTest
class ValidateWireTest {

    private static final String REALM = "validate";
    private static final String PIN = "pin";

    private final Device device = Device.random(new SplittableRandom());
    private Tenant tenant;
    private ApiClient anyone;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, REALM, folder, 40);
        anyone = tenant.anyone();
    }

    private void hotp(String serial, String user, String... more) {
        String[] parameters = new String[more.length + 6];
        System.arraycopy(more, 0, parameters, 0, more.length);
        String[] own = {"type", "hotp", "otpkey", device.seed(), "pin", PIN};
        System.arraycopy(own, 0, parameters, more.length, own.length);
        assertThat(tenant.enrol(serial, user, parameters).status()).isEqualTo(200);
    }

    private void spass(String serial, String user, String pin) {
        assertThat(tenant.enrol(serial, user, "type", "spass", "pin", pin).status())
                .isEqualTo(200);
    }

    private String pass(long counter) {
        return PIN + device.otp(counter);
    }

    private Object failCount(String serial) {
        return ExpectedJson.entry(tenant.listed(serial), "failcount");
    }

    private static String about(String message, String serial) {
        return "{'message': '%s', 'serial': '%s', 'type': 'hotp', 'otplen': 6}".formatted(message, serial);
    }

    private static String only(String message) {
        return "{'message': '" + message + "'}";
    }

    @Test
    void aRightPinAndValueAreAccepted() {
        hotp("VAL1", "user1");

        assertDecision(tenant.check("user1", pass(0)), true, about("matching 1 tokens", "VAL1"));

        assertJson(
                tenant.listed("VAL1"),
                ListedToken.of(
                        "VAL1",
                        """
                        {'count': 1, 'realms': ['validate'], 'resolver': 'validate', 'user_id': '1001',
                         'username': 'user1', 'user_realm': 'validate', 'user_editable': false,
                         'info': {'created_at': '~%1$s', 'last_auth': '~%1$s', 'count_auth': '1',
                                  'count_auth_success': '1', 'hashlib': 'sha1', 'tokenkind': 'software'}}
                        """
                                .formatted(ListedToken.MICROSECONDS)));
    }

    @Test
    void aWrongPinIsRejectedWithoutNamingAToken() {
        hotp("VAL2", "user2");

        assertDecision(tenant.check("user2", "nip" + device.otp(0)), false, only("wrong otp pin"));
    }

    @Test
    void aWrongValueIsRejected() {
        hotp("VAL3", "user3");

        assertDecision(tenant.check("user3", PIN + "000000"), false, about("wrong otp value", "VAL3"));
    }

    @Test
    void aValueCountsOnce() {
        hotp("VAL4", "user4");
        assertThat(tenant.check("user4", pass(0)).isAccepted()).isTrue();

        assertDecision(
                tenant.check("user4", pass(0)), false, about("wrong otp value. previous otp used again", "VAL4"));
    }

    @Test
    void valuesAreFoundInTheWindowAndNeitherBeforeNorBehindIt() {
        hotp("VAL5", "user5");

        assertDecision(tenant.check("user5", pass(9)), true, about("matching 1 tokens", "VAL5"));
        assertDecision(tenant.check("user5", pass(7)), false, about("wrong otp value", "VAL5"));
        assertDecision(tenant.check("user5", pass(10 + 10)), false, about("wrong otp value", "VAL5"));
        assertDecision(tenant.check("user5", pass(10 + 9)), true, about("matching 1 tokens", "VAL5"));
    }

    @Test
    void thePinAloneOrNothingIsAWrongPin() {
        hotp("VAL6", "user6");

        assertDecision(tenant.check("user6", PIN), false, only("wrong otp pin"));
        assertDecision(tenant.check("user6", ""), false, only("wrong otp pin"));
        assertDecision(tenant.check("user6", device.otp(0)), false, only("wrong otp pin"));
    }

    @Test
    void aUserWithoutTokensIsRejected() {
        assertDecision(tenant.check("user7", "anything"), false, only("The user has no tokens assigned"));
    }

    @Test
    void aUserWithoutTokensOfTheTypeIsRejected() {
        hotp("VAL8", "user8");

        assertDecision(tenant.check("user8", pass(0), "type", "totp"), false, only("The user has no tokens assigned"));
        assertDecision(tenant.check("user8", pass(0), "type", "HOTP"), true, about("matching 1 tokens", "VAL8"));
    }

    @Test
    void whoIsUnknownIsRefused() {
        assertRefusal(tenant.check("nobody", "x"), 400, 904, "ERR904: User <nobody@validate> does not exist.");
        assertRefusal(
                anyone.post("/validate/check", "user", "user1", "realm", "nowhere", "pass", "x"),
                400,
                904,
                "ERR904: User <user1@nowhere> does not exist.");
        assertRefusal(
                tenant.check("nobody", "x", "resolver", "validate"),
                400,
                904,
                "ERR904: User <nobody.validate@validate> does not exist.");
        assertRefusal(
                tenant.check("user1", "x", "resolver", "nowhere"),
                400,
                904,
                "ERR904: The resolver 'nowhere' does not exist!");
        assertRefusal(anyone.check("serial", "NOWHERE", "x"), 404, 601, "The requested token could not be found.");
    }

    @Test
    void whatIsMissingOrMalformedIsRefused() {
        assertRefusal(
                anyone.post("/validate/check", "pass", "x"),
                400,
                905,
                "ERR905: You need to specify a serial or a user.");
        assertRefusal(
                anyone.post("/validate/check", "user", "", "serial", "", "pass", "x"),
                400,
                905,
                "ERR905: You need to specify a serial or a user.");
        assertRefusal(anyone.check("serial", "VAL*", "x"), 400, 905, "ERR905: Invalid serial number.");
        assertRefusal(anyone.check("user", "us%er", "x"), 400, 905, "ERR905: Invalid user.");
        assertRefusal(anyone.post("/validate/check", "serial", "VAL1"), 400, 905, "ERR905: Missing parameter: 'pass'");
    }

    @Test
    void aSerialMustBelongToTheUserWhoIsNamed() {
        hotp("VAL9", "user9");

        assertRefusal(
                tenant.check("user10", pass(0), "serial", "VAL9"),
                400,
                905,
                "ERR905: Given serial does not belong to given user!");
        assertDecision(tenant.check("user9", pass(0), "serial", "VAL9"), true, about("matching 1 tokens", "VAL9"));
    }

    @Test
    void aTokenIsCheckedByItsSerial() {
        hotp("VAL11", "user11");

        assertDecision(anyone.check("serial", "VAL11", pass(0)), true, about("matching 1 tokens", "VAL11"));
        assertDecision(anyone.check("serial", "VAL11", "x" + pass(1)), false, only("wrong otp pin"));
    }

    @Test
    void aValueAloneIsCheckedByItsSerial() {
        hotp("VAL12", "user12");

        assertDecisionWithoutDetail(
                anyone.post("/validate/check", "serial", "VAL12", "pass", device.otp(0), "otponly", "1"), true);
        assertDecision(
                anyone.post("/validate/check", "serial", "VAL12", "pass", device.otp(0), "otponly", "1"),
                false,
                only("OTP verification failed."));

        assertJson(
                tenant.listed("VAL12"),
                ListedToken.of(
                        "VAL12",
                        """
                        {'count': 1, 'failcount': 0, 'realms': ['validate'], 'resolver': 'validate', 'user_id': '1012',
                         'username': 'user12', 'user_realm': 'validate', 'user_editable': false}
                        """));
    }

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

    @Test
    void otherTypesAreNamed() {
        tenant.enrol("VAL26", "user26", "type", "pw", "otpkey", "Geheim", "pin", PIN);
        assertDecision(
                tenant.check("user26", PIN + "Geheim"),
                true,
                "{'message': 'matching 1 tokens', 'serial': 'VAL26', 'type': 'pw', 'otplen': 6}");
        assertDecision(
                tenant.check("user26", PIN + "geheim"),
                false,
                "{'message': 'wrong otp value', 'serial': 'VAL26', 'type': 'pw', 'otplen': 6}");

        tenant.enrol("VAL27", "user27", "type", "totp", "otpkey", device.seed(), "pin", PIN);
        String now = device.otp(Instant.now().getEpochSecond() / 30);
        assertDecision(
                tenant.check("user27", PIN + now),
                true,
                "{'message': 'matching 1 tokens', 'serial': 'VAL27', 'type': 'totp', 'otplen': 6}");
        assertDecision(
                tenant.check("user27", PIN + now),
                false,
                """
                {'message': 'wrong otp value. previous otp used again', 'serial': 'VAL27', 'type': 'totp', 'otplen': 6}
                """);
    }

    @Test
    void theQuestionMayComeInAnyForm() {
        hotp("VAL28", "user28");

        assertDecision(
                anyone.get("/validate/check", "user", "user28", "realm", REALM, "pass", pass(0)),
                true,
                about("matching 1 tokens", "VAL28"));
        assertDecision(anyone.check("user", " user28@validate ", pass(1)), true, about("matching 1 tokens", "VAL28"));
        assertDecision(anyone.check("user", "validate\\user28", pass(2)), true, about("matching 1 tokens", "VAL28"));
        assertDecision(
                anyone.post(
                        "/validate/check",
                        "application/json",
                        "{\"user\": \"user28\", \"realm\": \"VALIDATE\", \"pass\": \"%s\"}"
                                .formatted(pass(3))
                                .getBytes(StandardCharsets.UTF_8)),
                true,
                about("matching 1 tokens", "VAL28"));
    }

    @Test
    void radiusHearsOnlyAStatus() {
        hotp("VAL29", "user29");

        Answer accepted = anyone.post("/validate/radiuscheck", "serial", "VAL29", "pass", pass(0));
        assertThat(accepted).isEqualTo(new Answer(204, "text/plain;charset=utf-8", ""));
        Answer rejected = anyone.get("/validate/radiuscheck", "serial", "VAL29", "pass", pass(0));
        assertThat(rejected).isEqualTo(new Answer(400, "text/plain;charset=utf-8", ""));
        assertRefusal(
                anyone.post("/validate/radiuscheck", "serial", "NOWHERE", "pass", "x"),
                404,
                601,
                "The requested token could not be found.");
    }

    @Test
    void identityProvidersAreToldOfTheUserWhoIsAccepted() {
        hotp("VAL30", "user30");

        assertDecision(
                anyone.post("/validate/samlcheck", "user", "user30", "realm", REALM, "pass", pass(0)),
                """
                {'auth': true, 'attributes': {
                  'username': 'user30', 'userid': '1030', 'realm': 'validate', 'resolver': 'validate',
                  'givenname': 'Given30', 'surname': 'Sur30', 'email': 'user30@example.org', 'mobile': '', 'phone': '',
                  'description': 'Given30 Sur30,,,,user30@example.org'}}
                """,
                "ACCEPT",
                about("matching 1 tokens", "VAL30"));
        assertDecision(
                anyone.get("/validate/samlcheck", "user", "user30", "realm", REALM, "pass", "wrong"),
                "{'auth': false, 'attributes': {}}",
                "ACCEPT",
                only("wrong otp pin"));
        assertDecision(
                anyone.post("/validate/samlcheck", "serial", "VAL30", "pass", pass(1)),
                true,
                about("matching 1 tokens", "VAL30"));
    }

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
