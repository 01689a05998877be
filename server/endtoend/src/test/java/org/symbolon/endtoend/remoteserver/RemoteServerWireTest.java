package org.symbolon.endtoend.remoteserver;

import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** Definitions of remote servers over the wire. */
@WireTest
class RemoteServerWireTest {

    private static final String REALM = "remoteservers";

    private Tenant tenant;
    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, REALM, folder, 2);
        admin = tenant.admin();
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

    private Answer tested(String url, String user, String password) {
        String[] asked = {"identifier", "i", "url", url, "username", user + "@" + REALM, "password", password};
        return admin.post("/edumfaserver/test_request", asked);
    }

    @Test
    void aTestSaysWhetherSomebodyIsLetIn() {
        tenant.enrol("REMOTESPASS", "user1", "type", "spass", "pin", "simple");

        assertValue(tested(admin.address(), "user1", "simple"), "true");
        assertValue(tested(admin.address(), "user1", "wrong"), "false");
        assertValue(tested(admin.address() + "/nosuch", "user1", "simple"), "false");
    }

    @Test
    void aTestSaysWhatIsMissingAndWhoDoesNotAnswer() {
        assertRefusal(
                tested("http://127.0.0.1:1", "user1", "p"),
                400,
                903,
                "ERR903: The remote server 127.0.0.1:1 cannot be reached");
        assertRefusal(
                tested("no address", "user1", "p"),
                400,
                903,
                "ERR903: The remote server of a token or definition has no sound address");
        assertRefusal(
                admin.post("/edumfaserver/test_request", "identifier", "i", "url", "u", "username", "u"),
                400,
                905,
                "ERR905: Missing parameter: 'password'");
    }
}
