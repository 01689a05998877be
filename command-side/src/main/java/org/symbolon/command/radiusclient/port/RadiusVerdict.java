package org.symbolon.command.radiusclient.port;

import java.util.List;
import org.symbolon.events.radiusclient.RadiusAttribute;

/** What a RADIUS client is answered. */
public sealed interface RadiusVerdict {

    /** What is shown to the user; empty for nothing. */
    String message();

    /** He is let in, with what policies say of him. */
    record Accepted(String message, List<RadiusAttribute> attributes) implements RadiusVerdict {}

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
