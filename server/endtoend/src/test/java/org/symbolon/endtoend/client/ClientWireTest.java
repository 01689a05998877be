package org.symbolon.endtoend.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;

/** The programs that had log-ins checked, over the wire. An address has rows for so many alone that other tests would use them up. */
class ClientWireTest {

    @TempDir
    private static Path folder;

    private static InProcessServer server;
    private static ApiClient admin;
    private static ApiClient anyone;

    private static final String SEEN =
            "{'ip': '127.0.0.1', 'hostname': null, 'lastseen': '~[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT'}";

    @BeforeAll
    static void start() {
        server = InProcessServer.start(folder);
        admin = server.admin();
        anyone = server.anonymous();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, Object> clients() {
        return admin.get("/client/").valueMap();
    }

    @Test
    void aProgramIsSeenWhenItHasALogInChecked() {
        anyone.as("Wire-VPN/1.0").check("serial", "NOWHERE", "x");
        anyone.as("Wire-SAML/2.0").get("/validate/samlcheck", "user", "nobody");
        anyone.as("Wire-Other/3.0").get("/token/");

        assertJson(clients().get("Wire-VPN/1.0"), "[" + SEEN + "]");
        assertJson(clients().get("Wire-SAML/2.0"), "[" + SEEN + "]");
        assertThat(clients()).doesNotContainKey("Wire-Other/3.0");
    }

    @Test
    void whereTrackingIsDisabledNobodyIsSeen() {
        admin.post("/system/setConfig", "DisableClientTracking", "True");
        anyone.as("Wire-Hidden/1.0").check("serial", "NOWHERE", "x");
        admin.delete("/system/DisableClientTracking");
        anyone.as("Wire-Shown/1.0").check("serial", "NOWHERE", "x");

        assertThat(clients()).doesNotContainKey("Wire-Hidden/1.0").containsKey("Wire-Shown/1.0");
    }
}
