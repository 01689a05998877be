package org.symbolon.endtoend.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device that the browser itself imitates, with what a page does to have it make a key and sign with it. */
final class VirtualAuthenticator {

    private final Browser browser;
    private final String id;

    private VirtualAuthenticator(Browser browser, String id) {
        this.browser = browser;
        this.id = id;
    }

    /** One that is built in, keeps keys itself and finds out who uses it; somebody always touches it. */
    static VirtualAuthenticator in(Browser browser) {
        browser.command("WebAuthn.enable");
        JsonNode added = browser.command(
                "WebAuthn.addVirtualAuthenticator",
                "options",
                Map.of(
                        "protocol", "ctap2",
                        "transport", "internal",
                        "hasResidentKey", true,
                        "hasUserVerification", true,
                        "isUserVerified", true,
                        "automaticPresenceSimulation", true));
        browser.evaluate(script());
        return new VirtualAuthenticator(browser, added.get("authenticatorId").asString());
    }

    private static String script() {
        try (InputStream script = VirtualAuthenticator.class.getResourceAsStream("authenticator.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Whether it finds out from now on that its owner uses it. */
    void verify(boolean successfully) {
        browser.command("WebAuthn.setUserVerified", "authenticatorId", id, "isUserVerified", successfully);
    }

    /** What a function of the page makes of options from the server: the parameters to send. */
    Map<String, String> answer(String function, Object options) {
        JsonNode answer = browser.resolve(
                "authenticator." + function + "(" + JsonMapper.shared().writeValueAsString(options) + ")");
        Map<String, String> fields = new HashMap<>();
        answer.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        return fields;
    }

    void remove() {
        browser.command("WebAuthn.removeVirtualAuthenticator", "authenticatorId", id);
        browser.command("WebAuthn.disable");
    }
}
