package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.tokentype.yubikey.SoftYubikey;
import org.symbolon.connectors.sms.HttpGatewayDouble;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** Yubikeys whose values Yubico's service checks, over the wire: the server's own endpoint speaks as that service does. */
@WireTest
class YubicoWireTest {

    private static final String WRONG = "{'message': '%s', 'serial': '%s', 'type': 'yubico', 'otplen': 44}";

    private Tenant tenant;
    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, "yubicotokens", folder, 6);
        admin = tenant.admin();
        YubicoDouble.ownEndpoint(admin);
    }

    private void enrol(String serial, String user, SoftYubikey device) {
        assertValue(
                tenant.enrol(serial, user, "type", "yubico", "yubico.tokenid", device.publicId(), "pin", "1234"),
                "true",
                "{'serial': '" + serial + "'}");
    }

    private String audited(String serial) {
        Object row = admin.get("/audit/", "serial", serial, "action", "POST /validate/check", "page_size", "1")
                .rows("auditdata")
                .get(0);
        return ExpectedJson.entry(row, "action_detail").toString();
    }

    @Test
    void whatTheDeviceTypesLogsInOnceBehindThePin() {
        SoftYubikey device = YubicoDouble.device(1);
        YubicoDouble.enrolAtOwnEndpoint(admin, "CLOUD1", device);
        enrol("UBCMWIRE1", "user1", device);

        assertJson(
                ExpectedJson.entry(tenant.listed("UBCMWIRE1"), "info"),
                "{'created_at': '~.*', 'tokenkind': 'hardware', 'yubico.tokenid': '" + device.publicId() + "'}");
        assertDecision(
                tenant.check("user1", "1234" + device.typed(5, 0)),
                "true",
                "ACCEPT",
                "{'message': 'matching 1 tokens', 'serial': 'UBCMWIRE1', 'type': 'yubico', 'otplen': 44}");
        assertDecision(
                tenant.check("user1", "1234" + device.typed(5, 0)),
                false,
                WRONG.formatted("wrong otp value", "UBCMWIRE1"));
        assertDecision(tenant.check("user1", "4321" + device.typed(5, 1)), false, "{'message': 'wrong otp pin'}");
        assertThat(tenant.check("user1", "1234" + device.typed(5, 1)).isAccepted())
                .as("nobody was asked about it while the PIN was wrong")
                .isTrue();
    }

    @Test
    void aValueOfAnotherDeviceIsWrongHereThoughTheServiceKnowsIt() {
        SoftYubikey other = YubicoDouble.device(3);
        YubicoDouble.enrolAtOwnEndpoint(admin, "CLOUD3", other);
        enrol("UBCMWIRE2", "user2", YubicoDouble.device(2));

        assertDecision(
                tenant.check("user2", "1234" + other.typed(1, 0)),
                false,
                WRONG.formatted("wrong otp value", "UBCMWIRE2"));
    }

    @AfterEach
    void askTheOwnEndpointAgain() {
        YubicoDouble.ownEndpoint(admin);
    }

    private void assertWrong(String user, String serial, String typed) {
        assertDecision(tenant.check(user, "1234" + typed), false, WRONG.formatted("wrong otp value", serial));
    }

    /** What a service says that does not know the key. */
    @Test
    void aServiceThatLiesLetsNobodyInAndTheAuditSaysWhy() throws IOException {
        SoftYubikey device = YubicoDouble.device(4);
        enrol("UBCMWIRE3", "user3", device);
        try (HttpGatewayDouble lying = new HttpGatewayDouble()) {
            YubicoDouble.define(admin, "http://127.0.0.1:" + lying.port() + "/verify");
            lying.answers(200, "status=OK\r\notp=" + device.typed(1, 0) + "\r\nh=AAAA\r\n");

            assertWrong("user3", "UBCMWIRE3", device.typed(1, 0));
            assertThat(audited("UBCMWIRE3")).isEqualTo("The answer of Yubico's service is not signed with our key: OK");
            assertThat(lying.asked().get(0).target())
                    .startsWith("/verify?")
                    .contains("id=" + YubicoDouble.CLIENT, "otp=" + device.typed(1, 0), "nonce=", "h=");
        }
    }

    @Test
    void aServiceThatIsAwayLetsNobodyInAndTheAuditSaysWhy() {
        SoftYubikey device = YubicoDouble.device(5);
        enrol("UBCMWIRE5", "user5", device);
        YubicoDouble.define(admin, "http://127.0.0.1:1/verify");

        assertWrong("user5", "UBCMWIRE5", device.typed(1, 0));
        assertThat(audited("UBCMWIRE5")).isEqualTo("Yubico's service at 127.0.0.1:1 cannot be reached");
    }

    @Test
    void whatIsMissingIsSaid() {
        assertRefusal(
                tenant.enrol("UBCMWIRE4", "user4", "type", "yubico"),
                400,
                905,
                "ERR905: Missing parameter: 'yubico.tokenid'");
    }
}
