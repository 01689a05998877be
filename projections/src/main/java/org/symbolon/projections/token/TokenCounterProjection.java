package org.symbolon.projections.token;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.token.ChallengeRequested;
import org.symbolon.events.token.CounterChanged;
import org.symbolon.events.token.FailCounterRaised;
import org.symbolon.events.token.FailCounterReset;
import org.symbolon.events.token.FailLimitReached;
import org.symbolon.events.token.OfflineUseGranted;
import org.symbolon.events.token.OfflineValuesIssued;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenInfoRemoved;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenResynchronised;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.events.token.TypeStateAdjusted;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.UnitOfWorkBatch;

/**
 * Keeps what every log-in changes of a token: its counters, what its type keeps and a few entries
 * of its info beside, which nothing else writes. A
 * row update in each log-in's own transaction would cost a fifth of all log-ins, so these are written in batches.
 */
@ProcessingGroup("trailing")
public class TokenCounterProjection {

    private final JdbcOperations jdbc;

    public TokenCounterProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(TokenEnrolled event, @Position long position) {
        TokenCounterBatch batch = batch();
        if (event.state().count() != 0) {
            batch.count(event.tokenId(), event.state().count());
        }
        batch.inform(event.tokenId(), InfoChanges.enrolling(event.info(), event.state()), position);
    }

    @EventHandler
    void on(TokenReenrolled event, @Position long position) {
        TokenCounterBatch batch = batch();
        batch.count(event.tokenId(), event.state().count());
        batch.failCount(event.tokenId(), 0);
        batch.inform(event.tokenId(), InfoChanges.reenrolling(event.info(), event.state()), position);
    }

    @EventHandler
    void on(TokenAssigned event, @Position long position) {
        clearFailCounter(event.tokenId(), position);
    }

    @EventHandler
    void on(TokenUnassigned event, @Position long position) {
        clearFailCounter(event.tokenId(), position);
    }

    @EventHandler
    void on(FailCounterReset event, @Position long position) {
        clearFailCounter(event.tokenId(), position);
    }

    @EventHandler
    void on(FailLimitReached event, @Timestamp Instant time, @Position long position) {
        InfoChanges changes = InfoChanges.writing(Map.of(InfoChanges.EXCEEDED, InfoTimes.toMinutes(time)));
        batch().inform(event.tokenId(), changes, position);
    }

    @EventHandler
    void on(TokenInfoSet event, @Position long position) {
        batch().inform(event.tokenId(), InfoChanges.writing(event.info()), position);
    }

    @EventHandler
    void on(TokenInfoRemoved event, @Position long position) {
        batch().inform(event.tokenId(), InfoChanges.removing(event.keys()), position);
    }

    @EventHandler
    void on(OtpAccepted event, @Timestamp Instant time, @Position long position) {
        TokenCounterBatch batch = batch();
        if (event.change().counter() != null) {
            batch.count(event.tokenId(), event.change().counter());
        }
        batch.failCount(event.tokenId(), 0);
        batch.inform(event.tokenId(), InfoChanges.accepting(event, time), position);
    }

    @EventHandler
    void on(OtpRejected event, @Position long position) {
        TokenCounterBatch batch = batch();
        batch.failCount(event.tokenId(), event.failCount());
        batch.inform(event.tokenId(), InfoChanges.rejecting(event), position);
    }

    @EventHandler
    void on(FailCounterRaised event) {
        batch().failCount(event.tokenId(), event.failCount());
    }

    @EventHandler
    void on(OtpConsumed event, @Position long position) {
        change(event.tokenId(), event.change(), position);
    }

    @EventHandler
    void on(TokenResynchronised event, @Position long position) {
        change(event.tokenId(), event.change(), position);
    }

    @EventHandler
    void on(ChallengeRequested event, @Position long position) {
        change(event.tokenId(), event.change(), position);
    }

    @EventHandler
    void on(TypeStateAdjusted event, @Position long position) {
        change(event.tokenId(), event.change(), position);
    }

    private void change(int tokenId, StateChange change, long position) {
        if (change.counter() != null) {
            batch().count(tokenId, change.counter());
        }
        if (!change.entries().isEmpty()) {
            batch().inform(tokenId, InfoChanges.keeping(change.entries()), position);
        }
    }

    @EventHandler
    void on(CounterChanged event) {
        batch().count(event.tokenId(), event.counter());
    }

    @EventHandler
    void on(OfflineValuesIssued event) {
        batch().count(event.tokenId(), event.counter());
    }

    @EventHandler
    void on(OfflineUseGranted event) {
        if (event.counter() != null) {
            batch().count(event.tokenId(), event.counter());
        }
    }

    private void clearFailCounter(int tokenId, long position) {
        TokenCounterBatch batch = batch();
        batch.failCount(tokenId, 0);
        batch.inform(tokenId, InfoChanges.removing(List.of(InfoChanges.EXCEEDED)), position);
    }

    private TokenCounterBatch batch() {
        return UnitOfWorkBatch.current(
                TokenCounterProjection.class.getName(), TokenCounterBatch::new, batch -> batch.write(jdbc));
    }
}
