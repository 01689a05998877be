package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertDecisionWithoutDetail;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ListedToken;
import org.symbolon.endtoend.harness.WireTest;

/** What a program that asks about a log-in is answered, and what that does to the tokens. */
@WireTest
class ValidateWireTest extends CheckedTokens {

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
}
