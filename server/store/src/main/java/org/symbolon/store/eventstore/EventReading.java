package org.symbolon.store.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.symbolon.events.EventFamilies;
import org.symbolon.events.EventUpcasters;
import org.symbolon.projections.shared.UnreadableEvent;
import org.symbolon.projections.shared.UnreadableEvent.Reason;

/**
 * Says what is to be read of an event's row: what stands there, if this server has stored it and knows such events; what an
 * administrator has decided, if not; and where nobody has decided anything, that it cannot be read. Corrections are looked for in that
 * case alone, so that no other event takes longer, and none that is sound can be corrected away.
 */
@Component
final class EventReading {

    private final EventAuthenticator authenticator;
    private final EventCorrections corrections;
    private final Serializer serializer;

    EventReading(
            EventAuthenticator authenticator,
            EventCorrections corrections,
            @Qualifier("eventSerializer") Serializer serializer) {
        this.authenticator = authenticator;
        this.corrections = corrections;
        this.serializer = serializer;
    }

    /** What is read: an event, or what stands in its place. */
    record Read(EventFields fields, Optional<UnreadableEvent> gap) {

        /** For those who decide by it: a gap that an administrator has made counts for nothing, any other ends it. */
        EventFields forDecisions() {
            if (gap.isPresent() && !(gap.get().isLeftOut() && !gap.get().hidesWhatFollows())) {
                throw new UnreadableEventException(gap.get());
            }
            return fields;
        }
    }

    Read of(ResultSet row, long index) throws SQLException {
        EventFields found = EventFields.of(row);
        if (!authenticator.vouchesFor(found, row)) {
            return instead(index, found, Reason.CHANGED, "");
        }
        if (!isKnown(found)) {
            return instead(index, found, Reason.UNKNOWN, "revision " + found.revision());
        }
        return new Read(found, Optional.empty());
    }

    /** Whether this program knows events of this name and revision. */
    static boolean isKnown(EventFields fields) {
        return EventFamilies.byName().containsKey(fields.name())
                && fields.revision() != null
                && fields.revision().matches("\\d{1,4}")
                && Integer.parseInt(fields.revision()) <= EventUpcasters.newest(fields.name());
    }

    /** What is read instead of an event that cannot be read for this reason. */
    Read instead(long index, EventFields found, Reason reason, String detail) {
        return corrections
                .of(index, found)
                .map(correction -> corrected(correction, index, found))
                .orElseGet(() -> gap(index, found, reason, detail));
    }

    private Read corrected(EventCorrection correction, long index, EventFields found) {
        return switch (correction.kind()) {
            case SKIP -> gap(index, found, Reason.LEFT_OUT, correction.reason());
            case REPAIR -> new Read(correction.applied(found), Optional.empty());
        };
    }

    private Read gap(long index, EventFields found, Reason reason, String detail) {
        UnreadableEvent event = new UnreadableEvent(
                index, found.eventId(), found.aggregate(), found.sequence(), found.name(), reason, detail);
        return new Read(inPlaceOf(found, event), Optional.of(event));
    }

    /** It has the event's place in the stream and among those of its aggregate, so that neither stops there. */
    private EventFields inPlaceOf(EventFields found, UnreadableEvent event) {
        return new EventFields(
                found.eventId(),
                found.aggregate(),
                found.sequence(),
                found.type(),
                time(found.time()),
                UnreadableEvent.class.getName(),
                null,
                serializer.serialize(event, String.class).getData(),
                "{}");
    }

    private static String time(String stored) {
        try {
            return DateTimeUtils.formatInstant(DateTimeUtils.parseInstant(stored));
        } catch (DateTimeException forged) {
            return DateTimeUtils.formatInstant(Instant.EPOCH);
        }
    }
}
