package org.symbolon.query.token;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;
import org.symbolon.projections.token.TokenRow;

/** Makes lists of tokens from whatever tables the current transaction sees: those of now, or those of a moment in the past. */
public class TokenLists {

    private final Supplier<EntityManagerFactory> entities;
    private final TransactionOperations transactions;
    private final TokenSearch search;

    /**
     * Makes it.
     *
     * @param entities what reads entities over the connection of the transaction; it is asked for with each list and may take its time
     *     to be made with the first
     */
    public TokenLists(
            Supplier<EntityManagerFactory> entities, JdbcOperations jdbc, TransactionOperations transactions) {
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

    /** No connection is held while the first list waits for the entities. */
    private TokenPage page(ListTokens query, ToLongFunction<TokenFilter> counting) {
        EntityManagerFactory reading = entities.get();
        return transactions.execute(status -> {
            long count = counting.applyAsLong(query.filter());
            return new TokenPage(count, views(search.page(query, count), reading));
        });
    }

    /** In the order of the ids. */
    private static List<TokenView> views(List<Integer> ids, EntityManagerFactory reading) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Integer, Integer> places = new HashMap<>();
        ids.forEach(id -> places.put(id, places.size()));
        try (EntityManager rows = reading.createEntityManager()) {
            return rows
                    .createQuery("select token from TokenRow token where token.id in :ids", TokenRow.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .stream()
                    .sorted(Comparator.comparing(row -> places.get(row.id())))
                    .map(TokenView::of)
                    .toList();
        }
    }
}
