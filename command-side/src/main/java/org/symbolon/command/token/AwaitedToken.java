package org.symbolon.command.token;

import java.util.Map;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TypeState;

/** A token that a log-in has enrolled, and that is good once that log-in is answered with its first value. */
public final class AwaitedToken {

    /** The entry of its info that tells it from tokens that somebody else has enrolled and not finished. */
    static final String MARK = "enroll_via_multichallenge";

    private AwaitedToken() {}

    /** The info of a new one. */
    public static Map<String, String> mark() {
        return Map.of(MARK, "True");
    }

    /** It has the seed from now on that was shown when its value was asked for. That was sealed for the question, and now is for it. */
    public static void takeSeed(Token token, Secret shown, SecretVault vault) {
        if (shown.equals(token.view(vault).secret())) {
            return;
        }
        Binding binding = Token.binding(token.serial(), SecretPurpose.SEED);
        token.reenrol(new TokenReenrolled(
                token.serial(),
                token.tokenId(),
                token.otpLength(),
                vault.seal(token.seed().key(), binding, shown),
                null,
                null,
                token.failLimit(),
                token.countWindow(),
                token.syncWindow(),
                token.rolloutState(),
                begunAnew(token.state()),
                Map.of(),
                null,
                token.realms()));
    }

    private static TypeState begunAnew(TypeState state) {
        return new TypeState(state.version(), state.counter() == null ? null : 0L, state.entries());
    }

    /** Its first value was right. */
    public static void finish(Token token) {
        token.finishEnrolment();
    }
}
