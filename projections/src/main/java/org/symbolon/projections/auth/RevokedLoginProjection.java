package org.symbolon.projections.auth;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.auth.ExpiredRevocationsRemoved;
import org.symbolon.events.auth.LoginRevoked;

/** Keeps the table of revoked log-ins, from which a node learns of them when it starts. */
@ProcessingGroup("inline")
public class RevokedLoginProjection {

    private final JdbcOperations jdbc;

    public RevokedLoginProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(LoginRevoked event) {
        jdbc.update("insert into jwt_blacklist (nonce, expiration) values (?, ?)", event.nonce(), utc(event.expires()));
    }

    @EventHandler
    void on(ExpiredRevocationsRemoved event) {
        jdbc.update("delete from jwt_blacklist where expiration < ?", utc(event.expiredBefore()));
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
