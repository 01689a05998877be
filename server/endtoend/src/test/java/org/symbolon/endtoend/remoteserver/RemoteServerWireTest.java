package org.symbolon.endtoend.remoteserver;

import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** Definitions of remote servers over the wire. */
@WireTest
class RemoteServerWireTest {

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
    }

    private Object listed(String identifier) {
        return admin.get("/edumfaserver/").valueMap().get(identifier);
    }

    @Test
    void aServerIsDefinedChangedAndDeleted() {
        assertValue(admin.post("/edumfaserver/wire%20other", "url", "https://a", "description", "text"), "true");
        assertJson(listed("wire_other"), "{'id': '<int>', 'url': 'https://a', 'tls': true, 'description': 'text'}");

        admin.post("/edumfaserver/wire_other", "url", "https://b", "tls", "0");
        assertJson(listed("wire_other"), "{'id': '<int>', 'url': 'https://b', 'tls': false, 'description': 'text'}");

        assertValue(admin.delete("/edumfaserver/wire_other"), "true");
        assertRefusal(
                admin.delete("/edumfaserver/wire_other"), 404, 601, "The requested eduMFAServer could not be found.");
        assertRefusal(admin.post("/edumfaserver/wire_other"), 400, 905, "ERR905: Missing parameter: 'url'");
    }

    @Test
    void aTestSaysWhatIsMissing() {
        assertRefusal(
                admin.post(
                        "/edumfaserver/test_request",
                        "identifier",
                        "i",
                        "url",
                        "https://a",
                        "username",
                        "u",
                        "password",
                        "p"),
                400,
                903,
                "ERR903: Asking a remote server needs a connector for it, which this version lacks");
    }
}
