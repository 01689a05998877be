package org.symbolon.query.realm;

import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.projections.config.RealmView;

/** Answers questions about realms from memory. */
public class RealmQueries {

    private final ConfigurationViews views;

    public RealmQueries(ConfigurationViews views) {
        this.views = views;
    }

    @QueryHandler
    public List<RealmView> handle(ListRealms query) {
        return views.current().realms();
    }
}
