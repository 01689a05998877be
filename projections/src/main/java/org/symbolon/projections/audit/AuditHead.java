package org.symbolon.projections.audit;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The end of the audit's chain.
 *
 * @param number number of the last row, 0 before the first
 * @param hash chain text of the last row, empty before the first
 * @param signature signature over both, empty before the first
 */
record AuditHead(long number, String hash, String signature) {

    static final AuditHead NONE = new AuditHead(0, "", "");

    /** The head as it is stored. */
    static AuditHead read(JdbcOperations jdbc) {
        return first(jdbc, "select number, hash, signature from audit_head where id = 1");
    }

    /** The head, kept from all others until the current transaction ends. */
    static AuditHead lock(JdbcOperations jdbc) {
        return first(jdbc, "select number, hash, signature from audit_head where id = 1 for update");
    }

    private static AuditHead first(JdbcOperations jdbc, String sql) {
        List<AuditHead> found = jdbc.query(
                sql,
                (row, number) ->
                        new AuditHead(row.getLong("number"), row.getString("hash"), row.getString("signature")));
        return found.isEmpty() ? NONE : found.get(0);
    }

    static void store(JdbcOperations jdbc, long number, String hash, HeadSigner signer, LocalDateTime time) {
        jdbc.update(
                """
                insert into audit_head (id, number, hash, signature, signed_at) values (1, ?, ?, ?, ?)
                on conflict (id) do update set number = excluded.number, hash = excluded.hash,
                    signature = excluded.signature, signed_at = excluded.signed_at
                """,
                number,
                hash,
                signer.sign(text(number, hash)),
                time);
    }

    boolean isNone() {
        return equals(NONE);
    }

    /** What is signed. */
    static String text(long number, String hash) {
        return "audit head\n" + number + "\n" + hash;
    }
}
