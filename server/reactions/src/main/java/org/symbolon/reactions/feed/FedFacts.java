package org.symbolon.reactions.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.command.feed.port.FedFact;
import org.symbolon.query.feed.CloudEvent;
import org.symbolon.query.feed.PublicFact;

/** Makes of facts what receivers are handed. */
final class FedFacts {

    /** What of a fact most receivers look at. */
    private static final List<String> LABELS = List.of(
            "action", "success", "user", "realm", "resolver", "administrator", "serial", "tokenType", "reason", "info");

    private FedFacts() {}

    static FedFact of(PublicFact fact, String source) {
        Map<String, String> labels = new LinkedHashMap<>();
        put(labels, "subject", fact.subject());
        labels.putAll(fact.origin());
        LABELS.forEach(label -> put(labels, label, fact.data().get(label)));
        return new FedFact(
                fact.id(),
                fact.position(),
                fact.name(),
                fact.time(),
                CloudEvent.json(fact, source),
                Map.copyOf(labels));
    }

    private static void put(Map<String, String> labels, String label, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            labels.put(label, value.toString());
        }
    }
}
