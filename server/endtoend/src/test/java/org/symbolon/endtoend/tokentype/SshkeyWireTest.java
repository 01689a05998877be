package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** Public keys that machines fetch, over the wire. */
@WireTest
class SshkeyWireTest {

    private static final String LINE =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEAMdLcdxEVZGuWbiSFVBHQXqm0oTRN0QYW3P0H5XbZY emma@home";

    private Tenant tenant;
    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, "sshkeys", folder, 5);
        admin = tenant.admin();
    }

    @Test
    void aKeyIsEnrolledAndItsPartsAreListed() {
        assertValue(tenant.enrol("SSHONE", "user1", "type", "sshkey", "sshkey", LINE), "true", "{'serial': 'SSHONE'}");

        assertJson(
                ((Map<?, ?>) tenant.listed("SSHONE")).get("info"),
                """
                {'ssh_type': 'ssh-ed25519', 'ssh_comment': 'emma@home', 'ssh_key': '~.+', 'ssh_key.type': 'password',
                 'tokenkind': 'software', 'created_at': '~.+'}
                """);
        assertThat(admin.post("/token/info/SSHONE/ssh_comment", "value", "x\nssh-rsa evil")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatIsNoKeyIsRefusedAndLeavesNoToken() {
        assertRefusal(
                tenant.enrol("SSHBAD", "user1", "type", "sshkey", "sshkey", "not a key"),
                400,
                301,
                "ERR301: The keytype you specified is not supported.");
        assertRefusal(
                tenant.enrol("SSHBAD", "user1", "type", "sshkey", "sshkey", "ssh-rsa"),
                400,
                301,
                "ERR301: Missing key.");
        assertThat(admin.get("/token/", "serial", "SSHBAD").rows("tokens")).isEmpty();
    }

    @Test
    void theMachinesOfAServiceFetchTheKeyOfWhoeverMayGetIn() {
        tenant.enrol("SSHWEB", "user2", "type", "sshkey", "sshkey", LINE);
        admin.post("/machine/token", "serial", "SSHWEB", "application", "ssh", "service_id", "ssh-web", "user", "root");
        String[] asked = {"hostname", "any.host", "service_id", "ssh-web", "user", "root"};

        assertValue(
                admin.get("/machine/authitem/ssh", asked),
                "{'ssh': [{'sshkey': '" + LINE
                        + "', 'username': 'user2', 'service_id': 'ssh-web', 'user': 'root', 'serial': null}]}");
        assertValue(
                admin.get("/machine/authitem/ssh", "hostname", "any.host", "service_id", "ssh-web", "user", "guest"),
                "{}");

        admin.post("/token/disable", "serial", "SSHWEB");
        assertValue(admin.get("/machine/authitem/ssh", asked), "{}");
    }

    @Test
    void nobodyLogsInWithAKeyAndItHidesNoFailureOfAnotherToken() {
        tenant.enrol("SSHALONE", "user3", "type", "sshkey", "sshkey", LINE);
        assertDecision(tenant.check("user3", ""), false, "{'message': 'No suitable token found for authentication.'}");

        tenant.enrol("SSHBESIDE", "user4", "type", "sshkey", "sshkey", LINE);
        tenant.enrol("PWBESIDE", "user4", "type", "pw", "otpkey", "correct horse", "pin", "1234");
        assertDecision(tenant.check("user4", "4321correct horse"), false, "{'message': 'wrong otp pin'}");
        assertThat(((Map<?, ?>) tenant.listed("PWBESIDE")).get("failcount")).isEqualTo((Object) 1);
        assertThat(tenant.check("user4", "1234correct horse").isAccepted()).isTrue();
    }
}
