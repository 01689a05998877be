package org.symbolon.store.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.projections.audit.HeadSigner;
import org.symbolon.store.eventstore.EventAuthenticator;
import org.symbolon.store.eventstore.EventCorrection;
import org.symbolon.store.eventstore.EventCorrections;

/**
 * Finds out whether the stream is as it was written: whether each event is one of this server's, whether all that were sealed are
 * there, in their places, and whether the audit is no shorter than it was. What was appended after the last checkpoint is held
 * to its MACs alone.
 */
public final class StreamVerification {

    private static final int MOST_FORGED_NAMED = 20;

    private final JdbcOperations jdbc;
    private final TransactionTemplate snapshot;
    private final HeadSigner signer;
    private final EventAuthenticator authenticator;
    private final EventCorrections corrections;
    private final CheckpointTable table;
    private final CheckpointFile file;

    public StreamVerification(
            JdbcOperations jdbc,
            PlatformTransactionManager transactions,
            HeadSigner signer,
            EventAuthenticator authenticator,
            EventCorrections corrections,
            Path data) {
        this.jdbc = jdbc;
        this.signer = signer;
        this.authenticator = authenticator;
        this.corrections = corrections;
        this.table = new CheckpointTable(jdbc);
        this.file = new CheckpointFile(data);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What was found.
     *
     * @param events how many events there are
     * @param inStream what is wrong with them, a sentence for each
     * @param inAudit what is wrong with the audit, which can be made anew from them
     * @param corrections what administrators have decided about events that could not be read
     */
    public record Verdict(long events, List<String> inStream, List<String> inAudit, List<String> corrections) {

        public List<String> findings() {
            return Stream.concat(inStream.stream(), inAudit.stream()).toList();
        }
    }

    /** Reads everything; {@code progress} hears how many events have been read. */
    public Verdict verify(LongConsumer progress) {
        // Before the snapshot: a checkpoint is in the database before it is in the file, which the sealer may be
        // writing just now.
        Optional<Checkpoint> inFile = file.read();
        return snapshot.execute(status -> new Walk(progress).verdict(inFile));
    }

    private final class Walk {

        private final LongConsumer progress;
        private final MerkleTree tree = new MerkleTree();
        private final List<String> findings = new ArrayList<>();
        private final List<Checkpoint> checkpoints = new ArrayList<>();
        private Iterator<Checkpoint> ahead;
        private Checkpoint next;
        private boolean differs;
        private int forged;

        private Walk(LongConsumer progress) {
            this.progress = progress;
        }

        private Verdict verdict(Optional<Checkpoint> inFile) {
            collect(inFile);
            ahead = checkpoints.iterator();
            advance();
            authenticator.each(jdbc, this::event);
            if (forged > MOST_FORGED_NAMED) {
                findings.add((forged - MOST_FORGED_NAMED) + " more events are not what this server has stored.");
            }
            if (next != null && !differs) {
                findings.add("The stream has " + tree.size() + " events. The checkpoint of " + next.time()
                        + " vouches for " + last().size() + ": some were removed.");
            }
            EventCorrections.Findings corrected = corrections.all();
            corrected
                    .forged()
                    .forEach(index -> findings.add("The correction of event " + index
                            + " is not this server's, or not one of what is stored there."));
            return new Verdict(
                    tree.size(),
                    List.copyOf(findings),
                    audit().stream().toList(),
                    corrected.genuine().stream().map(EventCorrection::sentence).toList());
        }

        /** Those in the database, and the one in the file, which may know more. */
        private void collect(Optional<Checkpoint> inFile) {
            for (Checkpoint checkpoint : table.all()) {
                if (checkpoint.isSignedBy(signer)) {
                    checkpoints.add(checkpoint);
                } else {
                    findings.add("The checkpoint of " + checkpoint.size() + " events is not signed by this server.");
                }
            }
            inFile.ifPresent(this::compare);
        }

        private void compare(Checkpoint seen) {
            if (!seen.isSignedBy(signer)) {
                findings.add("The checkpoint in " + file.path() + " is not signed by this server.");
                return;
            }
            if (checkpoints.isEmpty() || last().size() < seen.size()) {
                findings.add("The newest checkpoint, in " + file.path() + ", is missing in the database.");
                checkpoints.add(seen);
            }
        }

        private Checkpoint last() {
            return checkpoints.get(checkpoints.size() - 1);
        }

        private void event(long index, byte[] digest, boolean authentic, String name) {
            Optional<EventCorrection> correction = authentic ? Optional.empty() : corrections.at(index);
            if (!authentic && correction.isEmpty()) {
                forged(index, name);
            }
            tree.add(StreamLeaves.leaf(
                    index, correction.map(EventCorrection::sealed).orElse(digest)));
            if (next != null && tree.size() == next.size()) {
                hold(index);
                advance();
            }
            progress.accept(tree.size());
        }

        private void forged(long index, String name) {
            forged++;
            if (forged <= MOST_FORGED_NAMED) {
                findings.add("Event " + index + ", " + name + ", is not what this server has stored.");
            }
        }

        /** From the first difference on, all are different. */
        private void hold(long index) {
            if (!differs && !(next.isOf(tree) && next.lastIndex() == index)) {
                differs = true;
                findings.add("The first " + next.size() + " events are not those of the checkpoint of " + next.time()
                        + ": one was changed, removed, moved or put in.");
            }
        }

        private void advance() {
            next = ahead.hasNext() ? ahead.next() : null;
        }

        private Optional<String> audit() {
            if (checkpoints.isEmpty()) {
                return Optional.empty();
            }
            long number = auditEnd();
            Checkpoint known = last();
            if (number < known.auditNumber()) {
                return Optional.of("The audit ends with row " + number + ". The checkpoint of " + known.time()
                        + " vouches for row " + known.auditNumber() + ".");
            }
            return hashOf(known.auditNumber())
                    .filter(hash -> !hash.equals(known.auditHash()))
                    .map(other -> "Row " + known.auditNumber() + " of the audit is not the one of the checkpoint of "
                            + known.time() + ".");
        }

        private long auditEnd() {
            Long end = jdbc.queryForObject("select coalesce(max(number), 0) from audit_head", Long.class);
            return end == null ? 0 : end;
        }

        private Optional<String> hashOf(long number) {
            return jdbc.queryForList("select signature from mfa_audit where id = ?", String.class, number).stream()
                    .findFirst();
        }
    }
}
