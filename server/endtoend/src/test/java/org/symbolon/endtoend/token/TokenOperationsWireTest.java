package org.symbolon.endtoend.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.ListedToken;
import org.symbolon.endtoend.harness.WireTest;

/** What can be done to tokens after their enrolment: each operation's answer, and the token as it is listed then. */
@WireTest
class TokenOperationsWireTest extends OperatedTokens {

    private static final String LOCKED = "ERR1007: This action is not possible, since the token is locked";

    private void enrolFor(String user, String serial) {
        assertThat(tenant.enrol(serial, user, "type", "hotp", "otpkey", device.seed(), "pin", "pin")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void disableAndEnableCountWhatTheyChange() {
        enrol("OP1");

        assertValue(admin.post("/token/disable/OP1"), "1");
        assertListed("OP1", "{'active': false}");
        assertValue(admin.post("/token/disable", "serial", "OP1"), "0");
        assertValue(admin.post("/token/enable", "serial", "OP1"), "1");
        assertListed("OP1", "{}");
        assertValue(admin.post("/token/enable/OP1"), "0");
    }

    @Test
    void aUserStandsForAllHisTokens() {
        enrolFor("user1", "OP2");
        enrolFor("user1", "OP3");
        String[] user = {"user", "user1", "realm", REALM};

        assertValue(admin.post("/token/disable", user), "2");
        assertValue(admin.post("/token/enable", user), "2");
        assertValue(admin.post("/token/enable", user), "0");
        assertValue(admin.post("/token/reset", user), "2");
        assertValue(admin.post("/token/unassign", user), "2");
        assertValue(admin.post("/token/unassign", user), "0");
        assertValue(admin.post("/token/disable", user), "0");
    }

    @Test
    void aTokenOfAUserMustBeHis() {
        enrolFor("user2", "OP4");

        assertValue(admin.post("/token/disable", "serial", "OP4", "user", "user2", "realm", REALM), "1");
        assertRefusal(
                admin.post("/token/enable", "serial", "OP4", "user", "user3", "realm", REALM), 404, 601, NOT_FOUND);
    }

    @Test
    void revokingLocksForGood() {
        enrolFor("user4", "OP5");

        assertValue(admin.post("/token/revoke/OP5"), "1");

        assertListed(
                "OP5",
                """
                {'active': false, 'revoked': true, 'locked': true, 'realms': ['operations'], 'resolver': 'operations',
                 'user_id': '1004', 'username': 'user4', 'user_realm': 'operations', 'user_editable': false}
                """);
        for (Answer answer : List.of(
                admin.post("/token/enable/OP5"),
                admin.post("/token/disable/OP5"),
                admin.post("/token/revoke/OP5"),
                admin.post("/token/reset/OP5"),
                admin.post("/token/unassign", "serial", "OP5"),
                admin.post("/token/assign", "serial", "OP5", "user", "user4", "realm", REALM),
                admin.post("/token/setpin/OP5", "otppin", "x"),
                admin.post("/token/set/OP5", "max_failcount", "1"),
                admin.post("/token/description/OP5", "description", "x"),
                admin.post("/token/realm/OP5", "realms", REALM),
                admin.post("/token/info/OP5/key", "value", "x"),
                admin.post("/token/resync/OP5", "otp1", device.otp(1), "otp2", device.otp(2)),
                admin.post("/token/init", "type", "hotp", "serial", "OP5", "genkey", "1"))) {
            assertRefusal(answer, 400, 1007, LOCKED);
        }
        assertValue(admin.delete("/token/OP5"), "1");
    }

    @Test
    void resettingEmptiesTheFailCounter() {
        enrol("OP6");
        admin.check("serial", "OP6", "pin000000");
        assertListed(
                "OP6",
                """
                {'failcount': 1, 'info': {'created_at': '~%s', 'hashlib': 'sha1', 'tokenkind': 'software',
                                          'count_auth': '1'}}
                """
                        .formatted(ListedToken.MICROSECONDS));

        assertValue(admin.post("/token/reset/OP6"), "1");
        assertValue(admin.post("/token/reset", "serial", "OP6"), "1");

        assertThat(ExpectedJson.entry(tenant.listed("OP6"), "failcount")).isEqualTo(0);
    }

    @Test
    void assigningGivesAnOwnerAndHisRealm() {
        enrol("OP7");
        admin.check("serial", "OP7", "pin000000");

        assertValue(
                admin.post("/token/assign", "serial", "OP7", "user", "user5", "realm", REALM, "pin", "new"), "true");

        assertListed(
                "OP7",
                """
                {'realms': ['operations'], 'resolver': 'operations', 'user_id': '1005', 'username': 'user5',
                 'user_realm': 'operations', 'user_editable': false,
                 'info': {'created_at': '~%s', 'hashlib': 'sha1', 'tokenkind': 'software', 'count_auth': '1'}}
                """
                        .formatted(ListedToken.MICROSECONDS));
        assertThat(tenant.check("user5", "new" + device.otp(0)).isAccepted()).isTrue();
        assertValue(admin.post("/token/assign", "serial", "OP7", "user", "user5", "realm", REALM), "true");
        assertRefusal(
                admin.post("/token/assign", "serial", "OP7", "user", "user6", "realm", REALM),
                400,
                1103,
                "ERR1103: Token already assigned to user User(login='user5', realm='operations', resolver='operations')");
    }

    @Test
    void assigningNeedsATokenAndAUser() {
        enrol("OP8");

        assertRefusal(
                admin.post("/token/assign", "user", "user5", "realm", REALM),
                400,
                905,
                "ERR905: Missing parameter: 'serial'");
        assertRefusal(
                admin.post("/token/assign", "serial", "", "user", "user5", "realm", REALM),
                400,
                905,
                "ERR905: Parameter 'serial' must not be empty");
        assertRefusal(admin.post("/token/assign", "serial", "OP8"), 400, 905, "ERR905: Missing parameter: 'user'");
        assertRefusal(
                admin.post("/token/assign", "serial", "OP8", "user", "nobody", "realm", REALM),
                400,
                904,
                "ERR904: The user can not be found in any resolver in this realm!");
        assertRefusal(
                admin.post("/token/assign", "serial", "NOWHERE", "user", "user5", "realm", REALM), 404, 601, NOT_FOUND);
    }

    @Test
    void unassigningTakesOwnerAndPinAndLeavesTheRealm() {
        enrolFor("user7", "OP9");

        assertValue(admin.post("/token/unassign", "serial", "OP9"), "1");

        assertListed("OP9", "{'realms': ['operations']}");
        assertThat(admin.check("serial", "OP9", device.otp(0)).isAccepted()).isTrue();
        assertValue(admin.post("/token/unassign", "serial", "OP9"), "1");
    }

    @Test
    void twoValuesInSequenceBringATokenBackIntoStep() {
        enrol("OP15");

        assertValue(admin.post("/token/resync/OP15", "otp1", device.otp(100), "otp2", device.otp(101)), "true");
        assertListed("OP15", "{'count': 102}");
        assertValue(
                admin.post("/token/resync", "serial", "OP15", "otp1", device.otp(103), "otp2", device.otp(105)),
                "false");
        assertThat(admin.check("serial", "OP15", "pin" + device.otp(102)).isAccepted())
                .isTrue();
        assertRefusal(admin.post("/token/resync/OP15", "otp1", "1"), 400, 905, "ERR905: Missing parameter: 'otp2'");
        assertRefusal(admin.post("/token/resync/OP15", "otp2", "1"), 400, 905, "ERR905: Missing parameter: 'otp1'");
        assertRefusal(
                admin.post("/token/resync", "otp1", "1", "otp2", "2"), 400, 905, "ERR905: Missing parameter: 'serial'");
    }

    @Test
    void aTypeWithoutValuesHasNoStep() {
        admin.post("/token/init", "type", "spass", "serial", "OP16");

        assertValue(admin.post("/token/resync/OP16", "otp1", "1", "otp2", "2"), "null");
    }

    @Test
    void aDeletedTokenIsGoneAndItsSerialFree() {
        enrolFor("user8", "OP19");
        Object old = ExpectedJson.entry(tenant.listed("OP19"), "id");

        assertValue(admin.delete("/token/OP19"), "1");

        assertValue(
                admin.get("/token/", "serial", "OP19"),
                "{'count': 0, 'current': 1, 'next': null, 'prev': null, 'tokens': []}");
        assertRefusal(admin.check("serial", "OP19", "pin" + device.otp(0)), 404, 601, NOT_FOUND);
        admin.post("/token/init", "type", "spass", "serial", "OP19");
        assertThat(ExpectedJson.entry(tenant.listed("OP19"), "id")).isNotEqualTo(old);
    }

    @Test
    void anUnknownSerialIsNotFound() {
        for (Answer answer : List.of(
                admin.post("/token/enable/NOWHERE"),
                admin.post("/token/disable", "serial", "NOWHERE"),
                admin.post("/token/revoke/NOWHERE"),
                admin.post("/token/reset/NOWHERE"),
                admin.post("/token/unassign", "serial", "NOWHERE"),
                admin.post("/token/setpin/NOWHERE", "otppin", "x"),
                admin.post("/token/set/NOWHERE", "description", "x"),
                admin.post("/token/description/NOWHERE", "description", "x"),
                admin.post("/token/resync/NOWHERE", "otp1", "1", "otp2", "2"),
                admin.post("/token/info/NOWHERE/key", "value", "x"),
                admin.delete("/token/info/NOWHERE/key"),
                admin.post("/token/realm/NOWHERE", "realms", REALM),
                admin.get("/token/NOWHERE/history"),
                admin.delete("/token/NOWHERE"))) {
            assertRefusal(answer, 404, 601, NOT_FOUND);
        }
    }

    @Test
    void aTokenOrAUserMustBeNamed() {
        for (String operation : List.of("enable", "disable", "revoke", "reset", "unassign")) {
            assertRefusal(
                    admin.post("/token/" + operation), 400, 905, "ERR905: You either need to provide user or serial");
            assertRefusal(
                    admin.post("/token/" + operation, "user", "nobody", "realm", REALM),
                    400,
                    904,
                    "ERR904: The user can not be found in any resolver in this realm!");
        }
    }
}
