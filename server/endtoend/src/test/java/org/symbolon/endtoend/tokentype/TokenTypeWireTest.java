package org.symbolon.endtoend.tokentype;

import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** What is asked of a token type by its name, over the wire. */
@WireTest
class TokenTypeWireTest {

    private ApiClient admin;
    private ApiClient anybody;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
        anybody = server.anonymous();
    }

    @Test
    void anUnknownTypeHasNoEndpoint() {
        assertRefusal(anybody.get("/ttype/foo"), 400, 905, "ERR905: Invalid tokentype provided. ttype: foo");
        assertRefusal(anybody.post("/ttype/foo"), 400, 905, "ERR905: Invalid tokentype provided. ttype: foo");
    }

    @Test
    void aTypeThatItsClientsDoNotCallHasNoEndpointEither() {
        assertRefusal(
                anybody.post("/ttype/hotp", "serial", "S1"),
                400,
                905,
                "ERR905: The token type hotp has no endpoint of its own.");
    }

    @Test
    void aTypeWithoutSettingsHasNothingToTest() {
        assertValue(admin.post("/system/test/hotp"), "false", "{'message': 'Not implemented'}");
    }

    @Test
    void mailIsNotSentWithoutAnythingToSendItWith() {
        assertRefusal(
                admin.post("/system/test/email", "email.mailserver", "m", "email.mailfrom", "a@example.com"),
                400,
                905,
                "ERR905: Missing parameter: 'email.recipient'");
        assertRefusal(admin.post("/system/test/foo"), 400, 905, "ERR905: Invalid tokentype provided. tokentype: foo");
    }
}
