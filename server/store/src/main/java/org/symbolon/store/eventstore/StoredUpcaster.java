package org.symbolon.store.eventstore;

import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.symbolon.events.EventUpcasters;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lets whoever reads the stream see each event in its newest revision. Events that never changed pass untouched. */
final class StoredUpcaster implements EventUpcaster {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> events) {
        return events.map(StoredUpcaster::upcast);
    }

    private static IntermediateEventRepresentation upcast(IntermediateEventRepresentation event) {
        String name = event.getType().getName();
        int newest = EventUpcasters.newest(name);
        if (newest == 1) {
            return event;
        }
        int revision = Integer.parseInt(event.getType().getRevision());
        if (revision == newest) {
            return event;
        }
        return event.upcastPayload(
                new SimpleSerializedType(name, Integer.toString(newest)),
                String.class,
                stored ->
                        JSON.writeValueAsString(EventUpcasters.upcast(name, revision, JSON.readValue(stored, OBJECT))));
    }
}
