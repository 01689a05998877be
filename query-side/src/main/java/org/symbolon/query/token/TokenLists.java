package org.symbolon.query.token;

import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** Makes lists of tokens from whatever tables the current transaction sees: those of now, or those of a moment in the past. */
public class TokenLists {

    private final TransactionOperations transactions;
    private final TokenSearch search;
    private final TokenViews views;

    public TokenLists(JdbcOperations jdbc, TransactionOperations transactions) {
        this.transactions = transactions;
        this.search = new TokenSearch(jdbc);
        this.views = new TokenViews(jdbc);
    }

    /** A page of the tokens that the current transaction sees, whenever they are from. */
    TokenPage page(ListTokens query) {
        return page(query, search::count);
    }

    /** A page of the tokens of now. */
    TokenPage pageOfNow(ListTokens query) {
        return page(query, search::countOfNow);
    }

    private TokenPage page(ListTokens query, ToLongFunction<TokenFilter> counting) {
        return transactions.execute(status -> {
            long count = counting.applyAsLong(query.filter());
            return new TokenPage(count, views.of(search.page(query, count)));
        });
    }
}
