package org.symbolon.projections.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Computes the column signature, which chains a row to the one before: {@code sha256_chain:} and the hexadecimal SHA-256
 * over the former row's signature (empty for row 1), a line feed, and all other columns in the order of
 * {@link AuditRow}. Each column is the length of its text in UTF-8 bytes, a colon, the text and a comma; null is a hyphen
 * and a comma. Times are ISO 8601, the duration is a number of microseconds.
 */
public final class ChainText {

    private static final String PREFIX = "sha256_chain:";

    private ChainText() {}

    /** The signature of a row that follows the row with the given signature. */
    public static String after(String previous, AuditRow row) {
        MessageDigest digest = sha256();
        digest.update(previous.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        for (Object column : row.columns()) {
            add(digest, column);
        }
        return PREFIX + HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Object column) {
        if (column == null) {
            digest.update(new byte[] {'-', ','});
            return;
        }
        byte[] text = column.toString().getBytes(StandardCharsets.UTF_8);
        digest.update((text.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(text);
        digest.update((byte) ',');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
