package org.symbolon.command.auth;

import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.token.Token;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeDescription.Trait;

/** Ends tokens that are good for one log-in only, in the commit of that log-in, so that none lets anybody in twice. */
final class SingleUse {

    private final TokenTypes types;
    private final SecretVault vault;

    SingleUse(TokenTypes types, SecretVault vault) {
        this.types = types;
        this.vault = vault;
    }

    boolean isOf(Token token) {
        return types.has(token.type(), Trait.USED_ONCE);
    }

    /** The token has let somebody in. */
    void end(Aggregate<Token> token) {
        if (token.<Boolean>invoke(this::isOf)) {
            vault.forget(token.invoke(Token::seed).key());
            token.execute(Token::delete);
        }
    }
}
