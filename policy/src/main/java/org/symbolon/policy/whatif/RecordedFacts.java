package org.symbolon.policy.whatif;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.policy.matching.ConditionFacts;

/**
 * What conditions can be held against of a request of the past. What users and tokens were like then is not recorded, and of
 * the headers only one is: whoever asks for more gets no guess.
 */
record RecordedFacts(RequestAnswered fact, String client, String userAgent) implements ConditionFacts {

    private static final int CUT = 256;

    @Override
    public Optional<Map<String, ?>> userInfo() {
        if (fact.user() != null) {
            throw new NotRecordedException();
        }
        return Optional.empty();
    }

    @Override
    public Optional<Map<String, ?>> tokenInfo() {
        return token();
    }

    @Override
    public Optional<Map<String, ?>> token() {
        if (fact.serial() != null) {
            throw new NotRecordedException();
        }
        return Optional.empty();
    }

    @Override
    public Optional<UnaryOperator<String>> headers() {
        return Optional.of(this::header);
    }

    private String header(String name) {
        if (!name.equalsIgnoreCase("User-Agent") || (userAgent != null && userAgent.length() >= CUT)) {
            throw new NotRecordedException();
        }
        return userAgent;
    }

    @Override
    public Optional<UnaryOperator<String>> environment() {
        return Optional.of(this::environment);
    }

    private String environment(String key) {
        return switch (key) {
            case "REQUEST_METHOD" -> fact.action().substring(0, fact.action().indexOf(' '));
            case "REMOTE_ADDR" -> client;
            case "HTTP_USER_AGENT" -> header("User-Agent");
            default -> throw new NotRecordedException();
        };
    }
}
