package org.symbolon.query.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;
import org.symbolon.events.realm.RealmCreated;

/** Answers what has happened, from the events themselves: nothing is kept for it and nothing can be missing. */
public class HistoryQueries {

    private final HistoryRows rows;

    private final TransactionOperations transactions;

    public HistoryQueries(JdbcOperations jdbc, TransactionOperations transactions, Vouching vouching) {
        this.rows = new HistoryRows(jdbc, vouching);
        this.transactions = transactions;
    }

    @QueryHandler
    public HistoryPage handle(TokenHistory query) {
        String aggregate = "token/" + query.serial();
        long from =
                query.owner().map(owner -> rows.ownedSince(aggregate, owner)).orElse(0L);
        return new HistoryPage(rows.count(aggregate, from), rows.newestFirst(aggregate, from, query.paging()));
    }

    @QueryHandler
    public Optional<PastToken> handle(FindPastToken query) {
        return rows.tokenAfter("token/" + query.serial(), query.sequence());
    }

    /** A realm that is made anew has another number, and what hangs on a realm hangs on its number. */
    @QueryHandler
    public List<Integer> handle(ListRealmNumbers query) {
        List<Integer> numbers = new ArrayList<>();
        transactions.executeWithoutResult(status -> rows.each(List.of("realm/" + query.realm()), past -> {
            if (past.event() instanceof RealmCreated created) {
                numbers.add(created.realmId());
            }
        }));
        return numbers;
    }

    /** Read twice, since only the end of a history tells how far from its begin a page is. */
    @QueryHandler
    public ChangePage handle(ChangeHistory query) {
        return transactions.execute(status -> {
            ChangeReader all = ChangeReader.counting(query);
            rows.each(query.aggregates(), all::read);
            ChangeReader page = ChangeReader.keeping(query, all.count());
            rows.each(query.aggregates(), page::read);
            return new ChangePage(all.count(), page.newestFirst());
        });
    }
}
