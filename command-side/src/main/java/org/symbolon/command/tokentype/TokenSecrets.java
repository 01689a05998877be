package org.symbolon.command.tokentype;

import java.util.function.Function;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/** Opens the secrets of one token, its own no more than once, and none before somebody asks. */
public final class TokenSecrets {

    private final Sealed sealed;
    private final Function<Sealed, Secret> vault;
    private Secret own;

    public TokenSecrets(Sealed sealed, Function<Sealed, Secret> vault) {
        this.sealed = sealed;
        this.vault = vault;
    }

    /** Those of a token whose own secret is open already, and that has no other. */
    public static TokenSecrets open(Secret own) {
        TokenSecrets secrets = new TokenSecrets(null, other -> Secret.EMPTY);
        secrets.own = own;
        return secrets;
    }

    /** The same token with another secret of its own. */
    public TokenSecrets withOwn(Sealed other) {
        return new TokenSecrets(other, vault);
    }

    Secret own() {
        if (own == null) {
            own = vault.apply(sealed);
        }
        return own;
    }

    Secret open(Sealed other) {
        return vault.apply(other);
    }
}
