package org.symbolon.events.auth;

import java.util.List;

/**
 * What policies say of one thing, asked before it is known whether it will matter. Who reads it says that these policies took
 * effect. Policies that cannot be followed forbid the log-in, but only where they would have mattered.
 *
 * @param value what they say, null where they say nothing
 * @param policies the names of those that say so
 * @param fault why they cannot be followed, null mostly
 */
public record Ruled<T>(T value, List<String> policies, String fault) {

    private static final Ruled<?> NOTHING = new Ruled<>(null, List.of(), null);

    public Ruled {
        policies = List.copyOf(policies);
    }

    /** Where no policy says anything. */
    @SuppressWarnings("unchecked") // it has no value of any type
    public static <T> Ruled<T> nothing() {
        return (Ruled<T>) NOTHING;
    }

    public static <T> Ruled<T> of(T value, List<String> policies) {
        return new Ruled<>(value, policies, null);
    }

    public static <T> Ruled<T> faulty(String fault, List<String> policies) {
        return new Ruled<>(null, policies, fault);
    }

    /** Whether whoever reads it learns something, be it that policies cannot be followed. */
    public boolean isSaid() {
        return value != null || fault != null;
    }
}
