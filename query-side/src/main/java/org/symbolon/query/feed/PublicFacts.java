package org.symbolon.query.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.symbolon.events.EventName;
import org.symbolon.projections.shared.UnreadableEvent;

/** Makes of events what others are told of them: the one way in which an event leaves the server. */
public final class PublicFacts {

    /** What stands for an event that cannot be read. */
    public static final String UNREADABLE = "UnreadableEvent";

    private static final String DETAIL = "actionDetail";
    private static final Pattern TRANSACTION = Pattern.compile("(transaction_id: )([^,]+)");

    private static final List<String> ORIGIN =
            List.of("actor", "role", "actorRealm", "client", "userAgent", "requestId", "node");

    /** What is known by a name that anybody may read. Of others a digest is told: some are known by what lets somebody in. */
    private static final Set<String> NAMED = Set.of(
            "admin",
            "apikey",
            "caconnector",
            "eventcounter",
            "eventhandler",
            "feed",
            "machineresolver",
            "periodictask",
            "policy",
            "radiusserver",
            "remoteserver",
            "realm",
            "resolver",
            "serviceid",
            "smsgateway",
            "smtpserver",
            "subscription",
            "token",
            "tokengroup");

    private PublicFacts() {}

    public static PublicFact of(long position, EventMessage<?> event) {
        Object payload = event.getPayload();
        return new PublicFact(
                event.getIdentifier(),
                position,
                nameOf(payload),
                event.getTimestamp(),
                subject(event),
                data(payload),
                origin(event));
    }

    private static String nameOf(Object payload) {
        EventName name = payload.getClass().getAnnotation(EventName.class);
        return name == null ? UNREADABLE : name.value();
    }

    /** Of an event that cannot be read no more than what was to be read and why it is not. */
    private static Map<String, Object> data(Object payload) {
        if (payload instanceof UnreadableEvent unreadable) {
            return Map.of(
                    "event", unreadable.name(), "reason", unreadable.reason().name());
        }
        Map<String, Object> data = PublicForm.of(payload, PublicFields.of(nameOf(payload)));
        data.computeIfPresent(DETAIL, (key, detail) -> withoutTransaction(detail.toString()));
        return data;
    }

    /** Whoever waits for an answer names the transaction, which the audit notes as it is. */
    private static String withoutTransaction(String detail) {
        return TRANSACTION.matcher(detail).replaceAll(found -> found.group(1) + PublicForm.digest(found.group(2)));
    }

    private static String subject(EventMessage<?> event) {
        if (!(event instanceof DomainEventMessage<?> happened)
                || happened.getAggregateIdentifier() == null
                || happened.getAggregateIdentifier().equals(event.getIdentifier())) {
            return "";
        }
        String aggregate = happened.getAggregateIdentifier();
        int slash = aggregate.indexOf('/');
        String kind = slash < 0 ? aggregate : aggregate.substring(0, slash);
        if (slash < 0 || NAMED.contains(kind)) {
            return aggregate;
        }
        return kind + "/" + PublicForm.digest(aggregate.substring(slash + 1));
    }

    private static Map<String, String> origin(EventMessage<?> event) {
        Map<String, String> origin = new LinkedHashMap<>();
        for (String key : ORIGIN) {
            if (event.getMetaData().get(key) instanceof String text && !text.isEmpty()) {
                origin.put(key, text);
            }
        }
        return origin;
    }
}
