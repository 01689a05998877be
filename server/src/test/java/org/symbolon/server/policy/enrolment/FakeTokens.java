package org.symbolon.server.policy.enrolment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.secret.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenLimit;

/** The tokens of a test, of which there may be as many as it says; and a rule that is kept by its own letters. */
final class FakeTokens implements EnrolledTokens, CharacterRules {

    private final Map<String, Enrolled> tokens = new HashMap<>();
    private boolean room = true;

    FakeTokens with(String serial, String type, String realm) {
        tokens.put(serial, new Enrolled(serial, type, Optional.empty(), List.of(realm)));
        return this;
    }

    FakeTokens full() {
        room = false;
        return this;
    }

    @Override
    public Optional<Enrolled> find(String serial) {
        return Optional.ofNullable(tokens.get(serial));
    }

    @Override
    public boolean hasPin(String serial) {
        return tokens.containsKey(serial);
    }

    @Override
    public List<String> typesOf(TokenOwner owner) {
        return List.of("hotp", "pw");
    }

    @Override
    public boolean isRoom(TokenLimit limit) {
        return room;
    }

    @Override
    public Optional<String> complaint(String rule, Secret text) {
        return text.reveal().contains(rule) ? Optional.empty() : Optional.of("Missing: " + rule);
    }

    @Override
    public Secret made(String rule, int length) {
        return Secret.of(rule.repeat(length));
    }

    @Override
    public Secret drawn(String characters, int length) {
        return Secret.of(characters.substring(0, length));
    }
}
