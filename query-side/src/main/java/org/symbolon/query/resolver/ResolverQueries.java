package org.symbolon.query.resolver;

import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.projections.config.ResolverView;

/** Answers questions about resolvers from memory. */
public class ResolverQueries {

    private final ConfigurationViews views;

    public ResolverQueries(ConfigurationViews views) {
        this.views = views;
    }

    @QueryHandler
    public List<ResolverView> handle(ListResolvers query) {
        return views.current().resolvers();
    }

    @QueryHandler
    public Optional<ResolverView> handle(FindResolver query) {
        return views.current().resolver(query.name());
    }
}
