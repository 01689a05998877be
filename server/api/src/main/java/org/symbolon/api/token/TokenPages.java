package org.symbolon.api.token;

import java.util.List;
import org.springframework.stereotype.Component;
import org.symbolon.command.token.SearchedToken;
import org.symbolon.command.token.port.SearchedTokens;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.shared.Secret;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.query.token.CountTokens;
import org.symbolon.query.token.ListSealedTokens;
import org.symbolon.query.token.SealedToken;
import org.symbolon.query.token.TokenFilter;

/** Hands the tokens that pass a filter to who searches one among them by its value. */
@Component
public class TokenPages {

    private final QueryDispatcher queries;
    private final TokenTypes types;

    public TokenPages(QueryDispatcher queries, TokenTypes types) {
        this.queries = queries;
        this.types = types;
    }

    /** How many tokens pass, of whatever type. */
    public long count(TokenFilter filter) {
        return queries.ask(new CountTokens(filter), Long.class);
    }

    /**
     * Those that pass and are of one of the types.
     *
     * @param otpLengths only tokens whose values have one of these lengths; none for any
     */
    public SearchedTokens of(TokenFilter filter, List<String> types, List<Integer> otpLengths) {
        return (number, most) ->
                queries.list(new ListSealedTokens(filter, types, otpLengths, number, most), SealedToken.class).stream()
                        .map(this::searched)
                        .toList();
    }

    /** Its seed is opened with those of all others. */
    private SearchedToken searched(SealedToken token) {
        TokenView view = new TokenView(
                token.serial(),
                token.otpLength(),
                token.countWindow(),
                token.syncWindow(),
                "",
                types.require(token.type()).describe().stateOf(token.counter(), token.info()),
                token.info(),
                "",
                TokenSecrets.open(Secret.EMPTY));
        return new SearchedToken(token.number(), token.serial(), token.type(), token.seed(), view);
    }
}
