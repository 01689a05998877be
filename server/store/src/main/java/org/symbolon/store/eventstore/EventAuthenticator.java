package org.symbolon.store.eventstore;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;
import org.symbolon.query.history.Authenticity;
import org.symbolon.query.history.Vouching;
import org.symbolon.store.vault.MasterKey;

/**
 * Vouches for what is stored of events and snapshots: a digest of all of it, and over the digest HMAC-SHA-256 cut to 128 bits (RFC
 * 4868, 2.1.1) under a key that is derived from the master key. Whoever writes to the database without it can delete, and that is seen
 * elsewhere, but can neither change an event nor invent one.
 */
public final class EventAuthenticator implements Authenticity {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 16;
    private static final int FETCH_SIZE = 1_000;
    private static final String EVERYTHING =
            "select global_index, " + Vouching.COLUMNS + " from domain_event order by global_index";

    private final SecretKeySpec ofEvents;
    private final SecretKeySpec ofSnapshots;
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(EventAuthenticator::mac);

    EventAuthenticator(MasterKey master) {
        this.ofEvents = new SecretKeySpec(master.derive("authenticity of events"), ALGORITHM);
        this.ofSnapshots = new SecretKeySpec(master.derive("authenticity of snapshots"), ALGORITHM);
    }

    /** For this database, whose events are vouched for from now on, also those that it has already. */
    public static EventAuthenticator of(
            MasterKey master, JdbcOperations jdbc, TransactionOperations transactions, Path data) {
        EventAuthenticator authenticator = new EventAuthenticator(master);
        new FormerEvents(jdbc, transactions, authenticator, data).vouch();
        return authenticator;
    }

    private static Mac mac() {
        try {
            return Mac.getInstance(ALGORITHM);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", impossible);
        }
    }

    byte[] macOfEvent(byte[] digest) {
        return mac(ofEvents, digest);
    }

    byte[] macOfSnapshot(byte[] digest) {
        return mac(ofSnapshots, digest);
    }

    private byte[] mac(SecretKeySpec key, byte[] digest) {
        try {
            Mac mac = macs.get();
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(digest), LENGTH);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The key of events cannot be used", impossible);
        }
    }

    /**
     * The event in a row.
     *
     * @throws ForgedEventException if this server's key has not vouched for just that
     */
    EventFields verifiedEvent(ResultSet row) throws SQLException {
        return verified(ofEvents, row);
    }

    @Override
    public boolean vouchesFor(ResultSet row) throws SQLException {
        return vouchesFor(EventFields.of(row), row);
    }

    /** Whether this server's key has vouched for just that. */
    boolean vouchesFor(EventFields fields, ResultSet row) throws SQLException {
        return isAuthentic(ofEvents, fields.digest(), row);
    }

    /** Whether a MAC is this server's over the digest of an event. Either may be null. */
    boolean isMacOfEvent(byte[] digest, byte[] mac) {
        return digest != null && mac != null && MessageDigest.isEqual(macOfEvent(digest), mac);
    }

    /** Whether a MAC is this server's over the digest of a snapshot. Either may be null. */
    boolean isMacOfSnapshot(byte[] digest, byte[] mac) {
        return digest != null && mac != null && MessageDigest.isEqual(macOfSnapshot(digest), mac);
    }

    /** The snapshot in a row; throws as {@link #verifiedEvent}. */
    EventFields verifiedSnapshot(ResultSet row) throws SQLException {
        return verified(ofSnapshots, row);
    }

    private EventFields verified(SecretKeySpec key, ResultSet row) throws SQLException {
        EventFields fields = EventFields.of(row);
        if (!isAuthentic(key, fields.digest(), row)) {
            throw new ForgedEventException(fields);
        }
        return fields;
    }

    private boolean isAuthentic(SecretKeySpec key, byte[] digest, ResultSet row) throws SQLException {
        byte[] mac = row.getBytes("mac");
        return mac != null
                && MessageDigest.isEqual(digest, row.getBytes("digest"))
                && MessageDigest.isEqual(mac(key, digest), mac);
    }

    /** Hears of an event: its place, the digest of what stands there, whether it is one of this server's, and what it is called. */
    @FunctionalInterface
    public interface Listener {
        void hears(long index, byte[] digest, boolean authentic, String name);
    }

    /**
     * All that is stored of the event at an index, by column, in the order in which it is digested; what is absent is left out.
     *
     * @throws ForgedEventException if this server's key has not vouched for it
     */
    public Map<String, String> fieldsAt(JdbcOperations jdbc, long index) {
        return jdbc
                .query("select * from domain_event where global_index = ?", (row, number) -> verifiedEvent(row), index)
                .stream()
                .findFirst()
                .map(EventFields::byColumn)
                .orElseThrow();
    }

    /** All events in their order, those that are not this server's as well. To be called in a transaction. */
    public void each(JdbcOperations jdbc, Listener listener) {
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(EVERYTHING);
                    statement.setFetchSize(FETCH_SIZE);
                    return statement;
                },
                row -> {
                    EventFields fields = EventFields.of(row);
                    byte[] digest = fields.digest();
                    listener.hears(
                            row.getLong("global_index"),
                            digest,
                            isAuthentic(ofEvents, digest, row),
                            fields.name() + " of " + fields.aggregate());
                });
    }
}
