package org.symbolon.command.feed;

import org.axonframework.serialization.Revision;
import org.symbolon.command.definition.ConfiguredDefinition;
import org.symbolon.command.definition.DefinitionKind;
import org.symbolon.events.definition.TypedEntries;
import org.symbolon.events.feed.FeedCreated;
import org.symbolon.events.feed.FeedDeleted;
import org.symbolon.events.feed.FeedReconfigured;

/** A way by which facts go to another system. */
@Revision("1")
public class Feed extends ConfiguredDefinition {

    public static final DefinitionKind<Feed, TypedEntries> KIND = new DefinitionKind<>(
            "feed",
            "feed",
            Feed.class,
            Feed::new,
            (name, number, settings) -> new FeedCreated(name, number, settings.type(), settings.entries()),
            (name, number, settings) -> new FeedReconfigured(name, number, settings.entries()),
            FeedDeleted::new);

    @Override
    protected DefinitionKind<Feed, TypedEntries> kind() {
        return KIND;
    }
}
