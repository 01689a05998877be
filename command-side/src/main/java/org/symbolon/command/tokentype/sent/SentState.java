package org.symbolon.command.tokentype.sent;

import java.util.Map;
import java.util.TreeMap;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.command.tokentype.oath.OathParameters;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/**
 * What is kept of a token whose values are sent.
 *
 * @param next the next counter that may be used
 */
public record SentState(long next) {

    /** What all such types keep. */
    public static final StateEntry HASH = StateEntry.text(OathParameters.HASH);

    static SentState of(TypeState state) {
        return new SentState(state.count());
    }

    /** That of a new token, with what else its type keeps. */
    public static TypeState begun(HashAlgorithm algorithm, Map<String, ?> others) {
        Map<String, Object> entries = new TreeMap<>(others);
        entries.put(OathParameters.HASH, algorithm.wireName());
        return TypeState.of(0L, entries);
    }

    /** The counter goes on before each sending, so that what was sent before is worth nothing. */
    StateChange sent() {
        return StateChange.counter(next + 1);
    }

    static StateChange used(long counter) {
        return StateChange.counter(counter + 1);
    }
}
