package org.symbolon.query.token;

import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.shared.TrailingModels;

/** Looks at one token over whatever connection the caller has, so that it can be done in the middle of a command. */
public class SingleTokenQueries {

    private final TokenViews views;
    private final TrailingModels trailing;

    public SingleTokenQueries(JdbcOperations jdbc, TrailingModels trailing) {
        this.views = new TokenViews(jdbc);
        this.trailing = trailing;
    }

    @QueryHandler
    public Optional<TokenView> handle(FindToken query) {
        if (query.upToDate()) {
            trailing.await();
        }
        return views.of(query.serial());
    }
}
