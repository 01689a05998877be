package org.symbolon.events;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.symbolon.events.auth.upcast.LoginCachedV1ToV2;
import org.symbolon.events.token.upcast.ChallengeRequestedV1ToV2;
import org.symbolon.events.token.upcast.CounterLearnedV1ToV2;
import org.symbolon.events.token.upcast.OtpRejectedV1ToV2;
import org.symbolon.events.token.upcast.PinChangedV1ToV2;
import org.symbolon.events.token.upcast.TokenEnrolledV1ToV2;

/** All upcasters: whoever reads stored events sees them through these. A new one is added here. */
public final class EventUpcasters {

    private static final List<EventUpcaster> ALL = List.of(
            new TokenEnrolledV1ToV2("TokenEnrolled"),
            new TokenEnrolledV1ToV2("TokenReenrolled"),
            new CounterLearnedV1ToV2("OtpAccepted"),
            new CounterLearnedV1ToV2("OtpConsumed"),
            new CounterLearnedV1ToV2("TokenResynchronised"),
            new OtpRejectedV1ToV2(),
            new ChallengeRequestedV1ToV2(),
            new PinChangedV1ToV2(),
            new LoginCachedV1ToV2());
    private static final Map<String, List<EventUpcaster>> BY_EVENT =
            ALL.stream().collect(Collectors.groupingBy(EventUpcaster::event));

    private EventUpcasters() {}

    /** The events that have changed since they were first stored. */
    public static Set<String> changedEvents() {
        return BY_EVENT.keySet();
    }

    /** The newest revision of an event. */
    public static int newest(String event) {
        return BY_EVENT.getOrDefault(event, List.of()).size() + 1;
    }

    /** What was stored of an event under this revision, as the newest revision says it. */
    public static Map<String, Object> upcast(String event, int revision, Map<String, Object> stored) {
        Map<String, Object> payload = stored;
        for (int current = revision; current < newest(event); current++) {
            payload = from(event, current).upcast(payload);
        }
        return payload;
    }

    private static EventUpcaster from(String event, int revision) {
        return BY_EVENT.get(event).stream()
                .filter(upcaster -> upcaster.revision() == revision)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No upcaster reads " + event + " " + revision));
    }
}
