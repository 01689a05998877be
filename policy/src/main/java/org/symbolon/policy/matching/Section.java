package org.symbolon.policy.matching;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Where the value that a condition compares comes from, with the words of refusals about it. */
public enum Section {
    USER_INFO(
            "userinfo",
            "an attribute of the user, one of his resolver or a custom one",
            facts -> facts.userInfo().map(Section::entries),
            "Policy '%1$s' has condition on userinfo, but an according object is not available",
            "Unknown key in the userinfo conditions of policy '%1$s'",
            "Invalid comparison in the userinfo conditions of policy '%1$s'"),
    TOKEN_INFO(
            "tokeninfo",
            "a further entry of the token, which users may not write then",
            facts -> facts.tokenInfo().map(Section::entries),
            "Policy '%1$s' has condition on tokeninfo, but an according object is not available",
            "Unknown key in the tokeninfo conditions of policy '%1$s'",
            "Invalid comparison in the tokeninfo conditions of policy '%1$s'"),
    TOKEN(
            "token",
            "a field of the token, such as its type or its description",
            facts -> facts.token().map(Section::entries),
            "Policy '%1$s' has conditions on tokens, but a token object is not available",
            "Unknown key in the token conditions of policy '%1$s'",
            "Invalid comparison in the 'token' conditions of policy '%1$s'"),
    HEADER(
            "HTTP Request header",
            "a header of the request, its name in whatever case",
            facts -> facts.headers().map(headers -> texts(headers).andThen(text -> text.filter(Section::isFilled))),
            "Policy '%1$s' has conditions on headers '%2$s', but HTTP headers are not available",
            "Unknown HTTP header key referenced in condition of policy '%1$s': '%2$s'",
            "Invalid comparison in the HTTP header conditions of policy '%1$s'"),
    ENVIRONMENT(
            "HTTP Environment",
            "what the server knows of the request's way, such as REMOTE_ADDR",
            facts -> facts.environment().map(Section::texts),
            "Policy '%1$s' has conditions on environment '%2$s', but HTTP environment is not available",
            "Unknown HTTP environment key referenced in condition of policy '%1$s': '%2$s'",
            "Invalid comparison in the HTTP environment conditions of policy '%1$s'");

    /** Stands for the value of a key that is there and has none. */
    static final Object NULL = new Object();

    private final String wire;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // what it is given knows nothing but its arguments
    private final Function<ConditionFacts, Optional<Function<String, Optional<Object>>>> values;

    private final String missing;
    private final String unknown;
    private final String incomparable;

    Section(
            String wire,
            String description,
            Function<ConditionFacts, Optional<Function<String, Optional<Object>>>> values,
            String missing,
            String unknown,
            String incomparable) {
        this.wire = wire;
        this.description = description;
        this.values = values;
        this.missing = missing;
        this.unknown = unknown;
        this.incomparable = incomparable;
    }

    /** The name on the wire. */
    public String wire() {
        return wire;
    }

    public String description() {
        return description;
    }

    static Optional<Section> of(String wire) {
        return Stream.of(values()).filter(one -> one.wire.equals(wire)).findFirst();
    }

    /**
     * The value, {@link #NULL} for nothing.
     *
     * @throws PolicyRefusal 303 if there is nothing to look at, or no such key
     */
    Object valueOf(String key, ConditionFacts facts, String policy) {
        return values.apply(facts)
                .orElseThrow(() -> refusal(missing, policy, key))
                .apply(key)
                .orElseThrow(() -> refusal(unknown, policy, key));
    }

    /** The refusal where the value cannot be compared. */
    PolicyRefusal incomparable(String policy) {
        return refusal(incomparable, policy, "");
    }

    private static PolicyRefusal refusal(String text, String policy, String key) {
        return new PolicyRefusal(text.formatted(policy, key));
    }

    private static Function<String, Optional<Object>> entries(Map<String, ?> known) {
        return key -> {
            Object value = known.get(key);
            return value == null && known.containsKey(key) ? Optional.of(NULL) : Optional.ofNullable(value);
        };
    }

    private static Function<String, Optional<Object>> texts(UnaryOperator<String> known) {
        return key -> Optional.ofNullable(known.apply(key));
    }

    private static boolean isFilled(Object text) {
        return !text.equals("");
    }
}
