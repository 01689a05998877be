package org.symbolon.endtoend.reliability;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.symbolon.store.vault.MasterKey;

/** Puts events into a database that no server would store, by one who has the master key and by one who has not. */
final class DamagedStream {

    private static final int ABSENT = -1;
    private static final int MAC_LENGTH = 16;

    private final JdbcClient jdbc;
    private final byte[] key;

    DamagedStream(JdbcClient jdbc, Path data) {
        this.jdbc = jdbc;
        this.key =
                MasterKey.inFile(data.resolve("master.key"), new SecureRandom()).derive("authenticity of events");
    }

    /** An event that is this server's as far as anybody can tell; answers its index. */
    long append(String aggregate, String name, String revision, String payload) {
        return insert(new Row(aggregate, next(aggregate), name, revision, payload), true);
    }

    /** One that stands alone, such as an answered request. */
    long appendAlone(String name, String payload) {
        return insert(new Row(UUID.randomUUID().toString(), 0, name, "1", payload), true);
    }

    /** An event with a MAC that somebody has guessed. */
    long appendForged(String aggregate, String name, String payload) {
        return insert(new Row(aggregate, next(aggregate), name, "1", payload), false);
    }

    private record Row(String aggregate, long sequence, String name, String revision, String payload) {

        private static final int UUID_LENGTH = 36;

        String eventId() {
            return aggregate.length() == UUID_LENGTH
                    ? aggregate
                    : UUID.randomUUID().toString();
        }
    }

    private long next(String aggregate) {
        return jdbc.sql("select max(sequence_number) + 1 from domain_event where aggregate_identifier = ?")
                .param(aggregate)
                .query(Long.class)
                .single();
    }

    private long insert(Row row, boolean genuine) {
        String eventId = row.eventId();
        String time = Instant.now().toString();
        byte[] digest =
                digest(eventId, row.aggregate, row.sequence, "Token", time, row.name, row.revision, row.payload, "{}");
        return jdbc.sql(
                        """
                        insert into domain_event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                            payload_type, payload_revision, payload, meta_data, digest, mac)
                        values (?, ?, ?, 'Token', ?, ?, ?, ?, '{}', ?, ?) returning global_index
                        """)
                .params(
                        eventId,
                        row.aggregate,
                        row.sequence,
                        time,
                        row.name,
                        row.revision,
                        row.payload,
                        digest,
                        genuine ? mac(digest) : new byte[MAC_LENGTH])
                .query(Long.class)
                .single();
    }

    /** As docs/audit-proof says how an event is digested. */
    private static byte[] digest(Object... fields) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object field : fields) {
                digest.update(bytes(field));
            }
            return digest.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(Object field) {
        if (field instanceof Long number) {
            return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
        }
        if (field == null) {
            return ByteBuffer.allocate(Integer.BYTES).putInt(ABSENT).array();
        }
        byte[] text = field.toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + text.length)
                .putInt(text.length)
                .put(text)
                .array();
    }

    private byte[] mac(byte[] digest) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(digest), MAC_LENGTH);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
