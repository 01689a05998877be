package org.symbolon.policy.enrolment;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenLimit;

/** Tokens with PINs, of which there may be as many as a test says; and a rule that is kept by its own letters. */
final class FakeTokens implements EnrolledTokens, CharacterRules {

    /** How serials of tokens without a PIN begin. */
    private static final String WITHOUT_PIN = "BARE";

    /** How serials of tokens end that have to show a value yet. */
    private static final String UNVERIFIED = "YET";

    private final Set<String> missing = new HashSet<>();
    private boolean room = true;

    FakeTokens full() {
        room = false;
        return this;
    }

    /** There is no token with this serial. */
    FakeTokens without(String serial) {
        missing.add(serial);
        return this;
    }

    @Override
    public boolean hasPin(String serial) {
        return !serial.startsWith(WITHOUT_PIN) && !missing.contains(serial);
    }

    @Override
    public boolean isUnverified(String serial) {
        return serial.endsWith(UNVERIFIED);
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
