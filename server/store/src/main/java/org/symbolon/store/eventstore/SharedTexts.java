package org.symbolon.store.eventstore;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads a short text that was read a moment ago as the same object. The tokens in memory would otherwise have the name of their
 * realm, resolver and type once for each of them: a quarter of what they take. What is read between two of the same may take the place.
 */
final class SharedTexts extends StdScalarDeserializer<String> {

    private static final int MOST_CHARACTERS = 24;
    private static final int PLACES = 4096;

    private final transient String[] places = new String[PLACES];

    SharedTexts() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        return shared(StringDeserializer.instance.deserialize(parser, context));
    }

    /** Threads may see each other's texts late or never, which does no harm: a text never changes. */
    private String shared(String text) {
        if (text == null || text.length() > MOST_CHARACTERS) {
            return text;
        }
        int hash = text.hashCode();
        int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
        String known = places[place];
        if (text.equals(known)) {
            return known;
        }
        places[place] = text;
        return text;
    }
}
