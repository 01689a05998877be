package org.symbolon.store.checkpoint;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import org.springframework.jdbc.core.JdbcOperations;

/** The leaves of the tree over the stream: of each event its global index in eight bytes, and the digest of all that is stored of it. */
final class StreamLeaves {

    private static final int FETCH_SIZE = 5_000;

    private StreamLeaves() {}

    /** Hears of a leaf. */
    @FunctionalInterface
    interface Listener {
        void hears(long index, byte[] leaf);
    }

    /** All behind an index up to another one, in their order. To be called in a transaction. */
    static void each(JdbcOperations jdbc, long after, long last, Listener listener) {
        jdbc.query(
                connection -> {
                    PreparedStatement statement =
                            connection.prepareStatement("select global_index, digest from domain_event"
                                    + " where global_index > ? and global_index <= ? order by global_index");
                    statement.setFetchSize(FETCH_SIZE);
                    statement.setLong(1, after);
                    statement.setLong(2, last);
                    return statement;
                },
                row -> {
                    long index = row.getLong(1);
                    listener.hears(index, leaf(index, row.getBytes(2)));
                });
    }

    static byte[] leaf(long index, byte[] digest) {
        byte[] of = digest == null ? new byte[0] : digest;
        return MerkleTree.leaf(ByteBuffer.allocate(Long.BYTES).putLong(index).array(), of);
    }
}
