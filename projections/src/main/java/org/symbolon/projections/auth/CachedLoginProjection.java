package org.symbolon.projections.auth;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.auth.CachedLoginUsed;
import org.symbolon.events.auth.CachedLoginsForgotten;
import org.symbolon.events.auth.LoginCached;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.RowId;

/** Keeps the table of cached log-ins, inline, since the next request may come to any node at once. */
@ProcessingGroup("inline")
public class CachedLoginProjection {

    private final JdbcOperations jdbc;

    public CachedLoginProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(LoginCached event, @Position long position, @Timestamp Instant time) {
        jdbc.update(
                """
                insert into authcache
                    (id, first_auth, last_auth, username, resolver, realm, user_id, authentication, data_key)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                RowId.of(position, 0),
                stored(time),
                stored(time),
                event.username(),
                event.resolver(),
                event.realm(),
                event.userId(),
                event.password().box(),
                event.password().key());
    }

    @EventHandler
    void on(CachedLoginUsed event, @Timestamp Instant time) {
        jdbc.update(
                "update authcache set last_auth = ?, auth_count = auth_count + 1 where id = ?",
                stored(time),
                event.entry());
    }

    @EventHandler
    void on(CachedLoginsForgotten event) {
        jdbc.update("delete from authcache where id = any(?)", (Object)
                event.entries().toArray(Long[]::new));
    }

    /** No finer than the store keeps the times of events, so that a rebuild brings the same. */
    private static LocalDateTime stored(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }
}
