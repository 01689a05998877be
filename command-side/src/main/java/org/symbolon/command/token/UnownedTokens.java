package org.symbolon.command.token;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.modelling.command.Aggregate;
import org.symbolon.command.token.port.TokenCensus;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.CountedTokens;
import org.symbolon.events.token.TokenLimit;

/**
 * Gives tokens that nobody owns to users who have none. Once a user is reserved no other claim of his is decided,
 * nor anything else that limits count for him, before the transaction ends.
 */
public class UnownedTokens {

    private final Tokens tokens;
    private final TokenCensus census;

    public UnownedTokens(Tokens tokens, TokenCensus census) {
        this.tokens = tokens;
        this.census = census;
    }

    /** Whether the user has no token, now that he can claim no other. */
    public boolean reserve(TokenOwner user, List<TokenLimit> limits) {
        CountedTokens ofUser = CountedTokens.of(user, null, false, null);
        SortedSet<String> places = new TreeSet<>();
        places.add(ofUser.place());
        limits.forEach(limit -> places.add(limit.tokens().place()));
        census.reserve(places);
        return census.count(ofUser).number() == 0;
    }

    /** The token, if it is in the realm and nobody's. */
    public Optional<Aggregate<Token>> find(String serial, String realm) {
        return tokens.find(serial)
                .filter(token -> token.invoke(
                        found -> found.owner() == null && found.realms().contains(realm)));
    }

    /** What the first limit that leaves no room says; empty if there is room. */
    public Optional<String> refusal(List<TokenLimit> limits) {
        return Room.refusal(limits, census);
    }

    /** Gives it to the user, with this PIN. */
    public void give(Aggregate<Token> token, TokenOwner user, Pin pin) {
        token.execute(found -> {
            found.assign(user);
            found.changePin(pin);
        });
    }
}
