package org.symbolon.projections.audit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.projections.shared.UnitOfWorkBatch;

/**
 * Writes the audit: one row for each answered request in the order of the stream, numbered without a gap, each chained to
 * the one before. The end of the chain is signed once for each batch.
 */
@ProcessingGroup("trailing")
public class AuditProjection {

    /** One statement for any number of rows; each parameter is a column. */
    private static final String INSERT =
            """
            insert into mfa_audit (id, date, startdate, duration, action, success, serial, token_type, "user", realm,
                resolver, administrator, action_detail, info, edumfa_server, client, loglevel, clearance_level,
                thread_id, policies, signature)
            select id, date, startdate, microseconds * interval '1 microsecond', action, success, serial, token_type,
                username, realm, resolver, administrator, action_detail, info, edumfa_server, client, loglevel,
                clearance_level, thread_id, policies, signature
            from unnest(cast(? as bigint[]), cast(? as timestamp[]), cast(? as timestamp[]), cast(? as bigint[]),
                    cast(? as text[]), cast(? as integer[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                    cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                    cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                    cast(? as text[]), cast(? as text[]))
                as answered (id, date, startdate, microseconds, action, success, serial, token_type, username, realm,
                    resolver, administrator, action_detail, info, edumfa_server, client, loglevel, clearance_level,
                    thread_id, policies, signature)
            """;

    private static final int COLUMNS = 21;

    private final JdbcOperations jdbc;
    private final HeadSigner signer;

    public AuditProjection(JdbcOperations jdbc, HeadSigner signer) {
        this.jdbc = jdbc;
        this.signer = signer;
    }

    @EventHandler
    void on(RequestAnswered event, MetaData metadata, @Timestamp Instant time) {
        UnitOfWorkBatch.<List<Answer>>current(AuditProjection.class.getName(), ArrayList::new, this::write)
                .add(new Answer(event, metadata, time));
    }

    private void write(List<Answer> answers) {
        AuditHead head = AuditHead.lock(jdbc);
        long number = head.number();
        String chain = head.hash();
        LocalDateTime date = null;
        String[][] columns = new String[COLUMNS][answers.size()];
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            number++;
            AuditRow row = AuditRow.of(number, answer.event(), answer.metadata(), answer.time());
            chain = ChainText.after(chain, row);
            date = row.date();
            put(row, chain, columns, i);
        }
        jdbc.update(INSERT, (Object[]) columns);
        store(number, chain, date);
    }

    private static void put(AuditRow row, String chain, String[][] columns, int index) {
        Object[] values = row.columns();
        for (int i = 0; i < values.length; i++) {
            columns[i][index] = Objects.toString(values[i], null);
        }
        columns[values.length][index] = chain;
    }

    private void store(long number, String chain, LocalDateTime date) {
        jdbc.update(
                """
                insert into audit_head (id, number, hash, signature, signed_at) values (1, ?, ?, ?, ?)
                on conflict (id) do update set number = excluded.number, hash = excluded.hash,
                    signature = excluded.signature, signed_at = excluded.signed_at
                """,
                number,
                chain,
                signer.sign(AuditHead.text(number, chain)),
                date);
    }

    private record Answer(RequestAnswered event, MetaData metadata, Instant time) {}
}
