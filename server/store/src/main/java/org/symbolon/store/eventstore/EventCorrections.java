package org.symbolon.store.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.store.eventstore.EventCorrection.Kind;
import org.symbolon.store.vault.MasterKey;

/**
 * The corrections of events, each vouched for with HMAC-SHA-256 under a key of their own that is derived from the master key: whoever
 * writes to the database alone can neither leave out an event nor have it read as another. A correction is of what stood in the event's
 * row when it was made, so that it holds for nothing else that is put there.
 */
@Component
public class EventCorrections {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SELECT =
            "select global_index, kind, sealed, payload, reason, actor, corrected_at, mac from event_correction";

    private final JdbcOperations jdbc;
    private final SecretKeySpec key;

    EventCorrections(JdbcOperations jdbc, MasterKey master) {
        this.jdbc = jdbc;
        this.key = new SecretKeySpec(master.derive("corrections of events"), ALGORITHM);
    }

    /**
     * What was found in the whole table.
     *
     * @param genuine the corrections that hold
     * @param forged the positions of those that this server has not made, or not for what stands there now
     */
    public record Findings(List<EventCorrection> genuine, List<Long> forged) {}

    /** All of them, in the order of the stream. */
    public Findings all() {
        List<EventCorrection> genuine = new ArrayList<>();
        List<Long> forged = new ArrayList<>();
        for (Long index : jdbc.queryForList("select global_index from event_correction order by 1", Long.class)) {
            at(index).ifPresentOrElse(genuine::add, () -> forged.add(index));
        }
        return new Findings(genuine, forged);
    }

    /** The one that holds for the event with this index. */
    public Optional<EventCorrection> at(long index) {
        return jdbc
                .query("select * from domain_event where global_index = ?", (row, number) -> EventFields.of(row), index)
                .stream()
                .findFirst()
                .flatMap(found -> of(index, found));
    }

    /** The one that holds for what was found in the event's row. */
    Optional<EventCorrection> of(long index, EventFields found) {
        return jdbc.query(SELECT + " where global_index = ?", (row, number) -> genuine(row, found), index).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<EventCorrection> genuine(ResultSet row, EventFields found) throws SQLException {
        EventCorrection correction = new EventCorrection(
                row.getLong("global_index"),
                row.getString("kind").equals(Kind.SKIP.name()) ? Kind.SKIP : Kind.REPAIR,
                row.getBytes("sealed"),
                row.getString("payload"),
                row.getString("reason"),
                row.getString("actor"),
                row.getString("corrected_at"));
        return MessageDigest.isEqual(mac(correction, found), row.getBytes("mac"))
                ? Optional.of(correction)
                : Optional.empty();
    }

    /** In the place of one that does not hold. */
    void add(EventCorrection correction, EventFields found) {
        jdbc.update("delete from event_correction where global_index = ?", correction.index());
        jdbc.update(
                """
                insert into event_correction (global_index, kind, sealed, payload, reason, actor, corrected_at, mac)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                correction.index(),
                correction.kind().name(),
                correction.sealed(),
                correction.payload().orElse(null),
                correction.reason(),
                correction.actor(),
                correction.time(),
                mac(correction, found));
    }

    /** Over each part behind its length; the payload is in the digest of what the event is read as. */
    private byte[] mac(EventCorrection correction, EventFields found) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(
                    ByteBuffer.allocate(Long.BYTES).putLong(correction.index()).array());
            update(mac, correction.kind().name().getBytes(StandardCharsets.UTF_8));
            update(mac, correction.sealed());
            update(mac, correction.applied(found).digest());
            update(mac, correction.reason().getBytes(StandardCharsets.UTF_8));
            update(mac, correction.actor().getBytes(StandardCharsets.UTF_8));
            update(mac, correction.time().getBytes(StandardCharsets.UTF_8));
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The key of corrections cannot be used", impossible);
        }
    }

    private static void update(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        mac.update(part);
    }
}
