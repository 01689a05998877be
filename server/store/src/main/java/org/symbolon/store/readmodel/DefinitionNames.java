package org.symbolon.store.readmodel;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Tells what definitions are called, in their order, from the inline read models. */
@Component
public class DefinitionNames {

    private final JdbcOperations jdbc;

    DefinitionNames(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    public List<String> ofMailServers() {
        return all("select identifier from smtpserver order by identifier");
    }

    public List<String> ofSmsGateways() {
        return all("select identifier from smsgateway order by identifier");
    }

    public List<String> ofRadiusServers() {
        return all("select identifier from radiusserver order by identifier");
    }

    public List<String> ofRemoteServers() {
        return all("select identifier from edumfaserver order by identifier");
    }

    public List<String> ofFeeds() {
        return all("select name from feed order by name");
    }

    /** The number of the feed of this name; empty if it is gone. */
    public Optional<Integer> numberOfFeed(String name) {
        return jdbc.queryForList("select id from feed where name = ?", Integer.class, name).stream()
                .findFirst();
    }

    private List<String> all(String sql) {
        return jdbc.queryForList(sql, String.class);
    }
}
