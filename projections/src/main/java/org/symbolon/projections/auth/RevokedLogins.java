package org.symbolon.projections.auth;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The revoked log-ins that have not ended by themselves, in memory, so that a request needs no SQL to know whether its own is
 * one. Nothing is ever un-revoked, so what is heard and what is read can be added in any order.
 */
public final class RevokedLogins {

    private final JdbcOperations jdbc;
    private final Clock clock;
    private final Map<String, Instant> expirations = new ConcurrentHashMap<>();

    public RevokedLogins(JdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean contains(String nonce) {
        return expirations.containsKey(nonce);
    }

    /** How many are kept. */
    public int size() {
        return expirations.size();
    }

    /** Takes note of one, and forgets those that have ended by themselves. */
    public void add(String nonce, Instant expires) {
        expirations.put(nonce, expires);
        forgetExpired();
    }

    /** Reads those that this node may have missed. */
    public void reload() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.query(
                "select nonce, expiration from jwt_blacklist where expiration > ?",
                row -> {
                    LocalDateTime expires = row.getObject("expiration", LocalDateTime.class);
                    expirations.put(row.getString("nonce"), expires.toInstant(ZoneOffset.UTC));
                },
                now);
        forgetExpired();
    }

    /** Whether any in the table had ended by themselves at this time. */
    public boolean anyExpiredBefore(Instant time) {
        Boolean any = jdbc.queryForObject(
                "select exists (select 1 from jwt_blacklist where expiration < ?)",
                Boolean.class,
                LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        return Boolean.TRUE.equals(any);
    }

    private void forgetExpired() {
        Instant now = clock.instant();
        expirations.values().removeIf(expires -> !expires.isAfter(now));
    }
}
