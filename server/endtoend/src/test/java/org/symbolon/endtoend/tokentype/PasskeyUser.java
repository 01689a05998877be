package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.symbolon.command.tokentype.webauthn.SoftDevice;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;

/** A browser with devices in front of it, as the clients of privacyIDEA use them. */
final class PasskeyUser {

    static final String DOMAIN = "webauthn_relying_party_id=example.com, webauthn_relying_party_name=Example";

    private final WebauthnUser browser;
    private final String realm;

    PasskeyUser(ApiClient client, String realm) {
        this.browser = new WebauthnUser(client, realm);
        this.realm = realm;
    }

    Answer post(String path, Map<String, String> fields, String... more) {
        return browser.post(path, fields, more);
    }

    Answer begin(String user, String serial, String... more) {
        return post("/token/init", Map.of("type", "passkey", "user", user, "realm", realm, "serial", serial), more);
    }

    Answer finish(String serial, Answer begun, Map<String, String> made, String... more) {
        String[] known = {"type", "passkey", "serial", serial, "transaction_id", transaction(begun)};
        return post("/token/init", made, ApiClient.joined(known, more));
    }

    SoftDevice enrolled(String user, String serial, String id, String... more) {
        SoftDevice device = SoftDevice.of(-7, id);
        Answer begun = begin(user, serial, more);
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        Answer finished = finish(serial, begun, device.makePasskey(nonce(begun)));
        assertThat(finished.status()).as(finished.body()).isEqualTo(200);
        return device;
    }

    static Map<?, ?> registration(Answer begun) {
        return (Map<?, ?>) begun.detail().get("passkey_registration");
    }

    static String nonce(Answer begun) {
        return registration(begun).get("challenge").toString();
    }

    static String transaction(Answer answer) {
        return answer.detail().get("transaction_id").toString();
    }

    /** A log-in of somebody who does not say who he is. */
    Answer initialize() {
        return post("/validate/initialize", Map.of("type", "passkey"));
    }

    static String challenge(Answer initialized) {
        return ((Map<?, ?>) initialized.detail().get("passkey"))
                .get("challenge")
                .toString();
    }

    /** What a device answers that anybody was asked. */
    Answer answer(Answer initialized, SoftDevice device, String... more) {
        return check(initialized, device.answerPasskey(challenge(initialized)), more);
    }

    Answer check(Answer asked, Map<String, String> signed, String... more) {
        return to("/validate/check", asked, signed, more);
    }

    Answer to(String path, Answer asked, Map<String, String> signed, String... more) {
        String[] known = {"transaction_id", transaction(asked)};
        return post(path, signed, ApiClient.joined(known, more));
    }
}
