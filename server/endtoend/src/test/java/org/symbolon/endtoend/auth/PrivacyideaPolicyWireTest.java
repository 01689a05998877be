package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** What privacyIDEA's policies say of log-ins that eduMFA's do not. */
@WireTest
class PrivacyideaPolicyWireTest {

    private static final String REALM = "asprivacyidea";
    private static final String AUTHENTICATION = "authentication";
    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final Device DEVICE = new Device(SEED);
    private static final String WRONG = "{'message': 'wrong otp pin'}";
    private static final String HIDDEN = "{'message': 'Authentication failed.'}";

    private Tenant tenant;
    private PoliciesInUse policies;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, REALM, folder, 20);
        policies = new PoliciesInUse(tenant.admin(), REALM);
    }

    @AfterEach
    void endPolicies() {
        policies.end();
    }

    private void hotp(String serial, String user) {
        assertThat(tenant.enrol(serial, user, "type", "hotp", "otpkey", SEED, "pin", "pin")
                        .status())
                .isEqualTo(200);
    }

    private static String right(String serial) {
        return "{'message': 'matching 1 tokens', 'serial': '" + serial + "', 'type': 'hotp', 'otplen': 6}";
    }

    private void use(String action, String user) {
        policies.use(AUTHENTICATION, action, "realm", REALM, "user", user);
    }

    @Test
    @ShowsEffect("authentication/disabled_token_types")
    void tokensOfDisabledTypesArePassedOver() {
        hotp("PID1", "user1");
        assertThat(tenant.check("user1", "pin" + DEVICE.otp(0)).isAccepted()).isTrue();
        use("disabled_token_types=hotp totp", "user1");

        String none = "{'message': 'No suitable token found for authentication.'}";
        assertDecision(tenant.check("user1", "pin" + DEVICE.otp(1)), false, none);
        assertDecision(tenant.anyone().check("serial", "PID1", "pin" + DEVICE.otp(1)), false, none);
        assertThat(tenant.anyone()
                        .post("/validate/check", "serial", "PID1", "otponly", "1", "pass", DEVICE.otp(1))
                        .isAccepted())
                .isFalse();
        assertThat(tenant.admin()
                        .post("/validate/triggerchallenge", "serial", "PID1")
                        .value())
                .isEqualTo(0);

        tenant.enrol("PID2", "user1", "type", "spass", "pin", "spare");
        assertDecision(tenant.check("user1", "pin" + DEVICE.otp(1)), false, WRONG);
        assertThat(tenant.check("user1", "spare").isAccepted()).isTrue();
        policies.end();
        assertDecision(tenant.check("user1", "pin" + DEVICE.otp(1)), true, right("PID1"));
    }

    @Test
    void aDisabledTypeIsNotInvitedAnybodyTo() {
        policies.use(AUTHENTICATION, "disabled_token_types=passkey", "realm", REALM);

        assertRefusal(
                tenant.anyone().post("/validate/initialize", "type", "passkey", "realm", REALM),
                403,
                303,
                "The authentication method is not available.");
    }

    @Test
    @ShowsEffect("authentication/force_challenge_response")
    void whereChallengesAreForcedAPinAndAValueAtOnceAreWrong() {
        hotp("PID3", "user3");
        use("challenge_response=hotp", "user3");
        assertThat(tenant.check("user3", "pin" + DEVICE.otp(0)).isAccepted()).isTrue();
        use("force_challenge_response", "user3");

        assertDecision(tenant.check("user3", "pin" + DEVICE.otp(1)), false, WRONG);
        Answer asked = tenant.check("user3", "pin");
        assertThat(asked.result()).containsEntry("authentication", "CHALLENGE");
        String transaction = asked.detail().get("transaction_id").toString();
        assertThat(tenant.check("user3", DEVICE.otp(1), "transaction_id", transaction)
                        .isAccepted())
                .isTrue();
        assertDecision(tenant.anyone().check("serial", "PID3", "pin" + DEVICE.otp(2)), true, right("PID3"));
    }

    @Test
    @ShowsEffect("authentication/hide_specific_error_message")
    void whoIsRefusedIsToldNeitherWhyNorWhetherHeIsKnown() {
        hotp("PID4", "user4");
        policies.use(AUTHENTICATION, "hide_specific_error_message", "realm", REALM);

        assertDecision(tenant.check("user4", "pin000000"), false, HIDDEN);
        assertDecision(tenant.check("user4", "wrong"), false, HIDDEN);
        assertDecision(tenant.check("user5", "without a token"), false, HIDDEN);
        assertDecision(tenant.check("nobody", "unknown"), false, HIDDEN);
        assertThat(tenant.admin()
                        .get("/audit/", "user", "nobody", "realm", REALM, "page_size", "1")
                        .rows("auditdata")
                        .get(0)
                        .get("info"))
                .asString()
                .contains("does not exist");
        for (String user : new String[] {"user4", "nobody"}) {
            assertDecision(
                    tenant.anyone().post("/validate/samlcheck", "user", user, "realm", REALM, "pass", "wrong"),
                    "{'auth': false, 'attributes': {}}",
                    "ACCEPT",
                    HIDDEN);
        }
        assertDecision(tenant.check("user4", "pin" + DEVICE.otp(1)), true, right("PID4"));
        tenant.admin().post("/token/revoke/PID4");
        assertDecision(tenant.check("user4", "pin" + DEVICE.otp(2)), false, HIDDEN);
    }

    @Test
    void aLogInToTheServerItselfTellsNothingEither() {
        hotp("PID6", "user6");
        use("hide_specific_error_message", "user6");
        policies.use("webui", "login_mode=eduMFA", "user", "user6", "realm", REALM);

        Answer refused =
                tenant.anyone().post("/auth", "username", "user6", "realm", REALM, "password", "pin" + "000000");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.detail()).isEmpty();
    }

    @Test
    @ShowsEffect("authentication/set_realm")
    void theRealmOfPrivacyideasActionComesBeforeAllOthers() {
        hotp("PID7", "user7");
        policies.use(AUTHENTICATION, "set_realm=" + REALM, "user", "user7", "realm", "there");
        policies.use("authorization", "setrealm=elsewhere", "user", "user7");
        policies.use(AUTHENTICATION, "mangle=realm/^there$/elsewhere/", "user", "user7");

        assertDecision(
                tenant.anyone()
                        .post("/validate/check", "user", "user7", "realm", "there", "pass", "pin" + DEVICE.otp(0)),
                true,
                right("PID7"));
    }
}
