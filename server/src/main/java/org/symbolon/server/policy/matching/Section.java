package org.symbolon.server.policy.matching;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.symbolon.server.http.ApiException;

/** Where the value that a condition compares comes from, with the words of refusals about it. */
public enum Section {
    USER_INFO("userinfo", "an attribute of the user, one of his resolver or a custom one") {
        @Override
        Optional<?> valueOf(String key, ConditionFacts facts, String policy) {
            return at(
                    key,
                    facts.userInfo(),
                    policy + " has condition on userinfo, but an according object is not available");
        }

        @Override
        String unknown(String key, String policy) {
            return "Unknown key in the userinfo conditions of " + policy;
        }

        @Override
        String incomparable(String policy) {
            return "Invalid comparison in the userinfo conditions of " + policy;
        }
    },
    TOKEN_INFO("tokeninfo", "a further entry of the token") {
        @Override
        Optional<?> valueOf(String key, ConditionFacts facts, String policy) {
            return at(
                    key,
                    facts.tokenInfo(),
                    policy + " has condition on tokeninfo, but an according object is not available");
        }

        @Override
        String unknown(String key, String policy) {
            return "Unknown key in the tokeninfo conditions of " + policy;
        }

        @Override
        String incomparable(String policy) {
            return "Invalid comparison in the tokeninfo conditions of " + policy;
        }
    },
    TOKEN("token", "a field of the token, such as its type or its description") {
        @Override
        Optional<?> valueOf(String key, ConditionFacts facts, String policy) {
            return at(key, facts.token(), policy + " has conditions on tokens, but a token object is not available");
        }

        @Override
        String unknown(String key, String policy) {
            return "Unknown key in the token conditions of " + policy;
        }

        @Override
        String incomparable(String policy) {
            return "Invalid comparison in the 'token' conditions of " + policy;
        }
    },
    HEADER("HTTP Request header", "a header of the request, its name in whatever case") {
        @Override
        Optional<?> valueOf(String key, ConditionFacts facts, String policy) {
            UnaryOperator<String> headers = require(
                    facts.headers(),
                    policy + " has conditions on headers '" + key + "', but HTTP headers are not available");
            return Optional.ofNullable(headers.apply(key)).filter(text -> !text.isEmpty());
        }

        @Override
        String unknown(String key, String policy) {
            return "Unknown HTTP header key referenced in condition of " + policy + ": '" + key + "'";
        }

        @Override
        String incomparable(String policy) {
            return "Invalid comparison in the HTTP header conditions of " + policy;
        }
    },
    ENVIRONMENT("HTTP Environment", "what the server knows of the request's way, such as REMOTE_ADDR") {
        @Override
        Optional<?> valueOf(String key, ConditionFacts facts, String policy) {
            UnaryOperator<String> environment = require(
                    facts.environment(),
                    policy + " has conditions on environment '" + key + "', but HTTP environment is not available");
            return Optional.ofNullable(environment.apply(key));
        }

        @Override
        String unknown(String key, String policy) {
            return "Unknown HTTP environment key referenced in condition of " + policy + ": '" + key + "'";
        }

        @Override
        String incomparable(String policy) {
            return "Invalid comparison in the HTTP environment conditions of " + policy;
        }
    };

    /** Stands for the value of a key that is there and has none. */
    static final Object NULL = new Object();

    private final String wire;
    private final String description;

    Section(String wire, String description) {
        this.wire = wire;
        this.description = description;
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

    /** The value, {@link #NULL} for nothing, empty if there is no such key. */
    abstract Optional<?> valueOf(String key, ConditionFacts facts, String policy);

    abstract String unknown(String key, String policy);

    abstract String incomparable(String policy);

    private static Optional<?> at(String key, Optional<Map<String, ?>> values, String missing) {
        Map<String, ?> known = require(values, missing);
        if (!known.containsKey(key)) {
            return Optional.empty();
        }
        Object value = known.get(key);
        return Optional.of(value == null ? NULL : value);
    }

    private static <T> T require(Optional<T> object, String missing) {
        return object.orElseThrow(() -> ApiException.policy(missing));
    }
}
