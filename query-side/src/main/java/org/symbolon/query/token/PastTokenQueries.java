package org.symbolon.query.token;

import org.axonframework.queryhandling.QueryHandler;
import org.symbolon.query.history.PastModels;

/** Answers questions about tokens as they were. */
public class PastTokenQueries {

    private final PastModels past;
    private final TokenLists lists;

    public PastTokenQueries(PastModels past, TokenLists lists) {
        this.past = past;
        this.lists = lists;
    }

    @QueryHandler
    public TokenPage handle(ListTokensAt query) {
        return past.at(query.time(), () -> lists.page(query.list()));
    }
}
