package org.symbolon.store.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.symbolon.events.EventFamilies;
import org.symbolon.store.vault.MasterKey;

/** Appends events for tests of other packages, as the store does. */
public final class AppendedEvents {

    private AppendedEvents() {}

    public static void append(DataSource database, MasterKey key, List<EventMessage<?>> events) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = new EventInsert(new EventAuthenticator(key))
                        .atOnce(connection, events, NamedEventSerializer.of(EventFamilies.byName()))) {
            statement.executeUpdate();
        }
    }

    /** How many events the key vouches for. */
    public static long vouchedFor(DataSource database, MasterKey key) {
        long[] number = {0};
        new EventAuthenticator(key).each(new JdbcTemplate(database), (index, digest, authentic, name) -> {
            if (authentic) {
                number[0]++;
            }
        });
        return number[0];
    }
}
