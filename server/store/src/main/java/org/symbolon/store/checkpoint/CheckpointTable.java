package org.symbolon.store.checkpoint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/** The checkpoints in the database. */
final class CheckpointTable {

    private static final String COLUMNS =
            "select size, last_index, root, audit_number, audit_hash, sealed_at, signature from stream_checkpoint";

    private final JdbcOperations jdbc;

    CheckpointTable(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Checkpoint> newest() {
        return jdbc.query(COLUMNS + " order by size desc limit 1", CheckpointTable::checkpoint).stream()
                .findFirst();
    }

    /** All of them, the oldest first. */
    List<Checkpoint> all() {
        return jdbc.query(COLUMNS + " order by size", CheckpointTable::checkpoint);
    }

    private static Checkpoint checkpoint(ResultSet row, int number) throws SQLException {
        return new Checkpoint(
                row.getLong("size"),
                row.getLong("last_index"),
                HexFormat.of().formatHex(row.getBytes("root")),
                row.getLong("audit_number"),
                row.getString("audit_hash"),
                row.getTimestamp("sealed_at").toInstant(),
                row.getString("signature"));
    }

    /** The tree of a checkpoint, to go on from. */
    MerkleTree treeOf(Checkpoint checkpoint) {
        byte[] peaks = jdbc.queryForObject(
                "select peaks from stream_checkpoint where size = ?", byte[].class, checkpoint.size());
        return MerkleTree.restored(checkpoint.size(), Objects.requireNonNull(peaks));
    }

    void add(Checkpoint checkpoint, byte[] peaks) {
        jdbc.update(
                """
                insert into stream_checkpoint
                    (size, last_index, root, audit_number, audit_hash, sealed_at, signature, peaks)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                checkpoint.size(),
                checkpoint.lastIndex(),
                HexFormat.of().parseHex(checkpoint.root()),
                checkpoint.auditNumber(),
                checkpoint.auditHash(),
                Timestamp.from(checkpoint.time()),
                checkpoint.signature(),
                peaks);
    }

    /** Keeps of those that are older than a day the first of each hour. */
    void thin() {
        jdbc.update(
                """
                delete from stream_checkpoint where sealed_at < now() - interval '1 day' and size not in (
                    select min(size) from stream_checkpoint group by date_trunc('hour', sealed_at))
                """);
    }
}
