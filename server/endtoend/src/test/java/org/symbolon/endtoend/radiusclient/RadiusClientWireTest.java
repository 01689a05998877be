package org.symbolon.endtoend.radiusclient;

import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.connectors.radiusclient.SoftCertificates;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** The definitions of RADIUS clients over the wire. */
@WireTest
class RadiusClientWireTest {

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
    }

    private Object shown(String name) {
        return admin.get("/radiusclient/" + name).valueMap().get(name);
    }

    @Test
    void aClientIsDefinedAndItsSecretShownToNobody() {
        assertValue(
                admin.post("/radiusclient/wire-vpn", "address", "10.98.0.1", "secret", "Shared-secret"), "'<number>'");
        String defaults =
                """
                {'address': '10.98.0.1', 'transport': 'udp', 'certificates': '',
                 'certificate_name': '', 'require_ma': true, 'realm': '', 'caller_address': false, 'description': ''}
                """;
        assertJson(shown("wire-vpn"), defaults);
        assertJson(admin.get("/radiusclient/").valueMap().get("wire-vpn"), defaults);

        assertValue(admin.delete("/radiusclient/wire-vpn"), "'<number>'");
        assertJson(shown("wire-vpn"), "null");
        assertRefusal(
                admin.delete("/radiusclient/wire-vpn"), 404, 601, "The requested RADIUS client could not be found.");
    }

    @Test
    void whatIsNotGivenStays() {
        String certificate = SoftCertificates.authority("wire").pem();
        admin.post(
                "/radiusclient/wire-tls",
                "address",
                "10.98.0.0/24, 2001:db8::1",
                "transport",
                "tls",
                "certificates",
                certificate,
                "certificate_name",
                "vpn.example.com",
                "require_ma",
                "0",
                "realm",
                "staff",
                "caller_address",
                "1",
                "description",
                "text");
        admin.post("/radiusclient/wire-tls", "address", "10.98.0.2");

        assertJson(
                shown("wire-tls"),
                """
                {'address': '10.98.0.2', 'transport': 'tls', 'certificates': '%s',
                 'certificate_name': 'vpn.example.com', 'require_ma': false, 'realm': 'staff', 'caller_address': true,
                 'description': 'text'}
                """
                        .formatted(certificate.replace("\n", "\\n")));
        admin.delete("/radiusclient/wire-tls");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertRefusal(
                admin.post("/radiusclient/wire-no", "address", "vpn.example.com", "secret", "long enough"),
                400,
                905,
                "ERR905: Parameter 'address' must be addresses, or ranges such as 10.1.0.0/16, with commas between"
                        + " them");
        assertRefusal(
                admin.post("/radiusclient/wire-no", "address", "10.98.0.3"),
                400,
                905,
                "ERR905: Missing parameter: 'secret'");
        assertRefusal(
                admin.post("/radiusclient/wire-no", "address", "10.98.0.3", "transport", "dtls"),
                400,
                905,
                "ERR905: Parameter 'transport' must be udp or tls");
        assertJson(shown("wire-no"), "null");
    }
}
