package org.symbolon.command.tokentype;

import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/** Opens the secrets of one token, its own no more than once, and none before somebody asks. */
public final class TokenSecrets {

    private final Supplier<Secret> opening;
    private final BiFunction<String, Sealed, Secret> entries;
    private Secret own;

    /**
     * Makes it.
     *
     * @param opening opens the token's own
     * @param entries opens what its type keeps secretly, by name
     */
    public TokenSecrets(Supplier<Secret> opening, BiFunction<String, Sealed, Secret> entries) {
        this.opening = opening;
        this.entries = entries;
    }

    /** Those of a token whose own secret is open already, and that has no other. */
    public static TokenSecrets open(Secret own) {
        return new TokenSecrets(() -> own, (name, entry) -> Secret.EMPTY);
    }

    /** The same token with another secret of its own. */
    public TokenSecrets withOwn(Secret other) {
        return new TokenSecrets(() -> other, entries);
    }

    Secret own() {
        if (own == null) {
            own = opening.get();
        }
        return own;
    }

    Secret open(String name, Sealed entry) {
        return entries.apply(name, entry);
    }
}
