package org.symbolon.store.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.feed.Feed;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;
import org.symbolon.reactions.feed.port.DefinedFeeds;

/** Finds feeds in the inline read model, and opens what they hold of secrets. */
@Component
final class DefinedFeedLookups implements DefinedFeeds {

    private static final String VERSIONS =
            """
            select feed.id, md5(coalesce(string_agg(option."Key" || '=' || option."Value", E'\\n' order by option."Key"), ''))
                as version
            from feed left join feedoption option on option.feed_id = feed.id group by feed.id
            """;
    private static final String OPTIONS = "select \"Key\", \"Value\", data_key from feedoption where feed_id = ?";

    private final JdbcOperations jdbc;
    private final SecretVault vault;

    DefinedFeedLookups(JdbcOperations jdbc, SecretVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public Map<Integer, String> versions() {
        Map<Integer, String> versions = new HashMap<>();
        jdbc.query(VERSIONS, row -> {
            versions.put(row.getInt("id"), row.getString("version"));
        });
        return versions;
    }

    @Override
    public Optional<FeedTarget> open(int number) {
        return jdbc
                .query(
                        "select name, feedtype from feed where id = ?",
                        (row, index) -> new FeedTarget(
                                number,
                                row.getString("name"),
                                row.getString("feedtype"),
                                options(number, row.getString("name"))),
                        number)
                .stream()
                .findFirst();
    }

    private Map<String, Secret> options(int number, String name) {
        Map<String, Secret> options = new HashMap<>();
        jdbc.query(
                OPTIONS,
                row -> {
                    options.put(row.getString("Key"), value(name, row));
                },
                number);
        return options;
    }

    private Secret value(String name, ResultSet row) throws SQLException {
        String key = row.getString("data_key");
        String stored = row.getString("Value");
        if (key == null) {
            return Secret.of(stored == null ? "" : stored);
        }
        return vault.unseal(Feed.KIND.entryBinding(name, row.getString("Key")), new Sealed(key, stored));
    }
}
