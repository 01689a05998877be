package org.symbolon.command.token;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.token.StateChange;

/**
 * Entries of a token's info that somebody writes or, where they are null, removes: those that the token's type keeps become a change
 * of its state.
 *
 * @param plain the others
 */
record TypeEdit(StateChange change, Map<String, String> plain) {

    static TypeEdit of(Aggregate<Token> token, TokenTypes types, SecretVault vault, Map<String, String> entries) {
        Optional<TokenType> type = types.find(token.invoke(Token::type));
        return type.map(known -> of(known, token.invoke(found -> found.view(vault)), entries))
                .orElseGet(() -> new TypeEdit(StateChange.NONE, entries));
    }

    static TypeEdit of(TokenType type, TokenView token, Map<String, String> entries) {
        Map<String, String> plain = new HashMap<>();
        StateChange change = StateChange.NONE;
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            if (isKept(type, token, entry.getKey())) {
                Limits.check("key", entry.getKey(), Limits.INFO_KEY);
                change = change.and(type.edit(token, entry.getKey(), entry.getValue()));
            } else {
                plain.put(entry.getKey(), entry.getValue());
            }
        }
        return new TypeEdit(change, plain);
    }

    /** Some entries have names that people give them; the token knows these. */
    private static boolean isKept(TokenType type, TokenView token, String name) {
        return type.describe().keeps(name) || token.state().entries().containsKey(name);
    }
}
