package org.symbolon.policy.asking;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.symbolon.policy.matching.ConditionFacts;

/** What conditions are held against, looked up when one asks for it. */
final class OccasionFacts implements ConditionFacts {

    private static final String HEADER = "HTTP_";

    private final Occasion occasion;
    private final Subject subject;
    private final String serial;
    private final SubjectFacts facts;

    OccasionFacts(Occasion occasion, Subject subject, String serial, SubjectFacts facts) {
        this.occasion = occasion;
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
        return Optional.ofNullable(serial).flatMap(facts::tokenInfo);
    }

    @Override
    public Optional<Map<String, ?>> token() {
        return Optional.ofNullable(serial).flatMap(facts::token);
    }

    @Override
    public Optional<UnaryOperator<String>> headers() {
        return Optional.of(occasion.headers());
    }

    @Override
    public Optional<UnaryOperator<String>> environment() {
        return Optional.of(this::environment);
    }

    private String environment(String key) {
        return switch (key) {
            case "REQUEST_METHOD" -> occasion.method();
            case "REMOTE_ADDR" -> occasion.client();
            default -> key.startsWith(HEADER) ? header(key.substring(HEADER.length())) : null;
        };
    }

    private String header(String name) {
        return occasion.headers().apply(name.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
