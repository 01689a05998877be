package org.symbolon.app.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.monitoring.Statistics;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.query.monitoring.AuthenticationCount;
import org.symbolon.query.monitoring.CountAuthentications;
import org.symbolon.query.monitoring.FindPastTokenFigures;
import org.symbolon.query.monitoring.ListPastTokenFigures;
import org.symbolon.query.monitoring.PastTokenFigures;
import org.symbolon.query.monitoring.TokenFigures;
import org.symbolon.query.sending.QueryDispatcher;

/** Asks the query side for figures of past moments, once they show all that has happened. */
@Component
public class PastStatistics implements Statistics {

    private final QueryDispatcher queries;
    private final TrailingModels trailing;

    public PastStatistics(QueryDispatcher queries, TrailingModels trailing) {
        this.queries = queries;
        this.trailing = trailing;
    }

    @Override
    public Figures at(Instant moment) {
        comeUpToDate();
        return figures(moment, queries.ask(new FindPastTokenFigures(moment), TokenFigures.class));
    }

    @Override
    public List<Figures> series(Instant from, Instant to, Duration step) {
        comeUpToDate();
        return queries.list(new ListPastTokenFigures(from, to, step), PastTokenFigures.class).stream()
                .map(past -> figures(past.moment(), past.figures()))
                .toList();
    }

    @Override
    public List<Logins> logins(Instant from, Instant to, Duration span) {
        comeUpToDate();
        return queries.list(new CountAuthentications(from, to, span), AuthenticationCount.class).stream()
                .map(count -> new Logins(count.from(), count.outcome(), count.type(), count.realm(), count.count()))
                .toList();
    }

    private void comeUpToDate() {
        if (!trailing.await()) {
            throw new CommandFailedException("the figures do not yet show all that has happened: try again in a while");
        }
    }

    private static Figures figures(Instant moment, TokenFigures figures) {
        return new Figures(
                moment,
                figures.tokens(),
                figures.hardware(),
                figures.software(),
                figures.unassignedHardware(),
                figures.assigned(),
                figures.users());
    }
}
