package org.symbolon.endtoend.harness;

import java.util.Collection;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.symbolon.store.database.DatabaseAccess;

/** What the database of a server holds, read beside the server and without its help. */
public record Store(JdbcClient jdbc) {

    public static Store of(DatabaseAccess access) {
        return new Store(
                JdbcClient.create(new DriverManagerDataSource(access.url(), access.username(), access.password())));
    }

    public boolean answers() {
        try {
            return jdbc.sql("select 1").query(Integer.class).single() == 1;
        } catch (DataAccessException away) {
            return false;
        }
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

    /** The aggregates of which an event was decided on the ground of one that was never stored: a sequence number is missing. */
    public List<String> aggregatesWithGaps() {
        return jdbc.sql(
                        """
                        select aggregate_identifier from domain_event
                        group by aggregate_identifier having max(sequence_number) >= count(*)
                        """)
                .query(String.class)
                .list();
    }

    /** The effects of a kind that were planned. */
    public List<String> effects(String kind) {
        return jdbc.sql(
                        """
                        select substr(aggregate_identifier, length('effect/') + 1) from domain_event
                        where payload_type = 'EffectPlanned' and payload::jsonb ->> 'kind' = ?
                        """)
                .param(kind)
                .query(String.class)
                .list();
    }

    /** How many of these effects were carried out, as the stream has it. */
    public long carriedOut(Collection<String> effectIds) {
        return jdbc.sql(
                        """
                        select count(*) from domain_event where payload_type = 'EffectCarriedOut'
                        and aggregate_identifier = any (?)
                        """)
                .param(effectIds.stream().map(id -> "effect/" + id).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** What was decided about a token, a line for each event, to be read by people. */
    public String historyOf(String serial) {
        return String.join(
                "\n",
                jdbc.sql(
                                """
                                select concat_ws(' ', global_index, sequence_number, time_stamp, payload_type, payload, meta_data)
                                from domain_event where aggregate_identifier = ? order by global_index
                                """)
                        .param("token/" + serial)
                        .query(String.class)
                        .list());
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
