package org.symbolon.query.history;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** Answers what has happened, from the events themselves: nothing is kept for it and nothing can be missing. */
public class HistoryQueries {

    private final HistoryRows rows;

    private final TransactionOperations transactions;

    public HistoryQueries(JdbcOperations jdbc, TransactionOperations transactions) {
        this.rows = new HistoryRows(jdbc);
        this.transactions = transactions;
    }

    @QueryHandler
    public HistoryPage handle(TokenHistory query) {
        String aggregate = "token/" + query.serial();
        return new HistoryPage(rows.count(aggregate), rows.newestFirst(aggregate, query.paging()));
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
