package org.symbolon.projections.audit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Where the audit's chain begins since the last rotation: what stands for all rows that were removed.
 *
 * @param number number of the last removed row, 0 if none was
 * @param hash chain text of that row, empty if none was removed
 * @param signature signature over both, empty if none was removed
 */
record AuditCheckpoint(long number, String hash, String signature) {

    static final AuditCheckpoint NONE = new AuditCheckpoint(0, "", "");

    static AuditCheckpoint read(JdbcOperations jdbc) {
        List<AuditCheckpoint> found = jdbc.query(
                "select number, hash, signature from audit_checkpoint where id = 1",
                (row, number) ->
                        new AuditCheckpoint(row.getLong("number"), row.getString("hash"), row.getString("signature")));
        return found.isEmpty() ? NONE : found.get(0);
    }

    static void store(JdbcOperations jdbc, long number, String hash, HeadSigner signer, Instant time) {
        jdbc.update(
                """
                insert into audit_checkpoint (id, number, hash, signature, rotated_at) values (1, ?, ?, ?, ?)
                on conflict (id) do update set number = excluded.number, hash = excluded.hash,
                    signature = excluded.signature, rotated_at = excluded.rotated_at
                """,
                number,
                hash,
                signer.sign(text(number, hash)),
                LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    /** What is signed. It differs from what is signed of a head, so that none of the two passes for the other. */
    static String text(long number, String hash) {
        return "audit checkpoint\n" + number + "\n" + hash;
    }

    boolean isNone() {
        return equals(NONE);
    }
}
