package org.symbolon.command.tokentype;

import java.util.HashMap;
import java.util.Map;

/** What a type found an OTP value to be. */
public sealed interface Verification {

    /** What the token's info learns from the attempt; a null value removes the entry. */
    Map<String, String> learned();

    /**
     * The value is right and is used up now.
     *
     * @param counter the token's counter from now on, null for types without one
     */
    record Right(Long counter, Map<String, String> learned) implements Verification {}

    /**
     * The value is wrong.
     *
     * @param replayed whether it was the one that was used last
     */
    record Wrong(boolean replayed, Map<String, String> learned) implements Verification {

        /** Whether it may be the first of two distant values, of which the second would be right. */
        public boolean awaitsAnother() {
            return learned.get(PENDING_COUNTER) != null;
        }
    }

    /** The entry of a token's info that keeps the first of two distant values, until the second comes. */
    String PENDING_COUNTER = "otp1c";

    static Verification right(Long counter) {
        return new Right(counter, Map.of());
    }

    static Verification wrong(boolean replayed) {
        return new Wrong(replayed, Map.of());
    }

    /** A map of entries to remove. */
    static Map<String, String> removing(String... keys) {
        Map<String, String> removal = new HashMap<>();
        for (String key : keys) {
            removal.put(key, null);
        }
        return removal;
    }
}
