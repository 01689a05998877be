package org.symbolon.endtoend.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;

/** Where the page offers to log in with a passkey, and where the server takes one. */
@PolicyTest
class PasskeyPageWireTest {

    private static final String DOMAIN = "webauthn_relying_party_id=example.com, webauthn_relying_party_name=Example";
    private static final String BUTTON = "id=\"by-key\"";

    @Test
    @ShowsEffect("webui/passkey_login")
    void itIsOfferedWhereThereIsADomainForItAndNoPolicyHidesIt(PolicyServer server) {
        assertThat(server.admin().get("/").body()).doesNotContain(BUTTON);
        server.policy("enrollment", DOMAIN, "");
        assertThat(server.admin().get("/").body()).contains(BUTTON);

        server.policy("webui", "passkey_login=hide", "");

        assertThat(server.admin().get("/").body()).doesNotContain(BUTTON);
        assertThat(server.admin()
                        .post("/validate/initialize", "type", "passkey")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aServerCanBeSetUpToTakeNone(@TempDir Path folder) {
        try (PolicyServer server = PolicyServer.start(folder, 2, "--symbolon.passkey-login=false")) {
            server.policy("enrollment", DOMAIN, "");

            assertThat(server.admin().get("/").body()).doesNotContain(BUTTON);
            assertRefusal(
                    server.admin().post("/auth", "credential_id", "AAAA", "transaction_id", "1"),
                    401,
                    4307,
                    "Authentication with passkey disabled.");
        }
    }
}
