package org.symbolon.query.history;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;

/** Answers what has happened, from the events themselves: nothing is kept for it and nothing can be missing. */
public class HistoryQueries {

    private final HistoryRows rows;

    public HistoryQueries(JdbcOperations jdbc) {
        this.rows = new HistoryRows(jdbc);
    }

    @QueryHandler
    public HistoryPage handle(TokenHistory query) {
        String aggregate = "token/" + query.serial();
        return new HistoryPage(rows.count(aggregate), rows.newestFirst(aggregate, query.paging()));
    }
}
