package org.symbolon.app.maintenance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.projections.shared.TrailingModels;

/** Takes a digest of the rows of every read model's table, to tell whether two states of them are the same. */
@Component
public class TableDigests {

    private static final int FETCH_SIZE = 2000;

    /** They say how far a model has come, and how its schema came about. */
    private static final Set<String> OTHER_TABLES = Set.of("projection_position", "flyway_schema_history");

    /** A signature is made with randomness, at the time of the signing; an event is found unreadable whenever it is read. */
    private static final Set<String> OTHER_COLUMNS =
            Set.of("audit_head.signature", "audit_head.signed_at", "unreadable_event.noticed_at");

    private final JdbcOperations jdbc;
    private final TransactionTemplate snapshot;
    private final TrailingModels trailing;

    public TableDigests(JdbcOperations jdbc, PlatformTransactionManager transactions, TrailingModels trailing) {
        this.jdbc = jdbc;
        this.trailing = trailing;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** A line for each table: its name, how many rows it has and their digest. */
    public List<String> take() {
        if (!trailing.await()) {
            throw new CommandFailedException("the read models do not yet show all that has happened");
        }
        return snapshot.execute(status -> tables().stream().map(this::line).toList());
    }

    private List<String> tables() {
        List<String> all = jdbc.queryForList(
                "select tablename from pg_tables where schemaname = 'rm' order by tablename", String.class);
        return all.stream().filter(table -> !OTHER_TABLES.contains(table)).toList();
    }

    private String line(String table) {
        MessageDigest digest = sha256();
        long[] rows = {0};
        String sql = "select row(%s)::text collate \"C\" as content from rm.\"%s\" order by content"
                .formatted(columns(table), table);
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(sql);
                    statement.setFetchSize(FETCH_SIZE);
                    return statement;
                },
                row -> {
                    rows[0]++;
                    digest.update((row.getString(1) + "\n").getBytes(StandardCharsets.UTF_8));
                });
        return "%-15s %7d rows  %s"
                .formatted(
                        table,
                        rows[0],
                        HexFormat.of().formatHex(digest.digest()).substring(0, 16));
    }

    private String columns(String table) {
        String sql =
                """
                select column_name from information_schema.columns
                where table_schema = 'rm' and table_name = ? order by column_name
                """;
        return jdbc.queryForList(sql, String.class, table).stream()
                .filter(column -> !OTHER_COLUMNS.contains(table + "." + column))
                .map(column -> '"' + column + '"')
                .collect(Collectors.joining(", "));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
