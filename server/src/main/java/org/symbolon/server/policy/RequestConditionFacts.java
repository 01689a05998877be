package org.symbolon.server.policy;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.policy.matching.ConditionFacts;

/** What conditions are held against, looked up when one asks for it. */
final class RequestConditionFacts implements ConditionFacts {

    private static final String HEADER = "HTTP_";

    private final ApiRequest request;
    private final Subject subject;
    private final Supplier<String> serial;
    private final SubjectFacts facts;

    RequestConditionFacts(ApiRequest request, Subject subject, Supplier<String> serial, SubjectFacts facts) {
        this.request = request;
        this.subject = subject;
        this.serial = serial;
        this.facts = facts;
    }

    @Override
    public Optional<Map<String, ?>> userInfo() {
        if (subject instanceof Subject.Named named) {
            return Optional.of(named.known() == null ? Map.of() : facts.infoOf(named.known()));
        }
        return Optional.empty();
    }

    @Override
    public Optional<Map<String, ?>> tokenInfo() {
        return Optional.ofNullable(serial.get()).flatMap(facts::tokenInfo);
    }

    @Override
    public Optional<Map<String, ?>> token() {
        return Optional.ofNullable(serial.get()).flatMap(facts::token);
    }

    @Override
    public Optional<UnaryOperator<String>> headers() {
        return Optional.of(name -> request.header(name).orElse(null));
    }

    @Override
    public Optional<UnaryOperator<String>> environment() {
        return Optional.of(this::environment);
    }

    private String environment(String key) {
        return switch (key) {
            case "REQUEST_METHOD" -> request.method();
            case "REMOTE_ADDR" -> request.client();
            default -> key.startsWith(HEADER) ? header(key.substring(HEADER.length())) : null;
        };
    }

    private String header(String name) {
        return request.header(name.toLowerCase(Locale.ROOT).replace('_', '-')).orElse(null);
    }
}
