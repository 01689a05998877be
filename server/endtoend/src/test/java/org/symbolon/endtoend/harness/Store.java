package org.symbolon.endtoend.harness;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.symbolon.store.database.DatabaseAccess;

/** What the database of a server holds, read beside the server and without its help. */
public record Store(JdbcClient jdbc) {

    public static Store of(DatabaseAccess access) {
        return new Store(
                JdbcClient.create(new DriverManagerDataSource(access.url(), access.username(), access.password())));
    }

    /** An OTP value that was used up: the token's counter stands behind it. */
    public record Use(String serial, long counter) {}

    /** Every acceptance and consumption there is, with the counter of the value that was used. */
    public List<Use> uses() {
        return jdbc.sql(
                        """
                        select payload::jsonb ->> 'serial' as serial, (payload::jsonb -> 'change' ->> 'counter')::bigint - 1 as counter
                        from domain_event where payload_type in ('OtpAccepted', 'OtpConsumed')
                        """)
                .query((row, number) -> new Use(row.getString(1), row.getLong(2)))
                .list();
    }

    /** The nodes on which this value was accepted. */
    public List<String> nodesThatAccepted(String serial, long counter) {
        return jdbc.sql(
                        """
                        select meta_data::jsonb ->> 'node' from domain_event
                        where payload_type = 'OtpAccepted' and payload::jsonb ->> 'serial' = ?
                        and (payload::jsonb -> 'change' ->> 'counter')::bigint - 1 = ?
                        """)
                .params(serial, counter)
                .query(String.class)
                .list();
    }

    /** The tokens that lists show. */
    public List<String> serials() {
        return jdbc.sql("select serial from rm.token").query(String.class).list();
    }

    /** The owner (process and host) of the one segment of the trailing processor. */
    public String ownerOfTrailing() {
        return jdbc.sql("select coalesce(owner, '') from token_entry where processor_name = 'trailing'")
                .query(String.class)
                .single();
    }
}
