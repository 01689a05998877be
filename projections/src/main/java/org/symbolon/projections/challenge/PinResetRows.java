package org.symbolon.projections.challenge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.shared.Sealed;

/** Reads the challenges that ask for a new PIN, with what they keep secretly, as it is stored. */
public final class PinResetRows {

    private static final String SELECT =
            """
            select serial, data, data_key from challenge
            where transaction_id = ? and challenge = 'generic_pin_reset' and timestamp <= ? and expiration > ?
            """;

    private final JdbcOperations jdbc;

    public PinResetRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A challenge that asks for a new PIN.
     *
     * @param remembered what it keeps, null for nothing
     */
    public record Row(String serial, Sealed remembered) {}

    /** Those of a transaction that can be answered at this time. */
    public List<Row> validAt(Instant now, String transactionId) {
        LocalDateTime time = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        return jdbc.query(SELECT, PinResetRows::row, transactionId, time, time);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String key = row.getString("data_key");
        return new Row(row.getString("serial"), key == null ? null : new Sealed(key, row.getString("data")));
    }
}
