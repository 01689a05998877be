package org.symbolon.query.token;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;
import org.symbolon.projections.token.TokenRow;

/** Makes lists of tokens from whatever tables the current transaction sees: those of now, or those of a moment in the past. */
public class TokenLists {

    private final EntityManager entities;
    private final TransactionOperations transactions;
    private final TokenSearch search;

    public TokenLists(EntityManager entities, JdbcOperations jdbc, TransactionOperations transactions) {
        this.entities = entities;
        this.transactions = transactions;
        this.search = new TokenSearch(jdbc);
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
            return new TokenPage(count, views(search.page(query, count)));
        });
    }

    private List<TokenView> views(List<Integer> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Integer, Integer> places = new HashMap<>();
        ids.forEach(id -> places.put(id, places.size()));
        List<TokenRow> rows = new ArrayList<>(
                entities.createQuery("select token from TokenRow token where token.id in :ids", TokenRow.class)
                        .setParameter("ids", ids)
                        .getResultList());
        rows.sort(Comparator.comparing(row -> places.get(row.id())));
        return rows.stream().map(TokenView::of).toList();
    }
}
