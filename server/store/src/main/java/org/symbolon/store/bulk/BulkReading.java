package org.symbolon.store.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.bulk.port.BulkOperations.Owner;
import org.symbolon.command.bulk.port.BulkOperations.Progress;
import org.symbolon.command.bulk.port.BulkOperations.Refused;
import org.symbolon.command.bulk.port.BulkOperations.State;

/** Reads how far bulk operations are. */
final class BulkReading {

    private static final String PROGRESS =
            """
            select operation.id, operation.action, operation.cancelled,
                to_char(operation.begun_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as begun,
                operation.ended_at is not null as ended, operation.held_until > now() as held,
                count(*) as total, count(*) filter (where token.outcome = 'done') as done,
                count(*) filter (where token.outcome = 'refused') as refused
            from bulk_operation operation join bulk_token token on token.operation = operation.id
            where operation.administrator = ? and operation.realm = ?
            """;

    private final JdbcOperations jdbc;

    BulkReading(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Progress> progress(String id, Owner owner) {
        return jdbc
                .query(
                        PROGRESS + " and operation.id = ? group by operation.id",
                        (row, number) -> read(row),
                        owner.administrator(),
                        owner.realm(),
                        id)
                .stream()
                .findFirst();
    }

    List<Progress> of(Owner owner, int most) {
        return jdbc.query(
                PROGRESS + " group by operation.id order by operation.begun_at desc, operation.id limit ?",
                (row, number) -> read(row),
                owner.administrator(),
                owner.realm(),
                most);
    }

    private static Progress read(ResultSet row) throws SQLException {
        return new Progress(
                row.getString("id"),
                row.getString("action"),
                state(row),
                row.getString("begun"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("refused"));
    }

    private static State state(ResultSet row) throws SQLException {
        if (row.getBoolean("cancelled")) {
            return State.CANCELLED;
        }
        if (row.getBoolean("ended")) {
            return State.DONE;
        }
        return row.getBoolean("held") ? State.RUNNING : State.INTERRUPTED;
    }

    List<Refused> refusedOf(String id, int page, int size) {
        return jdbc.query(
                """
                select serial, reason from bulk_token where operation = ? and outcome = 'refused'
                order by number limit ? offset ?
                """,
                (row, number) -> new Refused(row.getString("serial"), row.getString("reason")),
                id,
                size,
                (page - 1L) * size);
    }
}
