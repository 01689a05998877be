package org.symbolon.projections.config;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.projections.eventhandler.EventHandlerRows;
import org.symbolon.projections.policy.PolicyRows;
import org.symbolon.projections.shared.StoredEntry;
import org.symbolon.projections.user.UserAttributeRows;

/** Reads the configuration from its tables. */
public final class ConfigurationRows {

    private final JdbcOperations jdbc;

    public ConfigurationRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** All of it as it is now. */
    public ConfigurationView read() {
        return new ConfigurationView(
                settings(),
                realms(),
                resolvers(),
                PolicyRows.read(jdbc),
                new EventHandlerRows(jdbc).all(),
                UserAttributeRows.areThereAny(jdbc));
    }

    private Map<String, ConfigEntry> settings() {
        Map<String, ConfigEntry> settings = new HashMap<>();
        jdbc.query("select \"Key\", \"Value\", \"Type\", \"Description\", data_key from config", row -> {
            settings.put(row.getString("Key"), StoredEntry.read(row));
        });
        return settings;
    }

    private List<RealmView> realms() {
        Map<Integer, List<RealmView.Member>> members = new HashMap<>();
        jdbc.query(
                """
                select resolverrealm.realm_id, resolver.name, resolver.rtype, resolverrealm.priority
                from resolverrealm join resolver on resolver.id = resolverrealm.resolver_id
                order by resolverrealm.id
                """,
                row -> {
                    members.computeIfAbsent(row.getInt("realm_id"), id -> new ArrayList<>())
                            .add(member(row));
                });
        return jdbc.query(
                "select id, name, \"default\", \"option\" from realm",
                (row, number) -> new RealmView(
                        row.getInt("id"),
                        row.getString("name"),
                        row.getBoolean("default"),
                        row.getString("option"),
                        List.copyOf(members.getOrDefault(row.getInt("id"), List.of()))));
    }

    private static RealmView.Member member(ResultSet row) throws SQLException {
        return new RealmView.Member(
                row.getString("name"), row.getString("rtype"), row.getObject("priority", Integer.class));
    }

    private List<ResolverView> resolvers() {
        Map<Integer, ResolverView> resolvers = new HashMap<>();
        jdbc.query(
                """
                select resolver.id, resolver.name, resolver.rtype, resolverconfig."Key", resolverconfig."Value",
                    resolverconfig."Type", resolverconfig."Description", resolverconfig.data_key
                from resolver left join resolverconfig on resolverconfig.resolver_id = resolver.id
                """,
                row -> {
                    addEntry(resolvers, row);
                });
        return resolvers.values().stream()
                .map(view -> new ResolverView(view.id(), view.name(), view.type(), Map.copyOf(view.entries())))
                .toList();
    }

    private static void addEntry(Map<Integer, ResolverView> resolvers, ResultSet row) throws SQLException {
        int id = row.getInt("id");
        ResolverView view = resolvers.get(id);
        if (view == null) {
            view = new ResolverView(id, row.getString("name"), row.getString("rtype"), new HashMap<>());
            resolvers.put(id, view);
        }
        String key = row.getString("Key");
        if (key != null) {
            view.entries().put(key, StoredEntry.read(row));
        }
    }
}
