package org.symbolon.query.config;

import java.util.SortedMap;
import org.axonframework.queryhandling.QueryHandler;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.projections.config.ConfigurationViews;

/** Answers questions about system settings from memory. */
public class ConfigQueries {

    private final ConfigurationViews views;

    public ConfigQueries(ConfigurationViews views) {
        this.views = views;
    }

    @QueryHandler
    public SortedMap<String, ConfigEntry> handle(ListSettings query) {
        return views.current().settings();
    }
}
