package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.RadiusDouble;
import org.symbolon.endtoend.harness.RadiusDouble.Asked;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** Users without tokens who log in at a RADIUS server, since a policy says so. */
@WireTest
class PassThroughWireTest {

    private static final String REALM = "passthrough";
    private static final String AUTHENTICATION = "authentication";
    private static final String NO_TOKENS = "{'message': 'The user has no tokens assigned'}";

    private final RadiusDouble radius = new RadiusDouble();
    private Tenant tenant;
    private PoliciesInUse policies;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, REALM, folder, 6);
        policies = new PoliciesInUse(tenant.admin(), "passthrough");
        RadiusDouble.define(tenant.admin(), "passradius", radius.port(), 30);
    }

    @AfterEach
    void forget() {
        policies.end();
        radius.asked();
    }

    @AfterAll
    void stop() {
        radius.close();
    }

    @Test
    @ShowsEffect("authentication/passthru")
    void whoHasNoTokenLogsInAtTheRadiusServer() {
        String policy = policies.use(AUTHENTICATION, "passthru=passradius", "realm", REALM);

        assertDecision(
                tenant.check("user1", RadiusDouble.RIGHT),
                true,
                "{'message': 'against RADIUS server passradius due to \\'" + policy + "\\''}");
        assertThat(radius.asked()).containsExactly(new Asked("user1", RadiusDouble.RIGHT, false));
        assertDecision(tenant.check("user1", "wrong"), false, NO_TOKENS);
        assertDecision(tenant.check("user1", RadiusDouble.FIRST), false, NO_TOKENS);
        assertThat(radius.asked()).hasSize(2);
        assertDecision(tenant.check("user1", ""), false, NO_TOKENS);
        tenant.enrol("PASS1", "user2", "type", "spass", "pin", "pin");
        assertDecision(tenant.check("user2", RadiusDouble.RIGHT), false, "{'message': 'wrong otp pin'}");
        assertThat(radius.asked()).isEmpty();
    }

    @Test
    void aServerThatIsNotDefinedIsAMistakeThatShows() {
        policies.use(AUTHENTICATION, "passthru=nosuchradius", "realm", REALM);

        assertRefusal(
                tenant.check("user1", RadiusDouble.RIGHT),
                400,
                302,
                "ERR302: The specified RADIUSServer configuration does not exist.");
    }

    @Test
    void aServerThatIsDeadLetsNobodyIn() throws IOException {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            RadiusDouble.define(tenant.admin(), "passdead", silent.getLocalPort(), 1);
            policies.use(AUTHENTICATION, "passthru=passdead", "realm", REALM);

            assertDecision(tenant.check("user1", RadiusDouble.RIGHT), false, NO_TOKENS);
        }
    }
}
