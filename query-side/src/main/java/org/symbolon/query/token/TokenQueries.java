package org.symbolon.query.token;

import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.projections.token.CandidateRow;
import org.symbolon.projections.token.CandidateRows;
import org.symbolon.query.shared.Paging;

/** Answers questions about tokens as they are now. */
public class TokenQueries {

    private final TokenLists lists;
    private final CandidateRows candidates;
    private final TrailingModels trailing;

    public TokenQueries(TokenLists lists, CandidateRows candidates, TrailingModels trailing) {
        this.lists = lists;
        this.candidates = candidates;
        this.trailing = trailing;
    }

    @QueryHandler
    public TokenPage handle(ListTokens query) {
        trailing.await();
        return lists.page(query);
    }

    @QueryHandler
    public Optional<TokenView> handle(FindToken query) {
        if (query.serial().indexOf('*') >= 0) {
            return Optional.empty();
        }
        TokenFilter filter = TokenFilter.all().serial(query.serial());
        return lists.page(new ListTokens(filter, new Paging(1, 1), "serial", false)).tokens().stream()
                .findFirst();
    }

    @QueryHandler
    public List<String> handle(SerialsOfOwner query) {
        return candidates.ofOwner(query.owner()).stream()
                .map(CandidateRow::serial)
                .toList();
    }
}
