package org.symbolon.command.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.token.port.EnrolmentChallenges;
import org.symbolon.command.tokentype.RevokedOutside;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.token.StateChange;

/** Revokes tokens, and has those told who go by them. That they are revoked here does not wait for anybody. */
public class TokenRevocations {

    private final Tokens tokens;
    private final TokenTypes types;
    private final SecretVault vault;
    private final EnrolmentChallenges outside;

    public TokenRevocations(Tokens tokens, TokenTypes types, SecretVault vault, EnrolmentChallenges outside) {
        this.tokens = tokens;
        this.types = types;
        this.vault = vault;
        this.outside = outside;
    }

    @CommandHandler
    public RevokedTokens handle(RevokeTokens command) {
        int count = 0;
        List<String> awaited = new ArrayList<>();
        for (Aggregate<Token> token : tokens.loadAll(command.serials())) {
            tokens.endLogins(token);
            List<Effect> effects = parting(token, command.reason()).stream().toList();
            count += token.<Integer>invoke(Token::revoke);
            if (!effects.isEmpty()) {
                awaited.addAll(outside.send(token.invoke(found -> found), null, effects));
            }
        }
        return new RevokedTokens(count, awaited);
    }

    /** What its type keeps of the reason, and what tells others. */
    private Optional<Effect> parting(Aggregate<Token> token, String reason) {
        TokenType type = types.find(token.invoke(Token::type)).orElse(null);
        if (!(type instanceof RevokedOutside known)) {
            return Optional.empty();
        }
        TokenView view = token.invoke(found -> found.view(vault));
        StateChange change = known.revokedFor(view, reason);
        if (!change.isNothing()) {
            token.execute(found -> found.adjust(change));
        }
        return known.toldOutside(view);
    }
}
