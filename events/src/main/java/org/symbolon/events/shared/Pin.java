package org.symbolon.events.shared;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How the PIN of a token is kept: there may be none, its hash alone, or the PIN itself, sealed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Pin.None.class, name = "none"),
    @JsonSubTypes.Type(value = Pin.Hashed.class, name = "hashed"),
    @JsonSubTypes.Type(value = Pin.Kept.class, name = "kept")
})
public sealed interface Pin permits Pin.None, Pin.Hashed, Pin.Kept {

    Pin NONE = new None();

    /**
     * The PIN as one text: empty, the hash, or {@code @@}, the name of the data key, a colon and the box. The column {@code
     * pin_hash} has this form, and events of the first revision had it.
     */
    String text();

    /** The PIN of which this is the text. */
    static Pin ofText(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        return text.startsWith(Kept.MARK) ? Kept.ofText(text) : new Hashed(text);
    }

    /** The empty PIN. */
    record None() implements Pin {

        @Override
        public String text() {
            return "";
        }
    }

    /** One of which only the hash is kept. */
    record Hashed(String hash) implements Pin {

        @Override
        public String text() {
            return hash;
        }

        /** Shows no hash. */
        @Override
        public String toString() {
            return "Pin.Hashed";
        }
    }

    /** One that can be read again. */
    record Kept(Sealed sealed) implements Pin {

        private static final String MARK = "@@";
        private static final char SEPARATOR = ':';

        @Override
        public String text() {
            return MARK + sealed.key() + SEPARATOR + sealed.box();
        }

        private static Kept ofText(String text) {
            int end = text.indexOf(SEPARATOR);
            if (end < 0) {
                throw new IllegalArgumentException("This is no sealed PIN");
            }
            return new Kept(new Sealed(text.substring(MARK.length(), end), text.substring(end + 1)));
        }

        /** Shows not even what is sealed. */
        @Override
        public String toString() {
            return "Pin.Kept";
        }
    }
}
