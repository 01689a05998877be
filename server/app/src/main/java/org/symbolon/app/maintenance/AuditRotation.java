package org.symbolon.app.maintenance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.cli.audit.AuditTrail.Removal;
import org.symbolon.cli.audit.AuditTrail.Rotation;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.Progress;
import org.symbolon.command.audit.RecordRequest;
import org.symbolon.command.audit.RotateAudit;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.projections.audit.AuditChain;
import org.symbolon.projections.audit.AuditPart;
import org.symbolon.projections.shared.TrailingModels;

/**
 * Takes the oldest rows out of the audit, a chunk in one event: the projector that removes them holds its place in the
 * stream no longer than that. A row is removed only after it was found to be as it was written.
 */
final class AuditRotation {

    private static final String ACTOR = "command line";

    private final JdbcOperations jdbc;
    private final TrailingModels trailing;
    private final AuditChain chain;
    private final CommandSender commands;
    private final Clock clock;

    AuditRotation(JdbcOperations jdbc, TrailingModels trailing, AuditChain chain, CommandSender commands, Clock clock) {
        this.jdbc = jdbc;
        this.trailing = trailing;
        this.chain = chain;
        this.commands = commands;
        this.clock = clock;
    }

    Removal rotate(Rotation rotation, Progress progress) {
        Instant started = clock.instant();
        awaitTrailing();
        long first = number("select min(id) from mfa_audit");
        long end = number("select max(id) from mfa_audit");
        long last = Math.max(first - 1, lastToGo(rotation, first, end));
        if (last < first || rotation.dryRun()) {
            return new Removal(first, last, end == 0 ? 0 : end - last);
        }
        verify(first, last, rotation.chunkSize(), progress);
        commands.sendAs(ACTOR, new RecordRequest(fact(first, last, started)));
        for (long removed = first - 1; removed < last; ) {
            removed = Math.min(last, removed + rotation.chunkSize());
            commands.sendAs(ACTOR, new RotateAudit(removed));
            awaitTrailing();
            progress.at(removed - first + 1, last - first + 1);
        }
        return new Removal(first, last, number("select count(*) from mfa_audit"));
    }

    private long lastToGo(Rotation rotation, long first, long end) {
        if (end == 0) {
            return 0;
        }
        if (rotation.age() > 0) {
            LocalDateTime limit =
                    LocalDateTime.ofInstant(clock.instant().minus(Duration.ofDays(rotation.age())), ZoneOffset.UTC);
            long firstToStay = number("select min(id) from mfa_audit where date >= ?", limit);
            return firstToStay == 0 ? end : firstToStay - 1;
        }
        return end - first + 1 > rotation.highWatermark() ? end - rotation.lowWatermark() - 1 : 0;
    }

    private void verify(long first, long last, int chunkSize, Progress progress) {
        for (long from = first; from <= last; from += chunkSize) {
            AuditPart part = chain.verifyPart(from, Math.min(chunkSize, last - from + 1));
            if (!part.verdict().isWhole()) {
                throw new CommandFailedException("the audit is not as it was written, so that nothing was removed: "
                        + part.verdict().findings().get(0).sentence());
            }
            progress.at(from - first, last - first + 1);
        }
    }

    private RequestAnswered fact(long first, long last, Instant started) {
        Duration duration = Duration.between(started, clock.instant());
        return CommandFacts.of("audit rotate", "rows " + first + " to " + last, null, started, duration);
    }

    private void awaitTrailing() {
        if (!trailing.await()) {
            throw new CommandFailedException("the audit does not yet show all that has happened: try again in a while");
        }
    }

    private long number(String sql, Object... arguments) {
        Long found = jdbc.queryForObject(sql, Long.class, arguments);
        return found == null ? 0 : found;
    }
}
