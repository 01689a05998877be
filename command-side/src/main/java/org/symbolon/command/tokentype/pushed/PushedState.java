package org.symbolon.command.tokentype.pushed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/** What is kept of a token that is confirmed on a telephone. */
record PushedState(PushedActions actions, TokenView token) {

    /** What a telephone proves in its step of the enrolment that it was shown the first one, and until when it may. */
    static final String CREDENTIAL = "enrollment_credential";

    static final String FIREBASE_TOKEN = "firebase_token";
    static final String PHONE_KEY = "public_key_smartphone";
    static final String SERVER_KEY = "public_key_server";
    static final String PRIVATE_KEY = "private_key_server";

    /** The nonce of the challenge whose code the telephone shows. */
    static final String CONFIRMED = "confirmed_challenge";

    private static final String UNTIL = "|";

    static List<StateEntry> entries(PushedActions actions) {
        return List.of(
                StateEntry.secret(CREDENTIAL),
                StateEntry.text(actions.gateway()),
                StateEntry.text(FIREBASE_TOKEN).locked(),
                StateEntry.text(PHONE_KEY).locked(),
                StateEntry.text(SERVER_KEY).locked(),
                StateEntry.secret(PRIVATE_KEY),
                StateEntry.text(CONFIRMED).locked());
    }

    /** That of a token of which nothing but the first step has been done; what was before is nothing to the new telephone. */
    static TypeState begun(PushedActions actions, String gateway, Optional<TokenView> before) {
        Map<String, Object> entries = new HashMap<>();
        before.ifPresent(token -> token.state().entries().keySet().forEach(former -> entries.put(former, null)));
        entries.put(actions.gateway(), gateway);
        return TypeState.of(null, entries);
    }

    static Secret credential(String credential, Instant until) {
        return Secret.of(credential + UNTIL + until.getEpochSecond());
    }

    /** That of a token that a telephone with this key has. */
    static TypeState enrolled(PhoneKey key, String firebaseToken, ServerKeys keys) {
        Map<String, Object> entries = new HashMap<>();
        entries.put(CREDENTIAL, null);
        entries.put(PHONE_KEY, key.text());
        entries.put(FIREBASE_TOKEN, firebaseToken);
        entries.put(SERVER_KEY, keys.publicPem());
        return TypeState.of(null, entries);
    }

    static StateChange reachedBy(String firebaseToken) {
        return StateChange.of(Map.of(FIREBASE_TOKEN, firebaseToken));
    }

    static StateChange confirming(String nonce) {
        return StateChange.of(Map.of(CONFIRMED, nonce));
    }

    /** By what a log-in that enrols a token knows whose telephone has done its part: nobody learns the credential of it. */
    static String digest(String credential) {
        return DigestUtils.sha256Hex(credential);
    }

    /** Whether this is what the telephone was shown; it takes the same time whatever it is. */
    boolean isShown(String credential) {
        return kept(0).filter(shown -> MessageDigest.isEqual(bytes(shown), bytes(credential)))
                .isPresent();
    }

    boolean isLate(Instant now) {
        return kept(1).map(Long::valueOf)
                .filter(until -> now.getEpochSecond() > until)
                .isPresent();
    }

    private Optional<String> kept(int part) {
        return token.secret(CREDENTIAL)
                .map(kept -> List.of(kept.reveal().split("\\|", 2)))
                .filter(parts -> parts.size() > part)
                .map(parts -> parts.get(part));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The gateway that reaches the telephone; empty where it asks by itself, or cannot be reached. */
    Optional<String> gateway() {
        return token.state()
                .text(actions.gateway())
                .filter(name -> !name.isBlank() && !name.equals(PushedActions.POLL_ONLY))
                .filter(name -> !firebaseToken().isEmpty());
    }

    String firebaseToken() {
        return token.state().text(FIREBASE_TOKEN).orElse("");
    }

    Optional<PhoneKey> phoneKey() {
        return token.state().text(PHONE_KEY).flatMap(PhoneKey::kept);
    }

    /** With what the server signs. */
    Optional<Secret> privateKey() {
        return token.secret(PRIVATE_KEY);
    }

    boolean hasConfirmed(String nonce) {
        return token.state().text(CONFIRMED).filter(nonce::equals).isPresent();
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "PushedState[" + token.serial() + "]";
    }
}
