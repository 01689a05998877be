package org.symbolon.app.maintenance;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.symbolon.cli.policy.PolicyTools.Asked;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.policy.asking.SubjectFacts;
import org.symbolon.policy.matching.ConditionFacts;

/** What conditions are held against where there is no request, but a description of one. */
final class AskedFacts implements ConditionFacts {

    private static final String HEADER = "HTTP_";

    private final Asked asked;
    private final Optional<KnownUser> user;
    private final SubjectFacts facts;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    AskedFacts(Asked asked, Optional<KnownUser> user, SubjectFacts facts) {
        this.asked = asked;
        this.user = user;
        this.facts = facts;
        headers.putAll(asked.headers());
    }

    @Override
    public Optional<Map<String, ?>> userInfo() {
        if (asked.user().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(user.<Map<String, ?>>map(facts::infoOf).orElse(Map.of()));
    }

    @Override
    public Optional<Map<String, ?>> tokenInfo() {
        return asked.serial().flatMap(facts::tokenInfo);
    }

    @Override
    public Optional<Map<String, ?>> token() {
        return asked.serial().flatMap(facts::token);
    }

    @Override
    public Optional<UnaryOperator<String>> headers() {
        return Optional.of(headers::get);
    }

    @Override
    public Optional<UnaryOperator<String>> environment() {
        return Optional.of(this::environment);
    }

    private String environment(String key) {
        return switch (key) {
            case "REQUEST_METHOD" ->
                asked.endpoint().substring(0, asked.endpoint().indexOf(' '));
            case "REMOTE_ADDR" -> asked.client().orElse(null);
            default ->
                key.startsWith(HEADER)
                        ? headers.get(key.substring(HEADER.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'))
                        : null;
        };
    }
}
