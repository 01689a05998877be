package org.symbolon.endtoend.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.connectors.radius.FreeRadius;
import org.symbolon.connectors.radiusclient.RadiusListener;
import org.symbolon.connectors.radiusclient.SoftCertificates;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.RadiusPorts;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** FreeRADIUS as a proxy that passes on by RADIUS/TLS what it is asked by UDP. Where the machine has none, it is skipped, and says so. */
@WireTest
class RadiusProxyTest {

    private static final String REALM = "radiusproxy";
    private static final String ADDRESS = "127.0.78.3";
    private static final String SECRET = "shared-with-proxy";

    private final Device device = Device.withDistinctValues(new SplittableRandom(), 10);
    private InProcessServer server;
    private Tenant tenant;
    private Path folder;

    @BeforeAll
    void prepare(InProcessServer shared, Path own) throws Exception {
        server = shared;
        tenant = Tenant.create(server, REALM, own, 2);
        folder = Files.createDirectories(own.resolve("freeradius"));
        SoftCertificates authority = SoftCertificates.authority("proxies");
        SoftCertificates proxy = authority.client("proxy.example.com");
        proxy.pemIn(folder.resolve("proxy.pem"));
        proxy.keyIn(folder.resolve("proxy.key"));
        RadiusPorts.AUTHORITY.pemIn(folder.resolve("authority.pem"));
        tenant.admin()
                .post(
                        "/radiusclient/proxy",
                        "address",
                        ADDRESS,
                        "transport",
                        "tls",
                        "certificates",
                        authority.pem(),
                        "certificate_name",
                        "proxy.example.com",
                        "realm",
                        REALM);
    }

    @Test
    void aProxyPassesOnWhatItIsAsked() throws Exception {
        Optional<Path> program = FreeRadius.program();
        assumeTrue(program.isPresent(), "There is no FreeRADIUS on this machine: apt-get install freeradius");
        InstalledProgram radclient = InstalledProgram.require("radclient", "freeradius-utils");
        tenant.enrol("RADIUSPROXY", "user1", "otpkey", device.seed(), "pin", "1234");
        String symbolon = "" + server.bean(RadiusListener.class).tlsPort();

        try (FreeRadius proxy = FreeRadius.start(
                program.get(),
                folder,
                "/freeradius/proxy.conf",
                Map.of("@SYMBOLON@", symbolon, "@SOURCE@", ADDRESS, "@SECRET@", SECRET))) {
            for (int counter = 0; counter < 2; counter++) {
                String request = "User-Name=\"user1\",User-Password=\"1234%s\",Message-Authenticator=0x00\n"
                        .formatted(device.otp(counter));
                String said = radclient
                        .run(request, "-x", "-r", "5", "-t", "4", "127.0.0.1:" + proxy.port(), "auth", SECRET)
                        .output();
                assertThat(said).as(Files.readString(folder.resolve("log"))).contains("Received Access-Accept");
            }
        }
        assertThat(tenant.admin()
                        .get("/audit/", "user", "user1", "realm", REALM, "action", "RADIUS*")
                        .rows("auditdata"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).containsEntry("client", ADDRESS));
    }
}
