package org.symbolon.command.radiusclient.port;

import java.util.HexFormat;
import java.util.List;

/** What a RADIUS client is answered. */
public sealed interface RadiusVerdict {

    /** What is shown to the user; empty for nothing. */
    String message();

    /**
     * An attribute as it travels.
     *
     * @param value in hexadecimal
     */
    record Attribute(int type, String value) {

        public byte[] octets() {
            return HexFormat.of().parseHex(value);
        }
    }

    /** He is let in, with what policies say of him. */
    record Accepted(String message, List<Attribute> attributes) implements RadiusVerdict {}

    record Rejected(String message) implements RadiusVerdict {}

    /**
     * He is asked for something else.
     *
     * @param state comes back with his answer
     */
    record Challenged(String message, String state) implements RadiusVerdict {}

    /** It is not known, and silence makes the client ask another server. */
    record Unanswered() implements RadiusVerdict {

        @Override
        public String message() {
            return "";
        }
    }
}
