package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.tokentype.daplug.SoftDaplug;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** Daplugs over the wire: values in letters behind a PIN. */
@WireTest
class DaplugWireTest {

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
    }

    private Device enrol(String serial, String pin, int seed) {
        Device device = Device.random(new SplittableRandom(seed));
        Answer enrolled =
                admin.post("/token/init", "type", "daplug", "serial", serial, "otpkey", device.seed(), "pin", pin);
        assertThat(enrolled.value()).isEqualTo(true);
        assertThat(enrolled.detail().keySet()).contains("otpkey", "googleurl", "oathurl", "rollout_state", "serial");
        return device;
    }

    @Test
    void lettersBehindAPinLogInOnce() {
        Device device = enrol("DPLGWIRE1", "pin", 71);
        String typed = "pin" + SoftDaplug.typed(device.otp(0));

        assertDecision(
                admin.check("serial", "DPLGWIRE1", typed),
                "true",
                "ACCEPT",
                "{'message': 'matching 1 tokens', 'serial': 'DPLGWIRE1', 'type': 'daplug', 'otplen': 6}");
        assertThat(admin.check("serial", "DPLGWIRE1", typed).isAccepted()).isFalse();
        assertThat(admin.check("serial", "DPLGWIRE1", "pin" + device.otp(1)).isAccepted())
                .isFalse();
    }

    @Test
    void lettersTellWhichTokenTheyAreOf() {
        Device device = enrol("DPLGWIRE2", "", 72);

        assertThat(admin.get("/token/getserial/" + SoftDaplug.typed(device.otp(1)), "serial", "DPLGWIRE")
                        .valueMap()
                        .get("serial"))
                .isEqualTo("DPLGWIRE2");
        assertThat(admin.get("/token/getserial/" + device.otp(1), "serial", "DPLGWIRE2")
                        .valueMap()
                        .get("serial"))
                .isNull();
    }

    @Test
    void lettersResynchronise() {
        Device device = enrol("DPLGWIRE3", "", 73);

        assertValue(
                admin.post(
                        "/token/resync",
                        "serial",
                        "DPLGWIRE3",
                        "otp1",
                        SoftDaplug.typed(device.otp(100)),
                        "otp2",
                        SoftDaplug.typed(device.otp(101))),
                "true");
        assertThat(admin.check("serial", "DPLGWIRE3", SoftDaplug.typed(device.otp(102)))
                        .isAccepted())
                .isTrue();
    }
}
