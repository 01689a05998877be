package org.symbolon.app.maintenance;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.cli.audit.AuditTrail;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.Progress;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.projections.audit.AuditChain;
import org.symbolon.projections.audit.AuditFinding;
import org.symbolon.projections.audit.AuditVerdict;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.store.checkpoint.AuditProof;
import org.symbolon.store.checkpoint.StreamVerification;
import org.symbolon.store.vault.ResponseKeys;

/** Verifies the audit once it shows all that has happened, and rotates it. */
@Component
public class VerifiableAudit implements AuditTrail {

    private final JdbcOperations jdbc;
    private final TrailingModels trailing;
    private final AuditChain chain;
    private final AuditRotation rotations;
    private final StreamVerification stream;
    private final AuditProof proofs;
    private final ResponseKeys keys;

    public VerifiableAudit(
            JdbcOperations jdbc,
            TrailingModels trailing,
            AuditChain chain,
            CommandSender commands,
            Clock clock,
            StreamVerification stream,
            AuditProof proofs,
            ResponseKeys keys) {
        this.rotations = new AuditRotation(jdbc, trailing, chain, commands, clock);
        this.jdbc = jdbc;
        this.trailing = trailing;
        this.chain = chain;
        this.stream = stream;
        this.proofs = proofs;
        this.keys = keys;
    }

    @Override
    public Verdict verify(Progress progress) {
        if (!trailing.await()) {
            throw new CommandFailedException("the audit does not yet show all that has happened: try again in a while");
        }
        long began = System.nanoTime();
        long rows = number(
                "select coalesce(max(number), 0) - coalesce((select max(number) from audit_checkpoint), 0) from audit_head");
        long events = number("select count(*) from domain_event");
        StreamVerification.Verdict inStream = stream.verify(read -> progress.at(read, Math.max(read, events + rows)));
        AuditVerdict inAudit = chain.verify(read -> progress.at(events + read, events + Math.max(read, rows)));
        List<String> findings = Stream.concat(
                        inStream.findings().stream(),
                        inAudit.findings().stream().map(AuditFinding::sentence))
                .toList();
        return new Verdict(
                inAudit.rows(),
                inStream.events(),
                Duration.ofNanos(System.nanoTime() - began),
                findings,
                inStream.corrections());
    }

    private long number(String sql) {
        Long found = jdbc.queryForObject(sql, Long.class);
        return found == null ? 0 : found;
    }

    @Override
    public String prove(long row, long since) {
        try {
            return proofs.of(row, since)
                    .orElseThrow(() -> new CommandFailedException("there is no row " + row
                            + ", or no checkpoint holds it yet: a running server makes one every minute"));
        } catch (IllegalArgumentException noCheckpoint) {
            throw new CommandFailedException(noCheckpoint.getMessage());
        }
    }

    @Override
    public String publicKey() {
        return keys.publicPem();
    }

    @Override
    public Removal rotate(Rotation rotation, Progress progress) {
        return rotations.rotate(rotation, progress);
    }
}
