package org.symbolon.api.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.symbolon.api.feed.FeedEndpoint;
import org.symbolon.command.feed.DeleteFeed;
import org.symbolon.command.feed.FeedType;
import org.symbolon.command.feed.SaveFeed;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.events.shared.Secret;
import org.symbolon.projections.feed.FeedTable;
import org.symbolon.query.definition.DefinitionView;
import org.symbolon.query.definition.ListDefinitions;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.reactions.feed.port.DefinedFeeds;

/** Feeds of facts to other systems. */
@Component
final class FeedKind extends EntriesKind {

    private final QueryDispatcher queries;
    private final DefinedFeeds feeds;

    FeedKind(QueryDispatcher queries, DefinedFeeds feeds) {
        super(false);
        this.queries = queries;
        this.feeds = feeds;
    }

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public List<ConfiguredItem> present() {
        return queries.list(new ListDefinitions(FeedTable.TABLE), DefinitionView.class).stream()
                .map(this::item)
                .toList();
    }

    private ConfiguredItem item(DefinitionView feed) {
        Map<String, Object> data = new HashMap<>();
        feed.entries()
                .forEach((key, value) -> data.put(
                        key, value.<Object>map(text -> text).orElseGet(() -> SealedValue.of(() -> secret(feed, key)))));
        return new ConfiguredItem(feed.name(), feed.number(), Map.of(TYPE, feed.text("feedtype"), DATA, data));
    }

    private Secret secret(DefinitionView feed, String key) {
        return feeds.open(feed.number()).orElseThrow().options().get(key);
    }

    @Override
    Set<String> secretKeys(String type) {
        return FeedType.named(type).map(FeedType::secrets).orElse(Set.of());
    }

    @Override
    Object saving(String name, String type, GivenEntries changed) {
        FeedEndpoint.requireKnownKinds(Optional.ofNullable(changed.values().get("kinds")));
        return new SaveFeed(name, type, changed);
    }

    @Override
    public Object deletion(ConfiguredItem present) {
        return new DeleteFeed(present.name());
    }
}
