package org.symbolon.projections.user;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.user.RecoveryCodeExpired;
import org.symbolon.events.user.RecoveryCodeIssued;
import org.symbolon.events.user.RecoveryCodeUsed;

/** Keeps the table of recovery codes that were sent and not yet used. */
@ProcessingGroup("inline")
public class PasswordResetProjection {

    private final JdbcOperations jdbc;

    public PasswordResetProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The time of an event no finer than the store keeps it, so that a rebuild brings the same. */
    @EventHandler
    void on(RecoveryCodeIssued event, @Timestamp Instant time) {
        jdbc.update(
                """
                insert into passwordreset (id, recoverycode, username, realm, resolver, email, timestamp, expiration)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                event.number(),
                event.codeHash(),
                event.username(),
                event.realm(),
                event.resolver(),
                event.email(),
                utc(time.truncatedTo(ChronoUnit.MILLIS)),
                utc(event.expiresAt()));
    }

    @EventHandler
    void on(RecoveryCodeUsed event) {
        remove(event.number());
    }

    @EventHandler
    void on(RecoveryCodeExpired event) {
        remove(event.number());
    }

    private void remove(int number) {
        jdbc.update("delete from passwordreset where id = ?", number);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
