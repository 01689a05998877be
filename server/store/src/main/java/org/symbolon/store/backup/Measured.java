package org.symbolon.store.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Passes rows on and measures them: how many bytes, which digest. It tells how many rows there were so far. */
final class Measured extends OutputStream {

    private static final int ROWS_BETWEEN_TELLINGS = 1_000;

    private final OutputStream out;
    private final LongConsumer progress;
    private final MessageDigest digest = sha256();
    private long bytes;
    private long rows;

    Measured(OutputStream out, LongConsumer progress) {
        this.out = out;
        this.progress = progress;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] content, int offset, int length) throws IOException {
        digest.update(content, offset, length);
        bytes += length;
        out.write(content, offset, length);
        for (int at = offset; at < offset + length; at++) {
            if (content[at] == '\n') {
                rows++;
                if (rows % ROWS_BETWEEN_TELLINGS == 0) {
                    progress.accept(rows);
                }
            }
        }
    }

    /** What it is passed on to goes on after this. */
    @Override
    public void close() {}

    long bytes() {
        return bytes;
    }

    long rows() {
        return rows;
    }

    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
