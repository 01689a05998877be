package org.symbolon.cli.demo;

import java.time.Instant;
import java.util.Map;
import org.symbolon.cli.demo.Scene.Owned;
import tools.jackson.databind.JsonNode;

/** What the server is for: it is asked whether users are who they say they are. */
final class Checks {
    private static final String ACCEPT = "ACCEPT";
    private static final String REJECT = "REJECT";

    private final Steps steps;
    private final DemoClient client;
    private final Scene scene;

    Checks(Steps steps, DemoClient client, Scene scene) {
        this.steps = steps;
        this.client = client;
        this.scene = scene;
    }

    void run() {
        Owned alice = scene.alice();
        Owned bob = scene.bob();
        String value = alice.device().next();
        check("Alice logs in with her PIN and the value on her phone", alice, alice.pin() + value, ACCEPT);
        check("Someone who watched her sends the same again", alice, alice.pin() + value, REJECT);
        String next = alice.device().next();
        check("Someone who has her phone does not know the PIN", alice, "guess" + next, REJECT);
        String now = bob.device().at(Instant.now());
        check("Bob logs in with his PIN and what his phone shows now", bob, bob.pin() + now, ACCEPT);
        steps.step("Alice logs in to look after her tokens, with her password", this::selfService);
    }

    private void check(String title, Owned owned, String pass, String expected) {
        steps.step(title, () -> {
            JsonNode answer =
                    client.post("/validate/check", Map.of("user", owned.user(), "realm", scene.realm(), "pass", pass));
            String authentication = answer.path("result").path("authentication").asString("");
            String message = answer.path("detail").path("message").asString("");
            UnexpectedException.unless(
                    authentication.equals(expected),
                    "it should be %s, but is %s (%s)".formatted(expected, authentication, message));
            return "%s (%s)".formatted(authentication, message);
        });
    }

    private String selfService() {
        Map<String, String> parameters =
                Map.of("username", SampleUsers.ALICE, "realm", scene.realm(), "password", SampleUsers.ALICES_PASSWORD);
        JsonNode value = client.post("/auth", parameters).path("result").path("value");
        String role = value.path("role").asString("");
        UnexpectedException.unless(role.equals("user"), "the role should be user, but is " + role);
        return "the role is " + role;
    }
}
