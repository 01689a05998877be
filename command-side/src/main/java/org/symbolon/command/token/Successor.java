package org.symbolon.command.token;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeDescription;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TypeState;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a token will be when its new device has shown a value. It lies sealed in the token's state until then.
 *
 * @param seed what the new device shares with the server
 * @param counter where its type begins, null where it has none
 * @param entries what its type keeps
 * @param until when it is too late, in seconds
 * @param replaces what it is to replace: it is nothing's successor once the token has another secret or another owner
 */
record Successor(Secret seed, int otpLength, Long counter, Map<String, Object> entries, long until, String replaces) {

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** As it is written down. */
    private record Written(
            String seed, int otpLength, Long counter, Map<String, Object> entries, long until, String replaces) {}

    static Successor of(Token token, EnrolmentStep step, Instant now) {
        return new Successor(
                step.secret(),
                step.otpLength(),
                step.state().counter(),
                step.state().entries(),
                now.plus(PATIENCE).getEpochSecond(),
                presentOf(token));
    }

    /** That of a token, null if it has none. */
    static Successor of(Token token, SecretVault vault) {
        Sealed box = token.state().sealed(TypeDescription.SUCCESSOR).orElse(null);
        if (box == null) {
            return null;
        }
        Written written = JSON.readValue(vault.unseal(binding(token), box).reveal(), Written.class);
        return new Successor(
                Secret.of(written.seed()),
                written.otpLength(),
                written.counter(),
                whole(written.entries()),
                written.until(),
                written.replaces());
    }

    /** JSON knows no difference between short and long numbers. */
    private static Map<String, Object> whole(Map<String, Object> read) {
        Map<String, Object> entries = new HashMap<>(read);
        entries.replaceAll((name, value) -> value instanceof Integer number ? Long.valueOf(number) : value);
        return entries;
    }

    Sealed sealed(Token token, SecretVault vault) {
        Written written = new Written(seed.reveal(), otpLength, counter, entries, until, replaces);
        return vault.seal(token.seed().key(), binding(token), Secret.of(JSON.writeValueAsString(written)));
    }

    private static Binding binding(Token token) {
        return Token.entryBinding(token.serial(), TypeDescription.SUCCESSOR);
    }

    /** Whether it may still take the place of what the token is now. */
    boolean isAwaited(Token token, Instant now) {
        return now.getEpochSecond() <= until && replaces.equals(presentOf(token));
    }

    /** A seal is another one each time, so that it tells secrets apart without being opened. */
    private static String presentOf(Token token) {
        TokenOwner owner = token.owner();
        return token.seed().box() + (owner == null ? "" : " " + owner.resolver() + " " + owner.userId());
    }

    TypeState state() {
        return TypeState.of(counter, entries);
    }

    /** The token as it will be. */
    TokenView view(Token token) {
        return new TokenView(
                token.serial(),
                otpLength,
                token.countWindow(),
                token.syncWindow(),
                "",
                state(),
                Map.of(),
                "",
                TokenSecrets.open(seed));
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "Successor";
    }
}
