package org.symbolon.command.tokentype.foureyes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.events.shared.Secret;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tokens of others that have logged in so far.
 *
 * @param serials by the realm for which they count; no token counts twice
 */
public record OtherTokens(SortedMap<String, List<String>> serials) {

    static final OtherTokens NONE = new OtherTokens(Collections.emptySortedMap());

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, List<String>>> SHAPE = new TypeReference<>() {};

    public OtherTokens {
        SortedMap<String, List<String>> copied = new TreeMap<>();
        serials.forEach((realm, some) -> copied.put(realm, List.copyOf(some)));
        serials = Collections.unmodifiableSortedMap(copied);
    }

    /** What a challenge remembers of it. */
    static OtherTokens read(String data) {
        try {
            return new OtherTokens(JSON.readValue(data, SHAPE));
        } catch (JacksonException unreadable) {
            return NONE;
        }
    }

    String written() {
        return JSON.writeValueAsString(serials);
    }

    /** Whether a token counts already. */
    public boolean has(String serial) {
        return serials.values().stream().anyMatch(some -> some.contains(serial));
    }

    /** The same with one more. */
    public OtherTokens with(String realm, String serial) {
        SortedMap<String, List<String>> more = new TreeMap<>(serials);
        List<String> some = new ArrayList<>(more.getOrDefault(realm, List.of()));
        some.add(serial);
        more.put(realm, some);
        return new OtherTokens(more);
    }

    boolean isEmpty() {
        return serials.isEmpty();
    }

    /**
     * Wants others to be logged in, each with one of the passes, as far as their tokens are still needed.
     *
     * @param asking the serial of the token that needs others
     * @param needed how many tokens are needed, by realm
     * @param passes what they have typed: each a PIN and a value
     * @param before who has logged in before
     */
    public record Wanted(String asking, SortedMap<String, Integer> needed, List<Secret> passes, OtherTokens before)
            implements Inquiry<OtherTokens> {

        public Wanted {
            needed = Collections.unmodifiableSortedMap(new TreeMap<>(needed));
            passes = List.copyOf(passes);
        }

        @Override
        public Class<OtherTokens> answer() {
            return OtherTokens.class;
        }

        /** Shows nothing that was typed. */
        @Override
        public String toString() {
            return "Wanted[" + asking + ", " + needed + "]";
        }
    }
}
