package org.symbolon.endtoend.smtpserver;

import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** Definitions of mail servers over the wire. */
@WireTest
class SmtpServerWireTest {

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
    }

    private Object listed(String identifier) {
        return admin.get("/smtpserver/").valueMap().get(identifier);
    }

    @Test
    void aServerIsDefinedAndItsPasswordShownToNobody() {
        assertValue(
                admin.post(
                        "/smtpserver/wire%20mail",
                        "server",
                        "smtps://mail",
                        "port",
                        "587",
                        "username",
                        "me",
                        "password",
                        "Mail-secret",
                        "sender",
                        "from@x",
                        "tls",
                        "1",
                        "description",
                        "text",
                        "timeout",
                        "20",
                        "enqueue_job",
                        "true"),
                "true");
        String full =
                """
                {'server': 'smtps://mail', 'port': 587, 'username': 'me', 'password': '__CENSORED__', 'sender': 'from@x',
                 'tls': true, 'description': 'text', 'timeout': 20, 'enqueue_job': true}
                """;
        assertJson(listed("wire mail"), full);

        assertValue(
                admin.post("/smtpserver/wire%20mail", "server", "smtps://mail", "password", "__CENSORED__"), "true");
        assertJson(listed("wire mail"), full);
        assertValue(admin.post("/smtpserver/wire%20mail", "server", "other"), "true");
        assertJson(listed("wire mail"), ExpectedJson.overlaid(full, "{'server': 'other', 'password': ''}"));
    }

    @Test
    void aServerNeedsNoMoreThanAHost() {
        assertValue(admin.post("/smtpserver/wire-bare", "server", "mail"), "true");
        assertJson(
                listed("wire-bare"),
                """
                {'server': 'mail', 'port': 25, 'username': '', 'password': '', 'sender': '', 'tls': false,
                 'description': '', 'timeout': 10, 'enqueue_job': false}
                """);
        assertValue(admin.delete("/smtpserver/wire-bare"), "true");
        assertJson(listed("wire-bare"), "null");
        assertRefusal(admin.delete("/smtpserver/wire-bare"), 404, 601, "The requested SMTPServer could not be found.");
        assertRefusal(admin.post("/smtpserver/wire-bare"), 400, 905, "ERR905: Missing parameter: 'server'");
    }

    @Test
    void aTestSaysWhatIsMissing() {
        assertRefusal(
                admin.post("/smtpserver/send_test_email", "identifier", "i", "server", "mail", "recipient", "a@x"),
                400,
                903,
                "ERR903: Sending mail needs an SMTP connector, which this version lacks");
        assertRefusal(
                admin.post("/smtpserver/send_test_email", "identifier", "i", "server", "mail"),
                400,
                905,
                "ERR905: Missing parameter: 'recipient'");
    }
}
