package org.symbolon.endtoend.tokentype;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.symbolon.command.tokentype.webauthn.SoftDevice;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;

/** A browser with devices in front of it, as the pages of a service use them. */
final class WebauthnUser {

    static final String PAGE = "https://login.example.com";

    private final ApiClient client;
    private final String realm;

    WebauthnUser(ApiClient client, String realm) {
        this.client = client.from(PAGE);
        this.realm = realm;
    }

    /** Any request from that page. */
    Answer post(String path, Map<String, String> fields, String... more) {
        List<String> parameters = new ArrayList<>(List.of(more));
        fields.forEach((name, value) -> {
            parameters.add(name);
            parameters.add(value);
        });
        return client.post(path, parameters.toArray(String[]::new));
    }

    Answer begin(String user, String serial, String... more) {
        return post("/token/init", Map.of("type", "webauthn", "user", user, "realm", realm, "serial", serial), more);
    }

    Answer finish(String user, String serial, Answer begun, Map<String, String> made, String... more) {
        String transaction = registration(begun).get("transaction_id").toString();
        String[] known = {
            "type", "webauthn", "user", user, "realm", realm, "serial", serial, "transaction_id", transaction
        };
        return post("/token/init", made, ApiClient.joined(known, more));
    }

    Answer enrol(String user, String serial, SoftDevice device, String... more) {
        Answer begun = begin(user, serial, more);
        return finish(user, serial, begun, device.make(nonce(begun)));
    }

    static Map<?, ?> registration(Answer begun) {
        return (Map<?, ?>) begun.detail().get("webAuthnRegisterRequest");
    }

    static String nonce(Answer begun) {
        return registration(begun).get("nonce").toString();
    }

    /** The challenge of the last token that was asked. */
    static String challenge(Answer asked) {
        Map<?, ?> attributes = (Map<?, ?>) asked.detail().get("attributes");
        return ((Map<?, ?>) attributes.get("webAuthnSignRequest"))
                .get("challenge")
                .toString();
    }

    Answer answer(String subject, String name, Answer asked, Map<String, String> signed, String... more) {
        String[] known = {
            subject,
            name,
            "realm",
            realm,
            "pass",
            "",
            "transaction_id",
            asked.detail().get("transaction_id").toString()
        };
        return post("/validate/check", signed, ApiClient.joined(known, more));
    }
}
