package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.connectors.radiusclient.SoftGateway;
import org.symbolon.connectors.radiusclient.SoftPacket;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.WireTest;
import org.symbolon.endtoend.radiusclient.RadiusTenant;

/** A VPN gateway whose log-ins wait for a telephone: each is answered once, and holds up nobody else. */
@WireTest
class PushWaitRadiusWireTest {

    private static final String REALM = "pushradius";

    /** More than there are threads for requests that come by RADIUS. */
    private static final int MANY = 40;

    private RadiusTenant radius;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        radius = RadiusTenant.create(server, REALM, folder, 5);
    }

    @Test
    void aLogInWaitsForTheTelephoneAndHoldsUpNobody() throws InterruptedException {
        PoliciesInUse policies = new PoliciesInUse(radius.admin(), "pushradius");
        policies.use("enrollment", PushUser.policies("poll only"), "realm", REALM);
        policies.use("authentication", "push_wait=60", "realm", REALM, "user", "user1");
        try (SoftGateway gateway = radius.gateway("push-vpn", "127.0.79.1", "realm", REALM)) {
            PushUser user = PushUser.scanning(
                    radius.tenant().anyone(),
                    "push",
                    PushUser.address(
                            radius.tenant().enrol("PUSHVPN", "user1", "type", "push", "genkey", "1", "pin", "1234")));
            Device device = Device.random(new SplittableRandom());
            radius.tenant().enrol("PUSHVPNOTP", "user2", "otpkey", device.seed(), "pin", "1234");

            SoftPacket first = radius.request("user1", "1234");
            gateway.send(first.bytes());
            Object nonce = user.asked().get("nonce");
            for (int number = 0; number < MANY; number++) {
                gateway.send(first.bytes());
            }

            assertThat(gateway.ask(radius.request("user2", "1234" + device.otp(0)))
                            .isAccept())
                    .isTrue();
            assertThat(user.accepts(nonce)).isTrue();
            assertThat(first.read(gateway.received(60_000).orElseThrow()).isAccept())
                    .isTrue();
            assertThat(radius.audited("user1")).hasSize(1);
        } finally {
            policies.end();
        }
    }
}
