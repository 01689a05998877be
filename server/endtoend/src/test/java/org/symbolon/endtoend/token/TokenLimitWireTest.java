package org.symbolon.endtoend.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** How many tokens policies let a user have, and a realm. */
@WireTest
class TokenLimitWireTest {

    private static final String REALM = "limit";
    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String TOO_MANY = "The number of tokens for this user is limited!";
    private static final String TOO_MANY_ACTIVE = "The number of active tokens for this user is limited!";

    private Tenant tenant;
    private ApiClient admin;
    private int policies;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, REALM, folder, 12);
        admin = tenant.admin();
    }

    private void policy(String action, String realm, String user) {
        String name = "limit" + policies++;
        Answer answer =
                admin.post("/policy/" + name, "scope", "enrollment", "action", action, "realm", realm, "user", user);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Answer enrol(String serial, String user, String type) {
        return tenant.enrol(serial, user, "type", type, "otpkey", SEED);
    }

    private Answer assign(String serial, String user) {
        return admin.post("/token/assign", "serial", serial, "user", user, "realm", REALM);
    }

    private static void assertForbidden(Answer answer, String text) {
        assertRefusal(answer, 403, 303, text);
    }

    private static void assertDone(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    @ShowsEffect("enrollment/max_token_per_user")
    void aUserHasNoMoreTokensThanThis() {
        policy("max_token_per_user=1", REALM, "user1");
        assertDone(enrol("LIMIT1", "user1", "hotp"));
        admin.post("/token/init", "serial", "LIMIT2", "otpkey", SEED);

        assertForbidden(enrol("LIMIT3", "user1", "totp"), TOO_MANY);
        assertForbidden(assign("LIMIT2", "user1"), TOO_MANY);
        assertDone(enrol("LIMIT1", "user1", "hotp"));
        assertThat(admin.get("/token/", "serial", "LIMIT3").rows("tokens")).isEmpty();
        assertDone(assign("LIMIT2", "user2"));
    }

    @Test
    @ShowsEffect("enrollment/<type>_max_token_per_user")
    void aUserHasNoMoreTokensOfATypeThanThis() {
        policy("totp_max_token_per_user=1", REALM, "user3");
        assertDone(enrol("LIMIT5", "user3", "totp"));
        admin.post("/token/init", "serial", "LIMIT6", "otpkey", SEED, "type", "totp");

        String text = "The number of tokens of type totp for this user is limited!";
        assertForbidden(enrol("LIMIT7", "user3", "TOTP"), text);
        assertForbidden(assign("LIMIT6", "user3"), text);
        assertDone(enrol("LIMIT8", "user3", "hotp"));
    }

    @Test
    @ShowsEffect("enrollment/max_active_token_per_user")
    void aUserHasNoMoreTokensInUseThanThis() {
        policy("max_active_token_per_user=1", REALM, "user4");
        assertDone(enrol("LIMIT9", "user4", "hotp"));
        assertForbidden(enrol("LIMIT10", "user4", "hotp"), TOO_MANY_ACTIVE);

        admin.post("/token/disable/LIMIT9");
        assertDone(enrol("LIMIT10", "user4", "hotp"));
        assertForbidden(admin.post("/token/enable/LIMIT9"), TOO_MANY_ACTIVE);
        assertForbidden(admin.post("/token/enable", "user", "user4", "realm", REALM), TOO_MANY_ACTIVE);
        assertValue(admin.post("/token/enable/LIMIT10"), "0");
        admin.post("/token/disable/LIMIT10");
        assertForbidden(admin.post("/token/enable", "user", "user4", "realm", REALM), TOO_MANY_ACTIVE);
        assertValue(admin.post("/token/enable/LIMIT9"), "1");
    }

    @Test
    @ShowsEffect("enrollment/<type>_max_active_token_per_user")
    void aUserHasNoMoreTokensOfATypeInUseThanThis() {
        policy("hotp_max_active_token_per_user=1", REALM, "user5");
        assertDone(enrol("LIMIT11", "user5", "hotp"));

        String text = "The number of active tokens of type hotp for this user is limited!";
        assertForbidden(enrol("LIMIT12", "user5", "HOTP"), text);
        assertDone(enrol("LIMIT13", "user5", "totp"));
        admin.post("/token/disable/LIMIT13");
        assertValue(admin.post("/token/enable/LIMIT13"), "1");
        admin.post("/token/disable/LIMIT11");
        assertDone(enrol("LIMIT12", "user5", "hotp"));
        assertForbidden(admin.post("/token/enable/LIMIT11"), text);
    }

    @Test
    @ShowsEffect("enrollment/max_token_per_realm")
    void aRealmHasNoMoreTokensThanThis() {
        assertDone(admin.post("/realm/limit2", "resolvers", REALM));
        policy("max_token_per_realm=1", "limit2", "");
        assertDone(admin.post("/token/init", "serial", "LIMIT15", "otpkey", SEED, "realm", "limit2"));

        String text = "The number of tokens in this realm is limited!";
        assertForbidden(admin.post("/token/init", "serial", "LIMIT16", "otpkey", SEED, "realm", "limit2"), text);
        assertForbidden(
                admin.post("/token/init", "serial", "LIMIT16", "otpkey", SEED, "user", "user6", "realm", "limit2"),
                text);
        assertDone(admin.post("/token/init", "serial", "LIMIT15", "otpkey", SEED, "realm", "limit2"));
        admin.post("/token/init", "serial", "LIMIT17", "otpkey", SEED);
        assertForbidden(admin.post("/token/assign", "serial", "LIMIT17", "user", "user6", "realm", "limit2"), text);
        assertDone(assign("LIMIT17", "user6"));
    }

    @Test
    void theLargestOfSeveralNumbersCounts() {
        policy("max_token_per_user=1", REALM, "user7");
        policy("max_token_per_user=2", REALM, "user7");

        assertDone(enrol("LIMIT20", "user7", "hotp"));
        assertDone(enrol("LIMIT21", "user7", "hotp"));
        assertForbidden(enrol("LIMIT22", "user7", "hotp"), TOO_MANY);
    }

    @Test
    void whatIsNoNumberLetsNobodyEnrol() {
        policy("max_token_per_user=many", REALM, "user8");

        assertForbidden(
                enrol("LIMIT25", "user8", "hotp"),
                "A malformed policy blocks this action. Please contact your administrator.");
    }

    @Test
    void enrolmentsAtTheSameTimeDoNotExceedALimitTogether() {
        policy("max_token_per_user=3", REALM, "user9");

        long enrolled = IntStream.range(0, 12)
                .parallel()
                .filter(number -> tenant.enrol("LIMITED" + number, "user9", "type", "hotp", "otpkey", SEED)
                                .status()
                        == 200)
                .count();

        assertThat(enrolled).isEqualTo(3);
        assertThat(admin.get("/token/", "user", "user9", "realm", REALM).rows("tokens"))
                .hasSize(3);
    }

    @Test
    void thePoliciesThatLimitAreNamedInTheAudit() {
        policy("max_token_per_user=0", REALM, "user10");

        assertForbidden(enrol("LIMIT30", "user10", "hotp"), TOO_MANY);

        assertThat(admin.get("/audit/", "serial", "LIMIT30")
                        .rows("auditdata")
                        .get(0)
                        .get("policies"))
                .asString()
                .contains("limit" + (policies - 1));
    }
}
