package org.symbolon.store.readmodel;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.stereotype.Component;
import org.symbolon.command.sending.Correlation;
import org.symbolon.events.EventName;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.policy.whatif.PastRequests;
import org.symbolon.policy.whatif.RecordedRequest;
import org.symbolon.policy.whatif.RecordedRequest.Origin;
import org.symbolon.store.eventstore.EventReader;

/** Reads the requests of the past from the stream. */
@Component
public class StoredRequests implements PastRequests {

    private static final Set<String> REQUESTS =
            Set.of(RequestAnswered.class.getAnnotation(EventName.class).value());

    private final EventReader events;

    public StoredRequests(EventReader events) {
        this.events = events;
    }

    @Override
    public boolean between(Instant from, Instant to, Listener listener) {
        return events.between(from, to, REQUESTS, new EventReader.Listener() {
            @Override
            public boolean hears(TrackedEventMessage<?> event) {
                return listener.hears(
                        new RecordedRequest((RequestAnswered) event.getPayload(), origin(event.getMetaData())));
            }

            @Override
            public void at(long done, long all) {
                listener.at(done, all);
            }
        });
    }

    private static Origin origin(Map<String, Object> recorded) {
        return new Origin(
                text(recorded, Correlation.NODE),
                text(recorded, Correlation.CLIENT),
                text(recorded, Correlation.USER_AGENT),
                text(recorded, Correlation.ACTOR_REALM));
    }

    private static String text(Map<String, Object> recorded, String key) {
        return recorded.get(key) instanceof String text ? text : null;
    }
}
