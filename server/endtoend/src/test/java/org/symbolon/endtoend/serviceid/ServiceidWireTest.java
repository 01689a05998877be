package org.symbolon.endtoend.serviceid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** Service ids over the wire. */
@WireTest
class ServiceidWireTest {

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
    }

    @Test
    void aServiceIdIsMadeDescribedAnewAndDeleted() {
        Object number =
                admin.post("/serviceid/wire-imap", "description", "mail").value();
        String listed = "{'description': 'mail', 'id': " + number + "}";
        assertValue(admin.get("/serviceid/wire-imap"), "{'wire-imap': " + listed + "}");
        assertJson(admin.get("/serviceid/").valueMap().get("wire-imap"), listed);

        assertValue(admin.post("/serviceid/wire-imap"), number.toString());
        assertValue(admin.get("/serviceid/wire-imap"), "{'wire-imap': {'description': null, 'id': " + number + "}}");

        assertValue(admin.delete("/serviceid/wire-imap"), "1");
        assertValue(admin.get("/serviceid/wire-imap"), "{}");
        assertRefusal(admin.delete("/serviceid/wire-imap"), 404, 601, "The requested Serviceid could not be found.");
    }

    @Test
    void namesAreToldApartByCaseAndMayHoldBlanks() {
        Answer small = admin.post("/serviceid/wire%20smtp");
        Answer big = admin.post("/serviceid/Wire%20smtp");

        assertThat(small.value()).isNotEqualTo(big.value());
        assertValue(
                admin.get("/serviceid/wire%20smtp"), "{'wire smtp': {'description': '', 'id': " + small.value() + "}}");
    }
}
