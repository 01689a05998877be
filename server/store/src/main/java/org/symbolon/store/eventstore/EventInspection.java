package org.symbolon.store.eventstore;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.axonframework.serialization.Serializer;
import org.symbolon.events.EventFamilies;
import org.symbolon.store.vault.MasterKey;

/** Looks at events that lie outside of any database: whether they are what was stored, and whether this program can read them. */
public final class EventInspection {

    private static final String HEXADECIMAL = "\\x";

    private final Serializer serializer = NamedEventSerializer.of(EventFamilies.byName());
    private final Optional<EventAuthenticator> authenticator;

    /** Without the master key it is not known whether an event is this server's, but whether it is still what its digest says. */
    public EventInspection(Optional<MasterKey> key) {
        this.authenticator = key.map(EventAuthenticator::new);
    }

    /** What is wrong with an event. */
    public enum Fault {
        /** It is not what was stored */
        CHANGED,
        /** A later version has written it */
        UNKNOWN,
        /** Its payload is none */
        MALFORMED
    }

    /** What is wrong with an event, by the columns of its row without those that are null; empty if nothing is. */
    public Optional<Fault> fault(Map<String, String> row) {
        try {
            return looked(row);
        } catch (IllegalArgumentException noNumber) {
            return Optional.of(Fault.CHANGED);
        }
    }

    private Optional<Fault> looked(Map<String, String> row) {
        EventFields fields = new EventFields(
                row.get("event_identifier"),
                row.get("aggregate_identifier"),
                Long.parseLong(row.getOrDefault("sequence_number", "0")),
                row.get("type"),
                row.get("time_stamp"),
                row.get("payload_type"),
                row.get("payload_revision"),
                row.get("payload"),
                row.get("meta_data"));
        if (!isAsStored(fields, bytes(row.get("digest")), bytes(row.get("mac")))) {
            return Optional.of(Fault.CHANGED);
        }
        if (!EventReading.isKnown(fields)) {
            return Optional.of(Fault.UNKNOWN);
        }
        long index = Long.parseLong(row.get("global_index"));
        return ReadableEvents.fault(index, fields, serializer).map(word -> Fault.MALFORMED);
    }

    private boolean isAsStored(EventFields fields, byte[] digest, byte[] mac) {
        byte[] found = fields.digest();
        return MessageDigest.isEqual(found, digest)
                && authenticator.map(known -> known.isMacOfEvent(found, mac)).orElse(true);
    }

    private static byte[] bytes(String text) {
        return text == null || !text.startsWith(HEXADECIMAL)
                ? new byte[0]
                : HexFormat.of().parseHex(text.substring(HEXADECIMAL.length()));
    }
}
