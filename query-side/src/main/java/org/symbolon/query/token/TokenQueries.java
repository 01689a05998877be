package org.symbolon.query.token;

import org.axonframework.queryhandling.QueryHandler;
import org.symbolon.projections.shared.TrailingModels;

/** Answers questions about tokens as they are now. */
public class TokenQueries {

    private final TokenLists lists;
    private final TrailingModels trailing;

    public TokenQueries(TokenLists lists, TrailingModels trailing) {
        this.lists = lists;
        this.trailing = trailing;
    }

    @QueryHandler
    public TokenPage handle(ListTokens query) {
        trailing.await();
        return lists.pageOfNow(query);
    }
}
