package org.symbolon.endtoend.caconnector;

import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Patience;
import org.symbolon.endtoend.harness.WireTest;

/** Definitions of CA connectors over the wire. */
@WireTest
class CaConnectorWireTest {

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
    }

    private Answer save(String name, String... parameters) {
        return admin.post("/caconnector/" + name, parameters);
    }

    /** The one of this name in a list that holds those of other tests, too. */
    private static Object named(String name, Answer answer) {
        return ((List<?>) answer.value())
                .stream()
                        .filter(found ->
                                ((Map<?, ?>) found).get("connectorname").equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void aConnectorIsDefinedAndShownWithItsNameButWithoutItsPasswords() {
        Answer made = save(
                "wire-ca",
                "type",
                "microsoft",
                "hostname",
                "ca.example.com",
                "port",
                "443",
                "ssl_client_key_password",
                "Key-secret",
                "more",
                "Other-secret",
                "type.more",
                "password");
        assertValue(made, "'<int>'");
        String data =
                """
                {'name': 'wire-ca', 'hostname': 'ca.example.com', 'port': '443', 'more': '__CENSORED__',
                 'ssl_client_key_password': '__CENSORED__'}
                """;
        String listed = "{'connectorname': 'wire-ca', 'type': 'microsoft', 'templates': {}, 'data': " + data + "}";
        assertValue(admin.get("/caconnector/wire-ca"), "[" + listed + "]");
        assertJson(named("wire-ca", admin.get("/caconnector/")), listed);
        assertJson(
                named("wire-ca", admin.get("/system/names/caconnector")),
                ExpectedJson.overlaid(listed, "{'data': {}}"));

        assertValue(
                save("wire-ca", "type", "microsoft", "port", "8443"),
                made.value().toString());
        assertValue(admin.get("/caconnector/wire-ca"), "[" + listed.replace("'443'", "'8443'") + "]");
    }

    @Test
    void namesAreToldApartByCase() {
        save("wire-case", "type", "local");
        assertValue(admin.get("/caconnector/WIRE-case"), "[]");
        assertRefusal(
                admin.delete("/caconnector/WIRE-case"), 404, 601, "The requested CAConnector could not be found.");
        Answer other = save("WIRE-case", "type", "local");
        assertValue(admin.delete("/caconnector/WIRE-case"), other.value().toString());
        assertValue(
                admin.get("/caconnector/wire-case"),
                "[{'connectorname': 'wire-case', 'type': 'local', 'templates': {}, 'data': {'name': 'wire-case'}}]");
    }

    @Test
    void whatIsNoConnectorIsRefused() {
        assertRefusal(save("wire-x"), 400, 905, "ERR905: Missing parameter: 'type'");
        assertRefusal(save("wire-x", "type", "nosuch"), 400, 905, "ERR905: Unknown CA connector type: 'nosuch'");
        assertRefusal(
                save("wire%20x", "type", "local"),
                400,
                905,
                "ERR905: Invalid CA connector name. Must comply to [A-Za-z0-9_\\-.]+.");
        save("wire-y", "type", "local");
        assertRefusal(
                save("wire-y", "type", "microsoft"),
                400,
                302,
                "ERR302: The CA connector 'wire-y' already exists with another type.");
    }

    @Test
    void whatIsSpecificToATypeIsSaidWhereItIsKnown() {
        assertValue(admin.get("/caconnector/specific/local", "cakey", "k", "cacert", "c"), "{}");
        assertRefusal(
                admin.get("/caconnector/specific/local"), 400, 503, "ERR503: required argument 'cakey' is missing.");
        assertRefusal(
                admin.get("/caconnector/specific/nosuch"), 400, 905, "ERR905: Unknown CA connector type: 'nosuch'");
    }

    /** The first call in a process has to load much of what calls, for which three seconds may be too few on a busy machine. */
    @Test
    void aWorkerThatIsNotThereIsSaidToBeAway() {
        Patience.until("said in time", () -> !choicesOfNobody().body().contains("in time"));

        assertRefusal(choicesOfNobody(), 400, 503, "ERR503: The CA connector microsoft cannot be reached");
    }

    private Answer choicesOfNobody() {
        return admin.get("/caconnector/specific/microsoft", "hostname", "127.0.0.1", "port", "1");
    }
}
