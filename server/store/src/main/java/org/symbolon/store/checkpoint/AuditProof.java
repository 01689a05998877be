package org.symbolon.store.checkpoint;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.projections.audit.HeadSigner;
import org.symbolon.store.eventstore.EventAuthenticator;

/**
 * Writes, for an auditor who has no access to anything, a proof that a row of the audit stands for an event that was in the stream
 * when a checkpoint was signed. {@code docs/audit-proof.md} says how it is checked.
 */
public final class AuditProof {

    private static final String REQUEST = "RequestAnswered";

    private final JdbcOperations jdbc;
    private final TransactionTemplate snapshot;
    private final HeadSigner signer;
    private final EventAuthenticator authenticator;
    private final CheckpointTable table;

    public AuditProof(
            JdbcOperations jdbc,
            PlatformTransactionManager transactions,
            HeadSigner signer,
            EventAuthenticator authenticator) {
        this.jdbc = jdbc;
        this.signer = signer;
        this.authenticator = authenticator;
        this.table = new CheckpointTable(jdbc);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * The proof for a row.
     *
     * @param row its number in the audit, from 1
     * @param since the size of an earlier checkpoint whose beginning of the stream is to be proven the same, 0 for none
     * @return the proof as text; empty if there is no such row, or no checkpoint holds it yet
     * @throws IllegalArgumentException if there was no such earlier checkpoint
     */
    public Optional<String> of(long row, long since) {
        return snapshot.execute(status -> newest().flatMap(checkpoint -> of(row, since, checkpoint)));
    }

    private Optional<Checkpoint> newest() {
        return table.newest().filter(found -> found.isSignedBy(signer));
    }

    private Optional<String> of(long row, long since, Checkpoint checkpoint) {
        if (since < 0 || since > checkpoint.size()) {
            throw new IllegalArgumentException("The newest checkpoint is of " + checkpoint.size() + " events, none of "
                    + since + " came before it");
        }
        return indexOf(row).filter(index -> index <= checkpoint.lastIndex()).map(index -> {
            long leaf = number("select count(*) from domain_event where global_index < ?", index);
            MerkleProof inclusion = MerkleProof.ofInclusion(leaf, checkpoint.size());
            Optional<MerkleProof> consistency =
                    since == 0 ? Optional.empty() : Optional.of(MerkleProof.ofConsistency(since, checkpoint.size()));
            walk(checkpoint, inclusion, consistency);
            return text(row, index, leaf, checkpoint, inclusion, since, consistency);
        });
    }

    private Optional<Long> indexOf(long row) {
        return jdbc
                .queryForList(
                        "select global_index from domain_event where payload_type = ? order by global_index"
                                + " offset ? limit 1",
                        Long.class,
                        REQUEST,
                        Math.max(0, row - 1))
                .stream()
                .findFirst();
    }

    private long number(String sql, long argument) {
        Long found = jdbc.queryForObject(sql, Long.class, argument);
        return found == null ? 0 : found;
    }

    private void walk(Checkpoint checkpoint, MerkleProof inclusion, Optional<MerkleProof> consistency) {
        long[] number = {0};
        StreamLeaves.each(jdbc, 0, checkpoint.lastIndex(), (index, leaf) -> {
            inclusion.leaf(number[0], leaf);
            consistency.ifPresent(proof -> proof.leaf(number[0], leaf));
            number[0]++;
        });
    }

    private String text(
            long row,
            long index,
            long leaf,
            Checkpoint checkpoint,
            MerkleProof inclusion,
            long since,
            Optional<MerkleProof> consistency) {
        StringBuilder text = new StringBuilder("symbolon audit proof 1\n");
        line(text, "row", Long.toString(row));
        line(text, "index", Long.toString(index));
        line(text, "leaf", Long.toString(leaf));
        authenticator.fieldsAt(jdbc, index).forEach((name, value) -> line(text, "event." + name, value));
        hashes(text, "path", inclusion.hashes());
        line(text, "checkpoint.size", Long.toString(checkpoint.size()));
        line(text, "checkpoint.last_index", Long.toString(checkpoint.lastIndex()));
        line(text, "checkpoint.root", checkpoint.root());
        line(text, "checkpoint.audit_number", Long.toString(checkpoint.auditNumber()));
        line(text, "checkpoint.audit_hash", checkpoint.auditHash());
        line(text, "checkpoint.time", checkpoint.time().toString());
        line(text, "checkpoint.signature", checkpoint.signature());
        consistency.ifPresent(proof -> {
            line(text, "since", Long.toString(since));
            hashes(text, "consistency", proof.hashes());
        });
        return text.toString();
    }

    private static void hashes(StringBuilder text, String name, List<byte[]> hashes) {
        hashes.forEach(hash -> line(text, name, HexFormat.of().formatHex(hash)));
    }

    /** A line never breaks: percent signs and ends of lines are written as in addresses (RFC 3986, 2.1). */
    private static void line(StringBuilder text, String name, String value) {
        String written = value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
        text.append(name).append('=').append(written).append('\n');
    }
}
