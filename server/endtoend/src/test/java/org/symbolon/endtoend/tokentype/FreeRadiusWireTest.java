package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.connectors.radius.FreeRadius;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.RadiusDouble;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/**
 * Tokens about which FreeRADIUS decides, with a Message-Authenticator required of both sides. Where the machine has no FreeRADIUS
 * it is skipped, and says so.
 */
@WireTest
class FreeRadiusWireTest {

    private static final String REALM = "freeradius";
    private static final String PASSWORD = "Passwort+1/Grüße";
    private static final String SECOND = "755224";

    private FreeRadius radius;
    private Tenant tenant;
    private PoliciesInUse policies;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) throws Exception {
        Optional<Path> program = FreeRadius.program();
        assumeTrue(program.isPresent(), "There is no FreeRADIUS on this machine: apt-get install freeradius");
        radius = FreeRadius.start(program.get(), Files.createDirectories(folder.resolve("freeradius")));
        tenant = Tenant.create(server, REALM, folder, 6);
        policies = new PoliciesInUse(tenant.admin(), "freeradius");
        RadiusDouble.define(tenant.admin(), "freeradius", radius.port(), 10, "enforce_ma", "1");
    }

    @AfterEach
    void endPolicies() {
        policies.end();
    }

    @AfterAll
    void stop() throws IOException {
        if (radius != null) {
            radius.close();
        }
    }

    private void token(String serial, String user, String name, String... more) {
        String[] usual = {"type", "radius", "radius.user", name, "radius.identifier", "freeradius"};
        assertValue(tenant.enrol(serial, user, ApiClient.joined(more, usual)), "true", "{'serial': '" + serial + "'}");
    }

    private static String about(String message, String serial, int length) {
        return "{'message': '%s', 'serial': '%s', 'type': 'radius', 'otplen': %d}".formatted(message, serial, length);
    }

    @Test
    void whoeverIsRightIsLetIn() {
        token("FREE1", "user1", "emma");

        assertDecision(tenant.check("user1", PASSWORD), true, about("matching 1 tokens", "FREE1", 6));
        assertDecision(tenant.check("user1", "wrong"), false, about("wrong otp value", "FREE1", 6));
    }

    @Test
    void aPinOfThisPlaceIsTakenOff() {
        token("FREE2", "user2", "emma", "radius.local_checkpin", "1", "pin", "pin", "otplen", "16");

        assertDecision(tenant.check("user2", "pin" + PASSWORD), true, about("matching 1 tokens", "FREE2", 16));
        assertDecision(tenant.check("user2", PASSWORD), false, "{'message': 'wrong otp pin'}");
    }

    @Test
    void whatItAsksBeyondIsAnsweredWithItsState() {
        token("FREE3", "user3", "max");
        policies.use("authentication", "challenge_response=radius", "realm", REALM);

        Answer begun = tenant.check("user3", PASSWORD);
        assertThat(begun.detail()).containsEntry("message", "Second value, bitte schön");
        String transaction = (String) begun.detail().get("transaction_id");
        assertDecision(
                tenant.check("user3", "1", "transaction_id", transaction),
                false,
                "{'message': 'Response did not match the challenge.', 'serial': 'FREE3', 'type': 'radius'}");
        assertDecision(
                tenant.check("user3", SECOND, "transaction_id", transaction),
                true,
                "{'message': 'Found matching challenge', 'serial': 'FREE3'}");
        assertThat(tenant.check("user3", SECOND).isAccepted()).isFalse();
    }

    @Test
    void anotherSecretLetsNobodyIn() {
        String[] other = {"server", "127.0.0.1", "port", "" + radius.port(), "timeout", "1", "retries", "1"};
        tenant.admin().post("/radiusserver/freeradius_other", ApiClient.joined(other, "secret", "other"));
        String[] usual = {"type", "radius", "radius.user", "emma", "radius.identifier", "freeradius_other"};
        tenant.enrol("FREE4", "user4", usual);

        assertDecision(tenant.check("user4", PASSWORD), false, about("wrong otp value", "FREE4", 6));
    }
}
