package org.symbolon.command.tokentype;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/** Opens the secrets of one token, its own no more than once, and none before somebody asks. */
public final class TokenSecrets {

    private final Supplier<Secret> opening;
    private final Supplier<Optional<Secret>> userPin;
    private final BiFunction<String, Sealed, Secret> entries;
    private Secret own;

    /**
     * Makes it.
     *
     * @param opening opens the token's own
     * @param userPin opens the PIN that is typed into its device, if there is one
     * @param entries opens what its type keeps secretly, by name
     */
    public TokenSecrets(
            Supplier<Secret> opening, Supplier<Optional<Secret>> userPin, BiFunction<String, Sealed, Secret> entries) {
        this.opening = opening;
        this.userPin = userPin;
        this.entries = entries;
    }

    /** Those of a token whose own secret is open already, and that has no other. */
    public static TokenSecrets open(Secret own) {
        return new TokenSecrets(() -> own, Optional::empty, (name, entry) -> Secret.EMPTY);
    }

    /** The same token with another secret of its own. */
    public TokenSecrets withOwn(Secret other) {
        return new TokenSecrets(() -> other, userPin, entries);
    }

    Secret own() {
        if (own == null) {
            own = opening.get();
        }
        return own;
    }

    Optional<Secret> userPin() {
        return userPin.get();
    }

    Secret open(String name, Sealed entry) {
        return entries.apply(name, entry);
    }
}
