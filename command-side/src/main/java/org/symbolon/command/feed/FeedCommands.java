package org.symbolon.command.feed;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.command.definition.Configured;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.definition.TypedEntries;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;

/** What administrators do to feeds. */
public class FeedCommands {

    private final Definitions<Feed, TypedEntries> feeds;
    private final Configured configured;

    public FeedCommands(Definitions<Feed, TypedEntries> feeds, SecretVault vault) {
        this.feeds = feeds;
        this.configured = new Configured(Feed.KIND, "feed", vault);
    }

    /** The number of the feed. */
    @CommandHandler
    public int handle(SaveFeed command) throws Exception {
        configured.checkName(command.name());
        feeds.checkName("name", command.name());
        FeedType type = FeedType.named(command.type())
                .orElseThrow(() -> Refusal.parameter("Parameter 'type' must be one of " + FeedType.names()));
        command.options().values().forEach((name, value) -> check(type, name, value));
        UnaryOperator<TypedEntries> written =
                configured.written(command.name(), command.type(), command.options(), type.secrets());
        return feeds.save(command.name(), before -> complete(type, before, written.apply(before)));
    }

    private static void check(FeedType type, String name, Secret value) {
        FeedOption option = type.option(name)
                .orElseThrow(() ->
                        Refusal.parameter("Parameter '" + name + "' is none of a feed of the type " + type.wireName()));
        boolean empty = value.isEmpty() && !option.secret();
        if (!empty && !Censored.is(value) && !option.sound().test(value.reveal())) {
            throw Refusal.parameter("Parameter '" + name + "' must be " + option.rule());
        }
    }

    private static TypedEntries complete(FeedType type, TypedEntries before, TypedEntries written) {
        Map<String, ConfigEntry> all = (before == null ? written : before.and(written)).entries();
        Set<String> given = all.entrySet().stream()
                .filter(entry ->
                        entry.getValue().isSecret() || !entry.getValue().value().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        for (String name : type.required(given)) {
            if (!given.contains(name)) {
                throw Refusal.missing(name);
            }
        }
        return written;
    }

    /** The number of the feed that is gone. */
    @CommandHandler
    public int handle(DeleteFeed command) {
        return feeds.delete(command.name(), configured::erase);
    }
}
