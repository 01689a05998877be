package org.symbolon.endtoend.radiusserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** Definitions of RADIUS servers over the wire. */
@WireTest
class RadiusServerWireTest {

    private static final String DEFAULTS =
            """
            {'server': 'r1', 'port': 1812, 'dictionary': '/etc/edumfa/dictionary', 'description': '', 'timeout': 5,
             'retries': 3, 'enforce_ma': false}
            """;

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
    }

    private Object listed(String identifier) {
        return admin.get("/radiusserver/").valueMap().get(identifier);
    }

    @Test
    void aServerIsDefinedAndItsSecretShownToNobody() {
        assertValue(admin.post("/radiusserver/wire%20radius", "server", "r1", "secret", "Shared-secret"), "true");
        assertJson(listed("wire_radius"), DEFAULTS);
        assertThat(admin.get("/system/names/radius").value())
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("wire_radius");

        assertRefusal(
                admin.delete("/radiusserver/wire%20radius"),
                404,
                601,
                "The requested RADIUSServer could not be found.");
        assertValue(admin.delete("/radiusserver/wire_radius"), "true");
        assertJson(listed("wire_radius"), "null");
    }

    @Test
    void anyTextEnforcesTheAuthenticatorAndWhatIsNotGivenStays() {
        admin.post(
                "/radiusserver/wire-ma",
                "server",
                "r2",
                "secret",
                "s",
                "port",
                "1645",
                "dictionary",
                "/dict",
                "description",
                "text",
                "timeout",
                "9",
                "retries",
                "1",
                "enforce_ma",
                "0");
        admin.post("/radiusserver/wire-ma", "server", "r1", "secret", "__CENSORED__");
        assertJson(
                listed("wire-ma"),
                """
                {'server': 'r1', 'port': 1645, 'dictionary': '/dict', 'description': 'text', 'timeout': 9,
                 'retries': 1, 'enforce_ma': true}
                """);
        admin.post("/radiusserver/wire-ma", "server", "r1", "secret", "__CENSORED__", "enforce_ma", "");
        assertJson(ExpectedJson.entry(listed("wire-ma"), "enforce_ma"), "false");
    }

    @Test
    void aLongSecretIsRefused() {
        assertRefusal(
                admin.post("/radiusserver/wire-long", "server", "r1", "secret", "s".repeat(96)),
                400,
                2234,
                "ERR2234: The RADIUS secret is too long");
        assertRefusal(
                admin.post("/radiusserver/wire-long", "server", "r1"), 400, 905, "ERR905: Missing parameter: 'secret'");
    }

    @Test
    void aTestSaysWhatIsMissing() {
        assertRefusal(
                admin.post(
                        "/radiusserver/test_request",
                        "identifier",
                        "i",
                        "server",
                        "r1",
                        "secret",
                        "s",
                        "username",
                        "u",
                        "password",
                        "p"),
                400,
                903,
                "ERR903: Asking a RADIUS server needs a RADIUS connector, which this version lacks");
    }
}
