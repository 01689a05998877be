package org.symbolon.endtoend.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.connectors.radiusclient.RadiusListener;
import org.symbolon.endtoend.clients.InstalledProgram.Ended;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/**
 * What Debian's programs make of this server when they ask it by RADIUS, with nothing between. Those that the machine does not have are
 * skipped, and say so.
 */
@WireTest
class RadclientTest {

    private static final String REALM = "radclient";
    private static final String PIN = "1234";
    private static final String SECRET = "shared-with-radclient";
    private static final Pattern STATE = Pattern.compile("State = (0x[0-9a-f]+)");

    private final Device device = Device.withDistinctValues(new SplittableRandom(), 10);
    private Tenant tenant;
    private int port;
    private Path folder;

    @BeforeAll
    void prepare(InProcessServer server, Path own) {
        folder = own;
        tenant = Tenant.create(server, REALM, own, 5);
        port = server.bean(RadiusListener.class).udpPort();
        tenant.admin().post("/radiusclient/radclient", "address", "127.0.0.1", "secret", SECRET, "realm", REALM);
    }

    private Ended ask(String secret, String tries, String attributes) throws Exception {
        return InstalledProgram.require("radclient", "freeradius-utils")
                .run(attributes + "\n", "-x", "-r", tries, "-t", "1", "127.0.0.1:" + port, "auth", secret);
    }

    private static String request(String user, String password) {
        return "User-Name=\"%s\",User-Password=\"%s\",Message-Authenticator=0x00".formatted(user, password);
    }

    /** It may take a second until the client is known. */
    private String asked(String attributes) throws Exception {
        return ask(SECRET, "30", attributes).output();
    }

    @Test
    void itIsAcceptedRejectedAndAsked() throws Exception {
        tenant.enrol("RADCLIENTD1", "user1", "otpkey", device.seed(), "pin", PIN);
        PoliciesInUse policies = new PoliciesInUse(tenant.admin(), "radclient");
        policies.use("authorization", "radius_attributes=Class=staff Attr-26.9.1=shell", "realm", REALM);
        policies.use("authentication", "challenge_response=hotp", "realm", REALM);
        try {
            assertThat(asked(request("user1", PIN + device.otp(0))))
                    .contains("Received Access-Accept", "Class = 0x7374616666", "Cisco-AVPair = \"shell\"");
            assertThat(asked(request("user1", PIN + device.otp(0)))).contains("Received Access-Reject");

            String challenge = asked(request("user1", PIN));
            assertThat(challenge).contains("Received Access-Challenge", "Reply-Message");
            Matcher state = STATE.matcher(challenge);
            assertThat(state.find()).as(challenge).isTrue();
            assertThat(asked(request("user1", device.otp(1)) + ",State=" + state.group(1)))
                    .contains("Received Access-Accept");
        } finally {
            policies.end();
        }
    }

    @Test
    void itHearsNothingWhereItProvesNothing() throws Exception {
        tenant.enrol("RADCLIENTD2", "user2", "otpkey", device.seed(), "pin", PIN);
        assertThat(asked("Message-Authenticator=0x00,User-Name=\"x\",User-Password=\"x\""))
                .contains("Received Access-Reject");

        assertThat(ask("another-secret", "1", request("user2", PIN + device.otp(0)))
                        .output())
                .contains("No reply from server");
        assertThat(ask(SECRET, "1", "Packet-Src-IP-Address=127.0.78.9," + request("user2", PIN + device.otp(0)))
                        .output())
                .contains("No reply from server");
        assertThat(tenant.admin()
                        .get("/audit/", "user", "user2", "realm", REALM, "action", "RADIUS*")
                        .rows("auditdata"))
                .isEmpty();
    }

    @Test
    void itIsToldThatTheServerIsThere() throws Exception {
        Ended ended = InstalledProgram.require("radclient", "freeradius-utils")
                .run(
                        "Message-Authenticator=0x00\n",
                        "-x",
                        "-r",
                        "30",
                        "-t",
                        "1",
                        "127.0.0.1:" + port,
                        "status",
                        SECRET);

        assertThat(ended.output()).contains("Received Access-Accept");
    }

    @Test
    void aWirelessNetworkIsToldAtOnceThatNobodySpeaksEap() throws Exception {
        InstalledProgram program = InstalledProgram.require("eapol_test", "eapoltest");
        asked(request("nobody", "x"));
        Path network = Files.writeString(
                folder.resolve("network.conf"),
                """
                network={
                    key_mgmt=WPA-EAP
                    eap=PEAP
                    identity="user3"
                    password="secret"
                    phase2="auth=MSCHAPV2"
                }
                """);

        Ended ended =
                program.run("", "-c", network.toString(), "-a", "127.0.0.1", "-p", "" + port, "-s", SECRET, "-t", "20");

        assertThat(ended.output()).contains("Access-Reject", "FAILURE").doesNotContain("Timeout");
    }
}
