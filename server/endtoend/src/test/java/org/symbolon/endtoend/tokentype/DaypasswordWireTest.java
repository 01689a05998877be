package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;

/** Values that are good for a day, over the wire. */
@PolicyTest
class DaypasswordWireTest {

    private static final Device DEVICE = new Device("3132333435363738393031323334353637383930");
    private static final long YEAR = 365L * 86_400;

    private PolicyServer server;
    private Tenant tenant;

    @BeforeAll
    void start(PolicyServer lent) {
        server = lent;
        tenant = server.tenant();
    }

    private Answer enrol(String serial, String user, String... more) {
        String[] all = {"type", "daypassword", "otpkey", DEVICE.seed(), "pin", "1234"};
        return tenant.enrol(serial, user, ApiClient.joined(all, more));
    }

    private Object info(String serial, String entry) {
        return ((Map<?, ?>) ((Map<?, ?>) tenant.listed(serial)).get("info")).get(entry);
    }

    /** The year is as good as any day, and does not end while the test runs, but once. */
    private static String valueNow() {
        return DEVICE.otp(Instant.now().getEpochSecond() / YEAR);
    }

    @Test
    void anAppIsToldHowLongAValueIsGood() {
        String image = "'img': '~data:image/png;base64,.+'";
        assertValue(
                enrol("DAYSHOWN", "user1"),
                "true",
                """
                {'serial': 'DAYSHOWN', 'rollout_state': '',
                 'googleurl': {'description': 'URL for google Authenticator', <image>,
                   'value': 'otpauth://daypassword/DAYSHOWN?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&period=86400&digits=6&issuer=eduMFA'},
                 'oathurl': {'description': 'URL for OATH token', <image>,
                   'value': 'oathtoken:///addToken?name=DAYSHOWN&lockdown=true&key=3132333435363738393031323334353637383930'},
                 'otpkey': {'description': 'OTP seed', 'value': 'seed://3132333435363738393031323334353637383930', <image>,
                   'value_b32': 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'}}
                """
                        .replace("<image>", image));
        assertThat(info("DAYSHOWN", "timeStep")).isEqualTo((Object) "86400");
        assertRefusal(
                enrol("DAYODD", "user1", "timeStep", "soon"),
                400,
                905,
                "ERR905: Parameter 'timeStep' must be a number of seconds from 1 to 999999999, or a number with s, m, h, d or y");
    }

    @Test
    void aValueIsRightAsOftenAsItIsTyped() {
        enrol("DAYUSED", "user2", "timeStep", "1y");
        String right = "{'message': 'matching 1 tokens', 'otplen': 6, 'serial': 'DAYUSED', 'type': 'daypassword'}";

        assertDecision(tenant.check("user2", "1234" + valueNow()), true, right);
        assertDecision(tenant.check("user2", "1234" + valueNow()), true, right);
        assertThat(tenant.check("user2", "1234" + DEVICE.otp(Instant.now().getEpochSecond() / YEAR - 1))
                        .isAccepted())
                .isFalse();
    }

    @Test
    @ShowsEffect({
        "admin/daypassword_timestep",
        "admin/daypassword_hashlib",
        "admin/daypassword_otplen",
        "user/daypassword_timestep",
        "user/daypassword_hashlib",
        "user/daypassword_otplen",
        "enrollment/daypassword_force_app_pin"
    })
    void policiesSayWhatNewTokensAreLike() {
        String said = "daypassword_timestep=12h, daypassword_hashlib=sha256, daypassword_otplen=8";
        server.policy("admin", said, "user3");
        server.policy("user", said, "user3");
        server.policy("enrollment", "daypassword_force_app_pin", "user3");

        enrol("DAYADMIN", "user3", "timeStep", "1d");
        Answer own = server.user("user3")
                .post("/token/init", "type", "daypassword", "serial", "DAYOWN", "otpkey", DEVICE.seed());

        for (String serial : new String[] {"DAYADMIN", "DAYOWN"}) {
            assertThat(info(serial, "timeStep")).isEqualTo((Object) "43200");
            assertThat(info(serial, "hashlib")).isEqualTo((Object) "sha256");
            assertThat(((Map<?, ?>) tenant.listed(serial)).get("otplen")).isEqualTo((Object) 8);
        }
        assertThat(((Map<?, ?>) own.detail().get("googleurl")).get("value").toString())
                .endsWith("&algorithm=SHA256&period=43200&digits=8&issuer=eduMFA&pin=True");
    }

    @Test
    void aLogInEnrolsOneOnTheWay() {
        server.policy("authentication", "enroll_via_multichallenge=DAYPASSWORD", "user4");
        tenant.enrol("DAYBEFORE", "user4", "type", "spass", "pin", "1234");

        Answer challenge = tenant.check("user4", "1234");

        assertThat(challenge.detail().get("type")).isEqualTo("daypassword");
        assertThat(challenge.detail().get("image").toString()).startsWith("data:image/png;base64,");
    }
}
