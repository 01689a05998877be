package org.symbolon.command.tokentype;

import java.util.Map;
import org.symbolon.events.shared.Secret;

/** Tokens as their types see them, for the tests of token types. */
public final class Views {

    private Views() {}

    /** A token of this type whose state shows this. */
    public static TokenView of(
            TokenType type,
            Secret seed,
            int otpLength,
            long counter,
            int countWindow,
            int syncWindow,
            Map<String, String> shown) {
        return of(type, seed, otpLength, counter, countWindow, syncWindow, shown, "");
    }

    /** One that waits for its client's part. */
    public static TokenView waiting(TokenType type, Secret seed, int otpLength, Map<String, String> shown) {
        return of(type, seed, otpLength, 0, 10, 1000, shown, EnrolmentStep.WAITING);
    }

    private static TokenView of(
            TokenType type,
            Secret seed,
            int otpLength,
            long counter,
            int countWindow,
            int syncWindow,
            Map<String, String> shown,
            String rolloutState) {
        return new TokenView(
                Requests.SERIAL,
                otpLength,
                countWindow,
                syncWindow,
                "",
                type.describe().stateOf(counter, shown),
                Map.of(),
                rolloutState,
                TokenSecrets.open(seed));
    }
}
