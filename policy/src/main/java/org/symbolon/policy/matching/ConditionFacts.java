package org.symbolon.policy.matching;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the conditions of policies are held against. Each is asked for only when a condition needs it, since finding it may
 * cost a look into a user store or a table. An empty optional says that there is no such thing.
 */
public interface ConditionFacts {

    /** There is nothing to hold conditions against. */
    ConditionFacts NONE = new ConditionFacts() {};

    /** What is known of the user; empty for somebody who is known to have no name. */
    default Optional<Map<String, ?>> userInfo() {
        return Optional.empty();
    }

    /** The further entries of the token. */
    default Optional<Map<String, ?>> tokenInfo() {
        return Optional.empty();
    }

    /** The token's own fields by eduMFA's names; numbers, booleans, texts and lists of texts. */
    default Optional<Map<String, ?>> token() {
        return Optional.empty();
    }

    /** The request's headers by name in whatever case; null for one that is not there. */
    default Optional<UnaryOperator<String>> headers() {
        return Optional.empty();
    }

    /** What the server knows of the request's way, by the names of a web server's environment; null for what is not there. */
    default Optional<UnaryOperator<String>> environment() {
        return Optional.empty();
    }
}
