package org.symbolon.server.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Reply;

/** What policies want to know of the answer to a log-in. */
record LoginAnswer(Reply reply, Reply.Envelope envelope) {

    static LoginAnswer of(Reply reply) {
        return new LoginAnswer(reply, reply.envelope());
    }

    /** Whether somebody was let in; where identity providers and people ask, that is a part of the value. */
    boolean isAccepted() {
        if (envelope.value() instanceof Map<?, ?> object) {
            return Boolean.TRUE.equals(object.get("auth")) || object.containsKey("token");
        }
        return Boolean.TRUE.equals(envelope.value());
    }

    /** The token that decided, if there was one. */
    Optional<String> serial() {
        return detail("serial", String.class);
    }

    Optional<String> type() {
        return detail("type", String.class);
    }

    /** As {@link #serial}; a right value that was asked about alone is answered without it. */
    Optional<String> serial(ApiRequest request) {
        boolean alone = request.parameters().filled("otponly");
        return serial().or(() -> alone ? request.parameters().givenText("serial") : Optional.empty());
    }

    List<?> challenges() {
        return detail("multi_challenge", List.class).orElse(List.of());
    }

    private <T> Optional<T> detail(String key, Class<T> type) {
        return Optional.ofNullable(envelope.detail().get(key))
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** The reply with something more in its detail. */
    Reply with(String key, Object value) {
        Map<String, Object> detail = new HashMap<>(envelope.detail());
        detail.put(key, value);
        return reply.detail(detail);
    }

    /** The reply with the opposite for a value, and nothing that only who is let in is told. */
    Reply refused() {
        boolean ofUser = envelope.value() instanceof Map;
        return reply.withValue(ofUser ? Map.of("auth", false, "attributes", Map.of()) : false);
    }

    Reply withoutDetail() {
        return reply.detail(Map.of());
    }
}
