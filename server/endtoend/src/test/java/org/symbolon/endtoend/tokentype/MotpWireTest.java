package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** Values of Mobile-OTP, over the wire. */
@WireTest
class MotpWireTest {

    private static final String SECRET = "1234567890abcdef";

    private Tenant tenant;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, "motps", folder, 3);
    }

    private static String value(String devicePin, int unitsAhead) {
        long unit = Instant.now().getEpochSecond() / 10 + unitsAhead;
        return DigestUtils.md5Hex(unit + SECRET + devicePin).substring(0, 6);
    }

    @Test
    void aTelephoneWithItsPinLogsInOnceWithEachValue() {
        assertValue(
                tenant.enrol("MOTPONE", "user1", "type", "motp", "otpkey", SECRET, "motppin", "1234", "pin", "mo"),
                "true",
                """
                {'serial': 'MOTPONE',
                 'motpurl': {'description': 'URL for MOTP token', 'value': 'motp://edumfa:mylabel?secret=1234567890abcdef',
                   'img': '~data:image/png;base64,.+'},
                 'otpkey': {'description': 'OTP seed', 'value': 'seed://1234567890abcdef', 'img': '~data:image/png;base64,.+'}}
                """);
        String first = "mo" + value("1234", 0);

        assertDecision(
                tenant.check("user1", first),
                true,
                "{'message': 'matching 1 tokens', 'otplen': 6, 'serial': 'MOTPONE', 'type': 'motp'}");
        assertDecision(
                tenant.check("user1", first),
                false,
                """
                {'message': 'wrong otp value. previous otp used again', 'otplen': 6, 'serial': 'MOTPONE', 'type': 'motp'}
                """);
        assertThat(tenant.check("user1", "mo" + value("1234", 2)).isAccepted()).isTrue();
    }

    @Test
    void thePinOfTheTelephoneCanBeChanged() {
        tenant.enrol("MOTPTWO", "user2", "type", "motp", "otpkey", SECRET, "motppin", "1234");
        tenant.admin().post("/token/setpin", "serial", "MOTPTWO", "userpin", "5678");

        assertThat(tenant.check("user2", value("1234", 0)).isAccepted()).isFalse();
        assertThat(tenant.check("user2", value("5678", 0)).isAccepted()).isTrue();
    }

    @Test
    void aTelephoneHasAPin() {
        assertRefusal(
                tenant.enrol("MOTPNONE", "user2", "type", "motp", "otpkey", SECRET),
                400,
                905,
                "ERR905: Missing parameter: 'motppin'");
    }
}
