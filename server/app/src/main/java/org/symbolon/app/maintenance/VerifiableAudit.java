package org.symbolon.app.maintenance;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.cli.AuditTrail;
import org.symbolon.cli.CommandFailedException;
import org.symbolon.cli.Progress;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.projections.audit.AuditChain;
import org.symbolon.projections.audit.AuditFinding;
import org.symbolon.projections.audit.AuditVerdict;
import org.symbolon.projections.shared.TrailingModels;

/** Verifies the audit once it shows all that has happened, and rotates it. */
@Component
public class VerifiableAudit implements AuditTrail {

    private final JdbcOperations jdbc;
    private final TrailingModels trailing;
    private final AuditChain chain;
    private final AuditRotation rotations;

    public VerifiableAudit(
            JdbcOperations jdbc, TrailingModels trailing, AuditChain chain, CommandSender commands, Clock clock) {
        this.rotations = new AuditRotation(jdbc, trailing, chain, commands, clock);
        this.jdbc = jdbc;
        this.trailing = trailing;
        this.chain = chain;
    }

    @Override
    public Verdict verify(Progress progress) {
        if (!trailing.await()) {
            throw new CommandFailedException("the audit does not yet show all that has happened: try again in a while");
        }
        Long all = jdbc.queryForObject(
                "select coalesce(max(number), 0) - coalesce((select max(number) from audit_checkpoint), 0) from audit_head",
                Long.class);
        long rows = all == null ? 0 : all;
        AuditVerdict verdict = chain.verify(read -> progress.at(read, Math.max(read, rows)));
        List<String> findings =
                verdict.findings().stream().map(AuditFinding::sentence).toList();
        return new Verdict(verdict.rows(), verdict.duration(), findings);
    }

    @Override
    public Removal rotate(Rotation rotation, Progress progress) {
        return rotations.rotate(rotation, progress);
    }
}
