package org.symbolon.endtoend.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.connectors.radius.FreeRadius;
import org.symbolon.endtoend.clients.InstalledProgram.Ended;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/**
 * VPN gateways and log-ins of machines that ask FreeRADIUS, whose module {@code rlm_rest} asks this server. All of it is Debian's; what
 * the machine does not have is skipped, and says so.
 */
@WireTest
class RadiusClientsTest {

    private static final String REALM = "radiusclients";
    private static final String PIN = "p+n %41 ü";
    private static final String SECRET = "shared-with-symbolon";

    private final Device device = Device.random(new SplittableRandom());
    private FreeRadius radius;
    private Tenant tenant;
    private Path folder;

    @BeforeAll
    void prepare(InProcessServer server, Path own) throws Exception {
        folder = own;
        Optional<Path> program = FreeRadius.program();
        assumeTrue(program.isPresent(), "There is no FreeRADIUS on this machine: apt-get install freeradius");
        assumeTrue(
                FreeRadius.hasModule("rlm_rest"),
                "FreeRADIUS cannot ask over HTTP here: apt-get install freeradius-rest");
        tenant = Tenant.create(server, REALM, folder, 3);
        radius = FreeRadius.start(
                program.get(),
                Files.createDirectories(folder.resolve("freeradius")),
                "/freeradius/rest.conf",
                Map.of("@SYMBOLON@", "http://127.0.0.1:" + server.port(), "@SECRET@", SECRET));
    }

    @AfterAll
    void stop() throws IOException {
        if (radius != null) {
            radius.close();
        }
    }

    /** With one try alone, radclient now and then ends without a word of the answer. FreeRADIUS asks the server once, however many there are. */
    private Ended ask(InstalledProgram radclient, String user, String password) throws Exception {
        String request =
                "User-Name=\"%s@%s\",User-Password=\"%s\",NAS-IP-Address=127.0.0.9,Message-Authenticator=0x00\n"
                        .formatted(user, REALM, password);
        return radclient.run(request, "-x", "-r", "3", "-t", "7", "127.0.0.1:" + radius.port(), "auth", SECRET);
    }

    @Test
    void aGatewayIsTold() throws Exception {
        InstalledProgram radclient = InstalledProgram.require("radclient", "freeradius-utils");
        tenant.enrol("RADCLIENT", "user1", "otpkey", device.seed(), "pin", "p+n %2541 ü");

        assertThat(ask(radclient, "user1", PIN + device.otp(0)).output()).contains("Received Access-Accept");
        assertThat(ask(radclient, "user1", PIN + device.otp(0)).output()).contains("Received Access-Reject");
        assertThat(ask(radclient, "user1", "wrong" + device.otp(1)).output()).contains("Received Access-Reject");
        assertThat(ask(radclient, "nobody", "x").output()).contains("Received Access-Reject");
        assertThat(tenant.admin()
                        .get("/audit/", "action", "POST /validate/radiuscheck", "user", "user1", "realm", REALM)
                        .rows("auditdata"))
                .hasSize(3);
    }

    @Test
    void aMachineLetsPeopleIn() throws Exception {
        InstalledProgram pamtester = InstalledProgram.require("pamtester", "pamtester libpam-radius-auth");
        PamService.requireModule("pam_radius_auth.so", "libpam-radius-auth");
        tenant.enrol("PAMRADIUS", "user2", "otpkey", device.seed(), "pin", "1234");
        Path servers =
                Files.writeString(folder.resolve("servers"), "127.0.0.1:%d %s 20\n".formatted(radius.port(), SECRET));
        Files.setPosixFilePermissions(servers, PosixFilePermissions.fromString("rw-------"));

        try (PamService service = PamService.create(
                "auth required pam_radius_auth.so conf=" + servers + " require_message_authenticator\n")) {
            String[] arguments = {service.name(), "user2@" + REALM, "authenticate"};
            assertThat(pamtester.run("1234" + device.otp(0) + "\n", arguments).output())
                    .contains("successfully authenticated");
            assertThat(pamtester.run("1234" + device.otp(0) + "\n", arguments).code())
                    .isNotZero();
        }
    }
}
