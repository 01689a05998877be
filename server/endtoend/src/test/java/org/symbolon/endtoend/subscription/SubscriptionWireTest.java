package org.symbolon.endtoend.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** Subscriptions over the wire. */
@WireTest
class SubscriptionWireTest {

    private static final String FILE =
            """
            application: %s
            for_name: 'Example: University'
            for_address: A long street with a name that
              goes on
            for_email: licences@example.org
            for_phone: 0561
            by_name: Maker
            by_email: sales@example.com
            by_url: null
            date_from: '2026-01-01'
            date_till: 2027-01-01 12:30:00
            num_users: 50
            num_tokens: ''
            signature: 123456789012345678901234567890
            """;
    private static final String UNREADABLE = "ERR101: The file of the subscription cannot be read.";

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
    }

    private Answer upload(String text) {
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sub\"\r\n\r\n" + text
                + "\r\n--x--\r\n";
        return admin.post("/subscriptions/", "multipart/form-data; boundary=x", body.getBytes(StandardCharsets.UTF_8));
    }

    private static String listed(Object number, String tokens) {
        return ("[{'id': %s, 'application': 'wire-app', 'for_name': 'Example: University', %s"
                        + " 'for_address': 'A long street with a name that goes on',"
                        + " 'for_email': 'licences@example.org', 'for_phone': '0561', 'by_name': 'Maker',"
                        + " 'by_email': 'sales@example.com', 'date_from': 'Thu, 01 Jan 2026 00:00:00 GMT',"
                        + " 'date_till': 'Fri, 01 Jan 2027 12:30:00 GMT', 'num_users': 50,"
                        + " 'signature': '123456789012345678901234567890'}]")
                .formatted(number, tokens);
    }

    @Test
    void aSubscriptionIsHandedInShownRenewedAndDeleted() {
        Answer made = upload(FILE.formatted("wire-app"));
        assertValue(made, "'<int>'");
        assertValue(admin.get("/subscriptions/wire-app"), listed(made.value(), ""));

        assertValue(
                upload("{\"application\": \"wire-app\", \"num_tokens\": 7}"),
                made.value().toString());
        assertValue(admin.get("/subscriptions/wire-app"), listed(made.value(), "'num_tokens': 7,"));
        assertThat(admin.get("/subscriptions/").list())
                .extracting("application")
                .contains("wire-app");

        assertValue(admin.delete("/subscriptions/wire-app"), "1");
        assertValue(admin.delete("/subscriptions/wire-app"), "0");
        assertValue(admin.get("/subscriptions/wire-app"), "[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "- a\n- b",
                "a: [",
                "application: a\napplication: b",
                "? {a: {b: {c: {d: e}}}}\n: f",
                "application: !!java.lang.String x: y"
            })
    void aFileThatIsNoneIsRefused(String text) {
        assertRefusal(upload(text), 400, 101, UNREADABLE);
    }

    @Test
    void whatNoSubscriptionSaysIsRefused() {
        assertRefusal(upload("a: b"), 400, 101, "ERR101: The subscription has an entry that no subscription has.");
        assertRefusal(upload("level: [a]"), 400, 101, "ERR101: The subscription's 'level' is no text.");
        assertRefusal(upload("num_users: many"), 400, 101, "ERR101: The subscription's 'num_users' is no number.");
        assertRefusal(
                upload("date_till: 2026-13-01"),
                400,
                101,
                "ERR101: The subscription's 'date_till' is no date as in 2026-11-25.");
        assertRefusal(upload("level: gold"), 400, 101, "ERR101: The subscription lacks 'application'.");
        assertRefusal(upload("application: wire-lack"), 400, 101, "ERR101: The subscription lacks 'for_name'.");
        assertRefusal(
                upload("application: " + "x".repeat(81)),
                400,
                905,
                "ERR905: Parameter 'application' must not be longer than 80 characters");
        assertThat(admin.post("/subscriptions/", "file", "x").contentType()).startsWith("text/html");
    }
}
