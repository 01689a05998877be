package org.symbolon.endtoend.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** Ways to log in with a token that should let nobody in, or without showing anything. */
@WireTest
class LoginSlipsWireTest {

    private static final String REALM = "slips";

    private final Device device = Device.random(new SplittableRandom());
    private InProcessServer server;
    private Tenant tenant;
    private PoliciesInUse policies;

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) {
        server = shared;
        tenant = Tenant.create(shared, REALM, folder, 40);
        policies = new PoliciesInUse(tenant.admin(), REALM);
    }

    @AfterEach
    void endPolicies() {
        policies.end();
    }

    private void enrol(String serial, String user, String... more) {
        Answer answer = tenant.enrol(
                serial, user, ApiClient.joined(more, "type", "hotp", "otpkey", device.seed(), "pin", "pin"));
        assertDone(answer);
    }

    private static void assertDone(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Answer admin(String path, String... parameters) {
        Answer answer = path.startsWith("DELETE ")
                ? tenant.admin().delete(path.substring("DELETE ".length()))
                : tenant.admin().post(path, parameters);
        assertDone(answer);
        return answer;
    }

    private Answer valueAlone(String serial, long counter) {
        return tenant.anyone().post("/validate/check", "serial", serial, "pass", device.otp(counter), "otponly", "1");
    }

    private void assertNotLetIn(String serial, String why) {
        assertDecision(valueAlone(serial, 5), false, "{'message': 'OTP verification failed. " + why + "'}");
        assertDecision(valueAlone(serial, 5), false, "{'message': 'OTP verification failed.'}");
    }

    @Test
    void theValueOfADisabledTokenLetsNobodyIn() {
        enrol("SLO1", "user1");
        admin("/token/disable/SLO1");

        assertNotLetIn("SLO1", "Token is disabled");
    }

    @Test
    void theValueOfATokenThatIsOutOfDateLetsNobodyIn() {
        enrol("SLO2", "user2", "validity_period_end", "2020-01-01T00:00+0000");

        assertNotLetIn("SLO2", "Outside validity period");
    }

    @Test
    void theValueOfATokenThatWasGuessedAtTooOftenLetsNobodyIn() {
        enrol("SLO3", "user3");
        admin("/token/set", "serial", "SLO3", "max_failcount", "1");
        assertThat(tenant.check("user3", "pin000000").isAccepted()).isFalse();

        assertNotLetIn("SLO3", "Failcounter exceeded");
    }

    @Test
    void theValueOfATokenThatIsUsedUpLetsNobodyIn() {
        enrol("SLO4", "user4");
        admin("/token/set", "serial", "SLO4", "count_auth_success_max", "1");
        assertThat(tenant.check("user4", "pin" + device.otp(0)).isAccepted()).isTrue();

        assertNotLetIn("SLO4", "Authentication counter exceeded");
    }

    @Test
    void theValueOfATokenThatIsNotEnrolledYetLetsNobodyIn() {
        policies.use("enrollment", "verify_enrollment=hotp", "realm", REALM, "user", "user5");
        enrol("SLO5", "user5");

        assertNotLetIn("SLO5", "Token is not yet enrolled");
    }

    @Test
    void theValueOfARevokedTokenLetsNobodyIn() {
        enrol("SLO6", "user6");
        admin("/token/revoke/SLO6");

        assertRefusal(
                valueAlone("SLO6", 0), 400, 1007, "ERR1007: This action is not possible, since the token is locked");
    }

    @Test
    void aFailCounterThatHasTimedOutLocksNoValueOut() {
        enrol("SLO7", "user7");
        admin("/token/set", "serial", "SLO7", "max_failcount", "1");
        assertThat(tenant.check("user7", "pin000000").isAccepted()).isFalse();
        admin("/token/info/SLO7/failcounter_exceeded", "value", "2020-01-01T00:00+0000");
        admin("/system/setConfig", "failcounter_clear_timeout", "1");
        Answer answer = valueAlone("SLO7", 5);
        admin("DELETE /system/failcounter_clear_timeout");

        assertThat(answer.isAccepted()).isTrue();
    }

    @Test
    void nothingAtAllLetsNobodyInWherePinsDoNotCount() {
        assertDone(tenant.enrol("SLP1", "user8", "type", "spass", "pin", "pin"));
        policies.use("authentication", "otppin=none", "realm", REALM, "user", "user8");

        for (String typed : new String[] {"", "pin", "x"}) {
            assertDecision(tenant.check("user8", typed), false, "{'message': 'wrong otp pin'}");
            assertThat(tenant.anyone().check("serial", "SLP1", typed).isAccepted())
                    .isFalse();
        }
        policies.end();
        assertThat(tenant.check("user8", "pin").isAccepted()).isTrue();
    }

    private void remember(String user, String pass) {
        policies.use("authentication", "auth_cache=4h", "realm", REALM, "user", user);
        assertThat(tenant.check(user, pass).isAccepted()).isTrue();
        assertThat(tenant.check(user, pass).message()).isEqualTo("Authenticated by AuthCache.");
    }

    @ParameterizedTest
    @CsvSource({
        "/token/setpin/SLC10?otppin=other, user10, SLC10",
        "/token/disable/SLC11, user11, SLC11",
        "/token/revoke/SLC12, user12, SLC12",
        "DELETE /token/SLC13, user13, SLC13",
        "/token/unassign?serial=SLC14, user14, SLC14",
        "/token/copyuser?from=SLD15&to=SLC15, user15, SLC15",
        "/token/copypin?from=SLD16&to=SLC16, user16, SLC16",
        "/token/lost/SLC17, user17, SLC17",
        "/token/init?serial=SLC18&type=hotp&genkey=1&pin=other, user18, SLC18",
        "/token/disable?user=user19&realm=slips, user19, SLC19"
    })
    void whatWasRememberedOfALogInEndsWithTheToken(String change, String user, String serial) {
        enrol(serial, user);
        enrol(serial.replace("SLC", "SLD"), "user9", "pin", "otherPin");
        remember(user, "pin" + device.otp(0));

        admin(change);

        assertThat(tenant.check(user, "pin" + device.otp(0)).isAccepted()).isFalse();
    }

    @Test
    void aPinThatTheOwnerChangesEndsWhatWasRememberedOfHisLogInsAndOfNobodyElses() {
        enrol("SLC20", "user20");
        enrol("SLC21", "user21");
        remember("user20", "pin" + device.otp(0));
        remember("user21", "pin" + device.otp(0));
        ApiClient self = ApiClient.loggedIn(server.port(), "user20@" + REALM, PasswdFile.PASSWORD);

        assertDone(self.post("/token/setpin/SLC20", "otppin", "other"));

        assertThat(tenant.check("user20", "pin" + device.otp(0)).isAccepted()).isFalse();
        assertThat(tenant.check("user21", "pin" + device.otp(0)).isAccepted()).isTrue();
    }

    @Test
    void aTokenThatIsGivenAwayTakesNoRememberedLogInAlong() {
        enrol("SLC22", "user22");
        remember("user22", "pin" + device.otp(0));

        admin("/token/unassign", "serial", "SLC22");
        admin("/token/assign", "serial", "SLC22", "user", "user23", "realm", REALM, "pin", "pin");

        assertThat(tenant.check("user22", "pin" + device.otp(0)).isAccepted()).isFalse();
        assertThat(tenant.check("user23", "pin" + device.otp(1)).isAccepted()).isTrue();
    }
}
